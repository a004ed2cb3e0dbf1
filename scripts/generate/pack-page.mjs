// The page on packs: what each is for, what a law asks in our words, which rules answer to it, and how sure we are.
import { cell, generatedFrom, list, table } from './markdown.mjs';

const SURE = {
  wording: 'The wording itself was read.',
  'sources-agree': 'Several sources agree; the wording itself was not read.',
  'one-source': 'One source tells of it; the wording itself was not read.',
};

const standing = (pack) => {
  if (pack.status === 'voluntary') return 'A standard, not a law.';
  if (pack.status === 'preview') return 'Not in force.';
  if (pack.status === 'vacated') return 'No longer in force.';
  const from = pack['in-force-from'] === undefined ? 'In force; the first day was not seen' : `In force from ${pack['in-force-from']}`;
  const adapt = pack['adapt-by'] === undefined ? '' : `, to be met by ${pack['adapt-by']}`;
  const until = pack['in-force-until'] === undefined ? '' : `, until ${pack['in-force-until']}`;
  return `${from}${adapt}${until}.`;
};

const setting = (value) => {
  if (typeof value === 'string') return value;
  const options = Object.entries(value).filter(([name]) => !['level', 'because'].includes(name));
  return `${value.level ?? 'as the rule itself'} (${options.map(([name, option]) => `\`${name}\`: ${JSON.stringify(option)}`).join(', ')})`;
};

const links = (source) =>
  list(source)
    .map((one) => (/^https?:/u.test(one) ? `<${one}>` : one))
    .join('; ');

const section = (pack, pageOf) => {
  const rule = (id) => `[\`${id}\`](${pageOf(id)})`;
  const facts = [
    ['Where', pack.jurisdiction],
    ['For whom', pack.sector],
    ['Applies if', pack['applies-if']],
    ['Standing', standing(pack)],
    ['Source', links(pack.source)],
    ['How sure', SURE[pack.sure]],
    ['Last compared with the source', pack['checked-on']],
  ].filter(([, text]) => text !== undefined);
  const demands = list(pack.demands).map(({ law, clause, asks, rules, open, sure, source }) => [
    cell(`\`${law}\`: ${clause}`),
    cell([asks, ...(sure === undefined ? [] : [SURE[sure]]), ...(source === undefined ? [] : [links(source)])].join(' ')),
    list(rules).map(rule).join(', '),
    cell(open),
  ]);
  return [
    `## ${pack.pack}`,
    `${pack.title}. ${pack.description}`,
    table(
      ['of this pack', 'what is known'],
      facts.map(([name, text]) => [name, cell(text)]),
    ),
    table(['where it stands', 'what it asks, in our words', 'rules', 'not looked at'], demands),
    `Levels: ${Object.entries(pack.rules)
      .map(([id, value]) => `${rule(id)} ${setting(value)}`)
      .join(', ')}.`,
  ].join('\n\n');
};

const byDay = (pack) => (pack.status === 'voluntary' ? 1 : 0);

/** Text of docs/packs.md. `made` are the packs that are made from the rules. */
export const packPage = ({ rules, packs }, made) => {
  const pages = new Map(rules.map(({ id, path: file }) => [id, `../${file.replace('rule.yaml', 'README.md')}`]));
  const written = Object.values(packs).sort((a, b) => byDay(a) - byDay(b) || (a.pack < b.pack ? -1 : 1));
  const rows = [
    ...Object.values(made).map(({ pack, description, rules: of }) => [`\`${pack}\``, cell(description), '', Object.keys(of).length]),
    ...written.map((pack) => [`[\`${pack.pack}\`](#${pack.pack})`, cell(pack.title), cell(standing(pack)), Object.keys(pack.rules).length]),
  ];
  return `${[
    generatedFrom('policies/packs/'),
    '# Packs',
    'A pack is a choice of rules with levels and options. Name it in `carelint.yaml` or with `--pack`; several may be named.',
    '```yaml\nextends: [recommended, es-ley-10-2025]\n```',
    '`carelint packs` lists them with how the laws stand today, `carelint explain <pack>` tells of one, `--date 2027-01-31` asks for another day.',
    table(['pack', 'what it is', 'standing', 'rules'], rows),
    '## What a pack for a law does',
    [
      '- It is judged beside the other packs and never makes one of their rules quieter. Where two packs ask for a rule with different options, each is judged, and the louder finding is shown once, with the names of both.',
      '- The day of the run decides its levels: before the law is in force, before the day by which it has to be met, and after it has ended, all its findings are advice. The report says so, with the date.',
      '- What your config says of a rule is laid over it as over any pack: `off` needs a reason.',
      '- A pack that was compared with its source more than a year ago says so.',
      '- It looks for some patterns in your files. Nothing found means that no pattern of the pack was found, and nothing more: a law asks for things that stand in no file. This is no legal advice.',
      '- What a law asks is told in our words, with the place where it stands. Its wording is not copied.',
    ].join('\n'),
    ...written.map((pack) => section(pack, (id) => pages.get(id))),
  ].join('\n\n')}\n`;
};
