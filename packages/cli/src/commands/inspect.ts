import { standingOf, type Artefact, type Edge, type Service, type Step } from '@carelint/core';
import { jsonWithoutCommands, withoutCommands } from '../report/ci-commands.js';
import { printable, printableJson } from '../report/printable.js';
import type { ResolvedConfig } from '../config/resolve.js';
import { settingsFor, type Selection } from '../config/settings.js';

const short = (text: string): string => printable(text.length > 70 ? `${text.slice(0, 69)}…` : text);

const edgeLine = ({ to, on, label }: Edge): string => `      ${on}${label === undefined ? '' : ` “${short(label)}”`} -> ${printable(to)}`;

const stepLines = (artefact: Artefact, { id, kind, label, data }: Step): readonly string[] => {
  const facts = Object.entries(data).map(([field, value]) => `${field}: ${short(JSON.stringify(value))}`);
  const said = artefact.utterances
    .filter(({ step }) => step === id)
    .map(({ text, why }) => (text === undefined ? `      no words: ${short(why ?? '')}` : `      “${short(text)}”`));
  return [
    `  ${printable(id)}  ${kind}${label === id ? '' : `  ${short(label)}`}`,
    ...(facts.length === 0 ? [] : [`      ${facts.join(', ')}`]),
    ...said,
    ...artefact.edges.filter(({ from }) => from === id).map(edgeLine),
  ];
};

const artefactLines = (artefact: Artefact): readonly string[] => {
  const { kind, role, channel, id, name, path, format, start } = artefact;
  const about = [kind, role, ...(channel === undefined ? [] : [channel]), `read by ${format}`].join(', ');
  return [
    `${printable(path)}: ${printable(id)}${name === id ? '' : ` (${short(name)})`}`,
    `  ${about}${start === undefined ? '' : `, begins at ${printable(start)}`}`,
    ...artefact.steps.flatMap((step) => stepLines(artefact, step)),
    '',
  ];
};

const tieLines = ({ artefacts, ties }: Service): readonly string[] =>
  ties.map(({ from, step, as, to }) => `${printable(artefacts[from]?.id ?? '')} ${printable(step)} -${as}-> ${printable(artefacts[to]?.id ?? '')}`);

/** What readers understood: artefacts alone, or with what ties them together. */
export const dump = (service: Service, what: 'artefact' | 'service', format: 'terminal' | 'json'): string => {
  if (format === 'json') return `${jsonWithoutCommands(printableJson(JSON.stringify(what === 'artefact' ? service.artefacts : service, null, 2)))}\n`;
  const lines = service.artefacts.flatMap(artefactLines);
  return `${withoutCommands([...lines, ...(what === 'service' ? tieLines(service) : [])].join('\n'))}\n`;
};

/** The config in force, after everything it builds on and the arguments. */
export const printConfig = (config: ResolvedConfig, selection: Selection): string => {
  const rules: Record<string, unknown[]> = {};
  for (const { id, level, options } of settingsFor(config, selection, []))
    rules[id] = [...(rules[id] ?? []), Object.keys(options).length === 0 ? level : { level, ...options }];
  const { path, files, ignore, failOn, assume, waivers, policies } = config;
  return `${JSON.stringify(
    {
      config: path ?? 'none',
      files,
      ignore,
      'fail-on': failOn,
      policies: policies.folders,
      assume,
      waivers: waivers.map(({ rule, file, step, because, owner, until }) => ({ rule, file, step, because, owner, until })),
      overrides: config.overrides.length,
      date: config.today,
      packs: config.packs.map((pack) => ({ pack: pack.pack, standing: standingOf(pack, config.today) })),
      rules: Object.fromEntries(Object.entries(rules).map(([id, states]) => [id, states.length === 1 ? states[0] : states])),
    },
    null,
    2,
  )}\n`;
};
