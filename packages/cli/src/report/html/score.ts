import type { Report, ScoreStanding } from '@carelint/core';
import type { ScoreDay } from '../../history/days.js';
import { thinness } from '../../score/snapshot.js';
import { brokenText, coverageText, difference, heading, scoreText, worstFirst } from '../../score/telling.js';
import { text } from './words.js';

type Named = NonNullable<Report['score']>['promises'][number];

/** Days that the chart's table tells at most. */
const MOST_DAYS = 12;

const BAR = 100;

/** The number stands beside it: this only shows it. */
const bar = (score: number | undefined): string =>
  score === undefined
    ? ''
    : `<svg class="bar" width="${BAR}" height="10" viewBox="0 0 ${BAR} 10" aria-hidden="true" focusable="false"><rect class="all" width="${BAR}" height="10"/><rect class="part" width="${score}" height="10"/></svg>`;

const row = ({ name, ...standing }: Named, before: ScoreDay | undefined): string => {
  const thin = thinness(standing);
  const then = before === undefined ? undefined : [...before.promises, ...before.touchpoints].find((one) => one.name === name)?.score;
  const by = then === undefined || standing.score === undefined ? undefined : Math.round((standing.score - then) * 10) / 10;
  const change = before === undefined ? '' : `<td>${by === undefined ? '–' : difference(by)}</td>`;
  return `<tr><th scope="row">${text(heading(name))}</th><td class="bars">${bar(standing.score)}</td><td>${scoreText(standing.score)}</td>${change}<td>${brokenText(standing)}</td><td>${coverageText(standing)}${thin === undefined ? '' : ` <span class="small">${text(thin)}</span>`}</td></tr>`;
};

const table = (caption: string, what: string, list: readonly Named[], before: ScoreDay | undefined): string => {
  if (list.length === 0) return '';
  const since = before === undefined ? '' : '<th scope="col">change</th>';
  return `<table class="scores"><caption>${caption}${before === undefined ? '' : text(`, and the change since ${before.date}`)}</caption><thead><tr><th scope="col" class="what">${what}</th><td class="bars"></td><th scope="col">kept, of 100</th>${since}<th scope="col">rules broken</th><th scope="col">could be judged</th></tr></thead><tbody>${list.map((one) => row(one, before)).join('')}</tbody></table>`;
};

const WIDTH = 640;
const HEIGHT = 190;
const EDGE = { left: 40, right: 56, top: 14, bottom: 28 } as const;

type Point = ScoreDay & { readonly score: number };

const dayNumber = (date: string): number => Date.parse(`${date}T00:00:00Z`);

/** The score over time: days on their true distances, 0 to 100 from bottom to top. */
const chart = (points: readonly Point[]): string => {
  const [first, last] = [points[0], points.at(-1)];
  if (first === undefined || last === undefined || first === last) return '';
  const span = Math.max(1, dayNumber(last.date) - dayNumber(first.date));
  const x = ({ date }: Point): number =>
    Math.round((EDGE.left + ((WIDTH - EDGE.left - EDGE.right) * (dayNumber(date) - dayNumber(first.date))) / span) * 10) / 10;
  const y = (score: number): number => Math.round((HEIGHT - EDGE.bottom - ((HEIGHT - EDGE.top - EDGE.bottom) * score) / 100) * 10) / 10;
  const lines = [0, 50, 100].map(
    (at) =>
      `<path class="grid" d="M${EDGE.left} ${y(at)}H${WIDTH - EDGE.right}"/><text class="axis" x="${EDGE.left - 8}" y="${y(at) + 4}" text-anchor="end">${at}</text>`,
  );
  const dots = points.map((point) => `<circle cx="${x(point)}" cy="${y(point.score)}" r="${points.length > 60 ? 2 : 4}"/>`);
  const name = `The score from ${first.date}, when it was ${scoreText(first.score)}, to ${last.date}, when it is ${scoreText(last.score)}. The table below holds the figures.`;
  return `<svg class="trend" role="img" aria-label="${text(name)}" viewBox="0 0 ${WIDTH} ${HEIGHT}">${lines.join('')}<text class="axis" x="${EDGE.left}" y="${HEIGHT - 8}">${text(first.date)}</text><text class="axis" x="${WIDTH - EDGE.right}" y="${HEIGHT - 8}" text-anchor="end">${text(last.date)}</text><g class="run"><path d="M${points.map((point) => `${x(point)} ${y(point.score)}`).join('L')}"/>${dots.join('')}</g><text class="now" x="${x(last) + 10}" y="${y(last.score) + 5}">${scoreText(last.score)}</text></svg>`;
};

/** At most so many of them, the first and the last among them. */
const some = <T>(list: readonly T[]): readonly T[] =>
  list.length <= MOST_DAYS
    ? list
    : Array.from({ length: MOST_DAYS }, (_, index) => list[Math.round((index * (list.length - 1)) / (MOST_DAYS - 1))]).flatMap((one) =>
        one === undefined ? [] : [one],
      );

const trend = (days: readonly ScoreDay[]): string => {
  const points = days.flatMap((day): readonly Point[] => (day.overall.score === undefined ? [] : [{ ...day, score: day.overall.score }]));
  const drawn = chart(points);
  if (drawn === '') return '';
  const rows = some(points).map(
    ({ date, score, findings }) => `<tr><th scope="row">${text(date)}</th><td>${scoreText(score)}</td><td>${findings}</td></tr>`,
  );
  const caption = points.length > MOST_DAYS ? `${MOST_DAYS} of ${points.length} days` : 'Day by day';
  return `<h3>How it changed</h3>${drawn}<table><caption>${caption}</caption><thead><tr><th scope="col" class="what">day</th><th scope="col">kept, of 100</th><th scope="col">findings</th></tr></thead><tbody>${rows.join('')}</tbody></table>`;
};

/** Goes on where the number ends. */
const sentence = ({ score, coverage }: ScoreStanding): string => {
  if (score === undefined) return 'Nothing could be judged, so there is no score.';
  const judged = coverage >= 100 ? 'all of it could be judged' : `${Math.floor(coverage)} % of it could be judged`;
  const thin = coverage < 50 ? ', which is little: the number says little' : '';
  return `of 100: so much of what the rules ask is kept (${judged}${thin}). Grave rules weigh more, and so do calls and chats.`;
};

/** The score by promise and touchpoint, and how it changed. `days`: those of the history, with today as the last one. */
export const scoreSection = ({ score }: Report, days: readonly ScoreDay[]): string => {
  if (score === undefined) return '';
  const before = days.at(-2);
  return [
    `<p class="overall"><strong>${scoreText(score.overall.score)}</strong> <span>${text(sentence(score.overall))}</span></p>`,
    '<p class="small">The number is no proof of good service, and no measure of people: one serious finding lets customers down, whatever it says. Findings that are accepted count too.</p>',
    `<div class="tables">${table('By promise', 'promise', worstFirst(score.promises), before)}${table('By where customers meet it', 'where', score.touchpoints, before)}</div>`,
    trend(days),
  ].join('');
};
