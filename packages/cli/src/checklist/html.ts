import { createHash } from 'node:crypto';
import { text } from '../report/html/words.js';
import { originOf, WEIGHT_WORDS, type Checklist, type ChecklistFacts, type Moment, type Question } from './questions.js';
import { CHECKLIST_STYLE } from './style.js';

const hash = (content: string): string => `'sha256-${createHash('sha256').update(content).digest('base64')}'`;

/** Nothing is loaded from anywhere, nothing runs, and no form leads anywhere. */
const POLICY = `default-src 'none'; style-src ${hash(CHECKLIST_STYLE)}; base-uri 'none'; form-action 'none'`;

const row = (name: string, texts: readonly string[]): string =>
  texts.length === 0 ? '' : `<div><dt>${name}</dt><dd>${texts.map((one) => text(one)).join('<br>')}</dd></div>`;

const ANSWERS = ['Yes', 'No', 'Did not come up'];

const questionHtml = ({ ask, level, suffers, instead, listenFor, notWhen, sources }: Question, id: string): string =>
  [
    `<fieldset><legend>${text(ask)} <span class="weight ${level}">${WEIGHT_WORDS[level]}</span></legend>`,
    `<div class="answers">${ANSWERS.map((answer) => `<label><input type="radio" name="${id}">${answer}</label>`).join('')}</div>`,
    '<dl>',
    row('If not', suffers),
    row('Instead', instead),
    row('Words to hear', listenFor.length === 0 ? [] : [listenFor.map((words) => `“${words}”`).join(', ')]),
    row('Not when', notWhen),
    row('Why', sources),
    '</dl>',
    `<label class="line">Notes: what was said, and when<textarea name="${id}-notes" rows="2"></textarea></label>`,
    '</fieldset>',
  ].join('');

const momentHtml = ({ title, questions }: Moment, index: number): string =>
  [
    `<section aria-labelledby="m${index}"><h2 id="m${index}">${text(title)}</h2>`,
    ...questions.map((question, at) => questionHtml(question, `q${index}-${at}`)),
    '</section>',
  ].join('\n');

const line = (name: string, id: string): string => `<label class="line">${name}<input type="text" name="${id}" autocomplete="off"></label>`;
const field = (name: string, id: string): string => `<p><label class="line">${name}<textarea name="${id}" rows="3"></textarea></label></p>`;

/** A check list as a page: to print, or to fill in. What is filled in stays on the page and goes nowhere. */
export const renderChecklistHtml = (list: Checklist, facts: ChecklistFacts): string =>
  [
    '<!doctype html>',
    '<html lang="en">',
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${POLICY}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<title>What to listen for</title>',
    `<style>${CHECKLIST_STYLE}</style>`,
    '</head>',
    '<body>',
    '<main>',
    '<h1>What to listen for</h1>',
    '<p>For a coach who sits beside somebody, listens to calls or reads replies. Say for each question whether it was so, and write down what you heard. It is for talking about, not for counting.</p>',
    '<form autocomplete="off">',
    `<div class="who">${line('Who', 'who')}${line('With whom', 'with')}${line('Day, and which calls or replies', 'day')}</div>`,
    ...list.moments.map(momentHtml),
    '<section aria-labelledby="talk"><h2 id="talk">To talk about</h2>',
    field('What went well for the customer', 'well'),
    field('What we do otherwise next time, and who does it', 'next'),
    field('What stands in the way and is not theirs to change (a rule, a target, a tool), and to whom I bring it', 'way'),
    '</section>',
    '</form>',
    `<p class="origin">${text(originOf(list, facts).replaceAll('`', ''))} What you fill in stays on this page and goes nowhere: print it, or save it, to keep it.</p>`,
    '</main>',
    '</body>',
    '</html>',
    '',
  ].join('\n');
