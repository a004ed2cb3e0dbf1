// The tables of sections in the page on operations documents, from the schema and from the rules that look at each section.
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { loadDescription } from '../../packages/policy-schema/scripts/description.mjs';
import { cell, list, table } from './markdown.mjs';

const PAGE = 'docs/native-operations.md';
const [START, END] = ['<!-- sections:start -->', '<!-- sections:end -->'];
/** Keys that every native document has; the page tells of them in words. */
const COMMON = ['operations', 'title', 'about', 'language', 'country', 'owner', 'reviewed', 'note'];

const code = (names) => names.map((name) => `\`${name}\``).join(', ');
const example = (value) => `\`${cell(typeof value === 'string' ? value : JSON.stringify(value))}\``;

/** What may be written: from a closed list, in a shape, or freely. */
const possible = ({ enum: values, items }) => {
  const names = values ?? items?.enum;
  return names === undefined ? '' : ` One of: ${code(names)}.`;
};

const rowsOf = ({ properties, required = [] }) =>
  Object.entries(properties)
    .filter(([key]) => key !== 'note')
    .flatMap(([key, schema]) => {
      const row = [
        `\`${key}\`${required.includes(key) ? '*' : ''}`,
        `${cell(schema.description)}${possible(schema)}`,
        schema.properties === undefined && schema.items?.properties === undefined ? example(schema.examples[0]) : '',
      ];
      const inner = schema.properties === undefined ? schema.items : schema;
      if (inner?.properties === undefined) return [row];
      return [row, ...rowsOf(inner).map(([name, ...rest]) => [`\`${key}\` → ${name}`, ...rest])];
    });

/** Queries of a rule, as they are written. */
const queriesOf = ({ value }) => [...list(value.forbid), ...list(value.require)].flatMap((assertion) => assertion?.value?.at ?? []);

const isAbout = ({ value }) => list(value.about?.kind ?? value.about).includes('operations');

/** Keys that the reader adds, by the section they are made from. */
const MADE_FROM = { 'above-customers': 'priorities', decides: 'authority', 'paid-for': 'pay', 'measured-by': 'measures' };

/** The section that a query goes through first. */
const sectionOf = (at) => {
  const key = /^\$\.{0,2}(?:\['([^']+)'\]|(\w+))/u.exec(at);
  const name = key?.[1] ?? key?.[2];
  return MADE_FROM[name] ?? name;
};

/** Where a query goes to teams and asks for what another section says of them, both are meant. */
const sectionsOf = (rule) => {
  const keys = Object.keys(MADE_FROM).filter((key) => JSON.stringify(rule.value.forbid ?? '').includes(`"${key}"`));
  return new Set([...queriesOf(rule).map(sectionOf), ...keys.map((key) => MADE_FROM[key])]);
};

const rulesOn = (section, rules) =>
  rules
    .filter(isAbout)
    .filter((rule) => sectionsOf(rule).has(section) || (rule.value.check !== undefined && rule.id.startsWith(section)))
    .map(({ id, path: file }) => `[\`${id}\`](../${path.posix.dirname(file)}/README.md)`);

const sectionText = (name, schema, rules) => {
  const inner = schema.properties === undefined ? schema.items : schema;
  const parts = [
    `### \`${name}\``,
    `${schema.description}${possible(schema)}${schema.type === 'array' && inner?.properties !== undefined ? ' A list.' : ''}`,
  ];
  if (inner?.properties === undefined)
    parts.push(`Example: \`${name}: ${cell(Array.isArray(schema.examples[0]) ? `[${schema.examples[0].join(', ')}]` : schema.examples[0])}\``);
  else parts.push(table(['key', 'what it says', 'example'], rowsOf(inner)));
  const judged = rulesOn(name, rules);
  if (judged.length > 0) parts.push(`Rules: ${judged.join(', ')}.`);
  return parts.join('\n\n');
};

/** Path -> text: the page with fresh tables; nothing where there is no such page, or none with markers. */
export const operationsPage = async (home, { rules }) => {
  const file = path.join(home, PAGE);
  const text = existsSync(file) ? readFileSync(file, 'utf8') : '';
  const [from, to] = [text.indexOf(START), text.indexOf(END)];
  if (from < 0 || to < from) return {};
  const { operations } = (await loadDescription()).schemas([]);
  const sections = Object.entries(operations.properties)
    .filter(([name]) => !COMMON.includes(name))
    .map(([name, schema]) => sectionText(name, schema, rules));
  return { [PAGE]: `${text.slice(0, from + START.length)}\n\n${sections.join('\n\n')}\n\n${text.slice(to)}` };
};
