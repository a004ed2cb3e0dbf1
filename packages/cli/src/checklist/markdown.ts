import { plain } from '../report/markdown-text.js';
import { originOf, WEIGHT_WORDS, type Checklist, type ChecklistFacts, type Moment, type Question } from './questions.js';

const lines = (name: string, texts: readonly string[]): readonly string[] =>
  texts.length === 0 ? [] : [`  - ${name}: ${texts.map(plain).join(' ')}`];

const questionText = ({ ask, level, suffers, instead, listenFor, notWhen, sources }: Question): string =>
  [
    `- [ ] **${plain(ask)}** (${WEIGHT_WORDS[level]})`,
    ...lines('If not, what they go through', suffers),
    ...lines('Instead', instead),
    ...(listenFor.length === 0 ? [] : [`  - Words that give it away: ${listenFor.map((words) => `“${plain(words)}”`).join(', ')}`]),
    ...lines('Not when', notWhen),
    ...(sources.length === 0 ? [] : [`  - Why: ${sources.map(plain).join('; ')}`]),
    '  - Notes:',
  ].join('\n');

const momentText = ({ title, questions }: Moment): string => [`## ${plain(title)}`, '', ...questions.map(questionText), ''].join('\n');

/** A check list in Markdown, to be copied into a wiki or an issue. */
export const renderChecklistMarkdown = (list: Checklist, facts: ChecklistFacts): string =>
  [
    '# What to listen for',
    '',
    'For a coach who sits beside somebody, listens to calls or reads replies. Tick what was so; leave open what did not come up; write down what you heard. It is for talking about, not for counting.',
    '',
    '- Who: ',
    '- With whom: ',
    '- Day, and which calls or replies: ',
    '',
    ...list.moments.map(momentText),
    '## To talk about',
    '',
    '- What went well for the customer:',
    '- What we do otherwise next time, and who does it:',
    '- What stands in the way and is not theirs to change (a rule, a target, a tool), and to whom I bring it:',
    '',
    originOf(list, facts).replaceAll('`', ''),
    '',
  ].join('\n');
