import type { Finding, Station } from '@carelint/core';
import type { Flows } from '../../drawing/flows.js';
import { stationNumbers } from '../../drawing/picture.js';
import { drawingBody, drawingOverlay } from '../../drawing/svg.js';
import type { Figure, Figures } from './figures.js';
import { text, told } from './words.js';

/** Stations that are shown at most: the first and the last. */
const MOST = 60;

const stationItem = (station: Station, number: number, file: string, flows: Flows): string => {
  const place = station.file === file ? `line ${station.line}` : `${station.file}, line ${station.line}`;
  return `<li value="${number}"><span class="told">${told(station, flows)}</span> <span class="place">${text(place)}</span></li>`;
};

/** A journey as a list of stations: what everybody gets, whether they see the drawing or not. */
export const stationList = (journey: readonly Station[], file: string, flows: Flows): string => {
  const numbers = stationNumbers(journey);
  const items = journey.flatMap((station, index) => {
    const number = numbers[index];
    return number === undefined ? [] : [stationItem(station, number, file, flows)];
  });
  if (items.length === 0) return '';
  const left = items.length - MOST;
  const shown =
    left <= 0
      ? items
      : [...items.slice(0, MOST / 2), `<li class="gap" value="${MOST / 2 + 1}">… ${left} more stations …</li>`, ...items.slice(-MOST / 2)];
  return `<ol class="journey">${shown.join('')}</ol>`;
};

/** Drawings, once each, to be shown by those findings that are in them. Rules of style see nothing above the group that is used. */
export const figureStore = (all: readonly Figure[]): string =>
  all.length === 0
    ? ''
    : `<svg class="store" width="0" height="0" aria-hidden="true" focusable="false"><defs>${all
        .map(({ id, laid }) => `<g id="${id}" class="drawing">${drawingBody(laid, id)}</g>`)
        .join('')}</defs></svg>`;

/** The drawing of a finding with its journey; empty where there is none. `later`: made by the script when it is looked at. */
export const figureOf = (finding: Finding, id: string, figures: Figures, later: boolean): string => {
  const place = figures.of(finding);
  if (place === undefined) return '';
  const { figure, walk } = place;
  const { size, picture } = figure.laid;
  const name = `Drawing of ${picture.title}, with the journey marked. The journey stands beside it in words.`;
  const svg = `<svg class="drawing" role="img" aria-label="${text(name)}" width="${size.width}" height="${size.height}" viewBox="0 0 ${size.width} ${size.height}"><rect class="paper" width="100%" height="100%"/><use href="#${figure.id}"/>${drawingOverlay(figure.laid, walk, figure.id)}</svg>`;
  const note = picture.leftOut.length === 0 ? '' : `<figcaption>${text(picture.leftOut.join(' '))}</figcaption>`;
  const view = `<div class="view" role="region" aria-label="Drawing of finding ${id.slice(1)}" tabindex="0">${later ? `<template>${svg}</template><p class="nojs">The flow is drawn beside an earlier finding.</p>` : svg}</div>`;
  return `<figure>${view}${note}</figure>`;
};
