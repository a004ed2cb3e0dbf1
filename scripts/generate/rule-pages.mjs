// A page for each rule, made of its rule.yaml, its examples and what is found in them; the index of all rules; and the table of verbs in the page on flows.
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { buildSync } from 'esbuild';
import { cell, exampleIn, fenced, generatedFrom, inWords, list, optionsTable, section, sourceLine, table } from './markdown.mjs';
import { said } from './rule-in-words.mjs';

const INDEX = 'docs/rules.md';
const FLOW_PAGE = 'docs/native-flow.md';
const [VERBS_START, VERBS_END] = ['<!-- verbs:start -->', '<!-- verbs:end -->'];
/** What stands in rule.yaml under these keys, as it is written, comments included. */
const written = (text, keys) => {
  const lines = text.split('\n'),
    kept = [];
  let inside = false;
  for (const line of lines) {
    const key = /^([a-z][a-z-]*):/u.exec(line)?.[1];
    if (key !== undefined) inside = keys.includes(key);
    if (inside) kept.push(line);
  }
  return kept.join('\n').trimEnd();
};

/** What findings.txt says of one example: each finding with its journey. */
const findingsOf = (folder, example) => {
  const file = path.join(folder, 'findings.txt');
  if (!existsSync(file)) return [];
  const found = [];
  let inside = false;
  for (const line of readFileSync(file, 'utf8').split('\n')) {
    if (line.startsWith('    ')) {
      if (inside) found.at(-1).journey = line.trim().split(' > ');
      continue;
    }
    const [, at, message] = /^\S+?:(\d+):\d+ \S+ (.*)$/u.exec(line) ?? [];
    inside = at !== undefined && line.startsWith(`${example}:`);
    if (inside) found.push({ line: at, message, journey: [] });
  }
  return found;
};

const exampleText = ({ name, text }) =>
  `[\`${name}\`](${name})\n\n${fenced(name.endsWith('.json') ? 'json' : 'yaml', text.length > 4000 ? `${text.slice(0, 4000)}\n...` : text)}`;

const badExample = (folder) => {
  const shortest = exampleIn(folder, 'bad');
  if (shortest === undefined) return [];
  const findings = findingsOf(folder, shortest.name);
  const lines = findings.flatMap(({ line, message, journey }) => [`line ${line}: ${message}`, ...journey.map((told) => `  - ${told}`), '']);
  return [exampleText(shortest), ...(lines.length === 0 ? [] : ['What carelint says of it:', fenced('text', lines.join('\n'))])];
};

/** Packs that hold a rule, with the level they give it. */
const packsOf = (rule, packs) =>
  Object.entries(packs)
    .filter(([, pack]) => Object.hasOwn(pack.rules ?? {}, rule.id))
    .map(([name]) => name)
    .sort();

const page = (home, rule, packs) => {
  const folder = path.join(home, path.dirname(rule.path)),
    { value } = rule;
  const logic = written(readFileSync(path.join(home, rule.path), 'utf8'), [
    'about',
    'forbid',
    'require',
    'check',
    'options',
    'yields-to',
    'unless-assumed',
  ]);
  const good = exampleIn(folder, 'good');
  const facts = [
    `Level: ${value.level}`,
    `certainty: ${value.certainty}`,
    `promise: ${inWords(rule.promise).toLowerCase()}`,
    `packs: ${packsOf(rule, packs).join(', ')}`,
  ];
  const parts = [
    `# ${value.title}`,
    `Rule \`${rule.id}\`. ${facts.join('; ')}.`,
    `What the customer suffers: ${value.suffers}`,
    ...section(
      'What must hold',
      said(value)
        .map((sentence) => `- ${sentence}`)
        .join('\n'),
      fenced('yaml', logic),
      'What the names mean stands in [define.yaml](../../define.yaml); how to read the block, in [the policy language](../../../docs/policy-language.md).',
    ),
    ...section('Bad', ...badExample(folder)),
    ...section('Good', good === undefined ? '' : exampleText(good)),
    ...section('What to do instead', value.instead),
    ...section('What a coach asks', value.ask ?? '', value.coach ?? ''),
    ...section('When not to use it', value['not-when']),
    ...section('Options', optionsTable(value.options)),
    ...section('Where the demand comes from', list(value.sources).map(sourceLine).join('\n')),
  ];
  return `${generatedFrom('rule.yaml, bad/, good/ and findings.txt')}\n\n${parts.join('\n\n')}\n`;
};

