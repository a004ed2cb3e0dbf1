import type { Report } from '@carelint/core';
import { inWords } from '../summary.js';
import { LEVELS, LEVEL_ORDER, text } from './words.js';

type Group = Report['groups']['promises'][number];

const row = ({ name, error, warning, advice }: Group): string =>
  `<tr><th scope="row">${text(inWords(name))}</th><td>${error}</td><td>${warning}</td><td>${advice}</td></tr>`;

const table = (caption: string, groups: readonly Group[]): string =>
  groups.length === 0
    ? ''
    : `<table><caption>${caption}</caption><thead><tr><td></td>${LEVEL_ORDER.map((level) => `<th scope="col">${LEVELS[level].name}</th>`).join('')}</tr></thead><tbody>${groups.map(row).join('')}</tbody></table>`;

/** How findings spread over promises, touchpoints and moments. */
export const groupTables = ({ groups: { promises, touchpoints, moments } }: Report): string =>
  `<div class="tables">${table('By the promise that is broken', promises)}${table('By where customers meet it', touchpoints)}${table('By when customers meet it', moments)}</div>`;

const select = (name: string, label: string, options: readonly (readonly [string, string])[]): string =>
  options.length < 2
    ? ''
    : `<label>${label} <select name="${name}"><option value="">all</option>${options
        .map(([value, words]) => `<option value="${text(value)}">${text(words)}</option>`)
        .join('')}</select></label>`;

const named = (groups: readonly Group[]): readonly (readonly [string, string])[] => groups.map(({ name }) => [name, inWords(name)]);

/** Made visible by the script. */
export const filterForm = ({ groups: { promises, touchpoints, moments }, summary }: Report): string => {
  const levels = LEVEL_ORDER.filter((level) => summary[level] > 0).map((level): readonly [string, string] => [level, LEVELS[level].name]);
  return `<form class="filter" role="search" aria-label="Choose findings" hidden>${select('level', 'How grave', levels)}${select('promise', 'Promise', named(promises))}${select('touchpoint', 'Where', named(touchpoints))}${select('moment', 'When', named(moments))}<label>Words <input type="search" name="words" autocomplete="off"></label><button type="reset">Show all</button><p role="status"></p></form>`;
};