const index = (rules) => {
  const promises = [...new Set(rules.map(({ promise }) => promise))];
  const tables = promises.map((promise) => {
    const rows = rules
      .filter((rule) => rule.promise === promise)
      .map(({ id, path: file, value }) => [`[\`${id}\`](../${path.posix.dirname(file)}/README.md)`, cell(value.title), value.level, value.certainty]);
    return `## ${inWords(promise)}\n\n${table(['rule', 'what must hold', 'level', 'certainty'], rows)}`;
  });
  return [
    generatedFrom('policies/'),
    '# Rules',
    `There are ${rules.length} rules, by the promise to customers that they belong to. A rule of certainty \`low\` speaks only in the pack \`strict\`. \`carelint rules\` lists them with the level that is in force in your project; \`carelint explain <rule>\` tells of one.`,
    'Which packs there are, for houses and for laws: [packs](packs.md). Rules for JavaScript and TypeScript in ESLint: [rules for code](eslint-rules.md).',
    ...tables,
  ]
    .join('\n\n')
    .concat('\n');
};

/** The verbs of a flow as data, and the words that editors show for them. */
const flowWords = async (home) => {
  const folder = path.join(home, 'packages/policy-schema/src');
  const contents = "export { VERBS_OF, stepVerb } from './step-verbs.js';\nexport { VERB_WORDS, OPTION_WORDS } from './define/step-words.js';\n";
  const { outputFiles } = buildSync({
    stdin: { contents, resolveDir: folder, loader: 'ts' },
    bundle: true,
    format: 'esm',
    write: false,
    logLevel: 'error',
  });
  return import(`data:text/javascript,${encodeURIComponent(outputFiles[0].text)}`);
};

const code = (names) => names.map((name) => `\`${name}\``).join(', ');

const verbTables = async (home) => {
  const { VERBS_OF, stepVerb, OPTION_WORDS, VERB_WORDS } = await flowWords(home);
  const verbs = VERBS_OF.flow.map((name) => {
    const { options, compulsory, leftOut } = stepVerb(name);
    const open = leftOut.map(
      ({ outcome, with: beside, channels }) =>
        `\`${outcome}\`${beside === undefined ? '' : ` (with \`${beside}\`)`}${channels === undefined ? '' : ` (${channels.join(', ')})`}`,
    );
    return [
      `\`${name}\``,
      cell(VERB_WORDS[name].description),
      options.map((option) => `\`${option}\`${compulsory.includes(option) ? '*' : ''}`).join(' '),
      open.join(', '),
    ];
  });
  const used = Object.keys(OPTION_WORDS).filter((option) => VERBS_OF.flow.some((name) => stepVerb(name).options.includes(option)));
  const place = / Name a step \(`id`\) or a part; or write .*$/u;
  const words = used.map((option) => {
    const { description, enum: values, items } = OPTION_WORDS[option];
    const possible = values ?? items?.enum;
    return [
      `\`${option}\``,
      `${cell(description.replace(place, ''))}${possible === undefined ? '' : ` One of: ${code(possible)}.`}`,
      `\`${cell(JSON.stringify(OPTION_WORDS[option].examples[0]))}\``,
    ];
  });
  return [
    table(['verb', 'what it says', 'options (* must be there)', 'unknown if left out'], verbs),
    '### Options',
    table(['option', 'what it says', 'example'], words),
  ].join('\n\n');
};

/** The page on flows with fresh tables; undefined where there is no such page, or none with markers. */
const flowPage = async (home) => {
  const file = path.join(home, FLOW_PAGE),
    text = existsSync(file) ? readFileSync(file, 'utf8') : '';
  const [from, to] = [text.indexOf(VERBS_START), text.indexOf(VERBS_END)];
  return from < 0 || to < from ? undefined : `${text.slice(0, from + VERBS_START.length)}\n\n${await verbTables(home)}\n\n${text.slice(to)}`;
};

/** Path -> text: a page for each rule, their index, and the page on flows. `made` are the packs that are made from the rules. */
export const rulePages = async (home, { rules, packs }, made) => {
  const all = { ...packs, ...made };
  return {
    ...Object.fromEntries(rules.map((rule) => [`${path.posix.dirname(rule.path)}/README.md`, page(home, rule, all)])),
    [INDEX]: index(rules),
    [FLOW_PAGE]: await flowPage(home),
  };
};
