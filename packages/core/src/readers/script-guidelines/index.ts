import type { Artefact, Utterance } from '../../model/artefact.js';
import { guessLanguage } from '../../model/language.js';
import { toldStaff } from '../../model/speech.js';
import type { ParsedDocument } from '../../source/document.js';
import type { Route } from '../../source/source.js';
import { isMap } from '../../source/values.js';
import type { Reader, ReadResult } from '../reader.js';

type Written = Readonly<Record<string, unknown>>;

/** One procedure: what it is for, and what staff do, step by step. */
interface Procedure {
  readonly flow: string;
  readonly name: string;
  readonly written: Written;
  readonly route: Route;
}

const isProcedure = (value: unknown): value is Written =>
  isMap(value) && Array.isArray(value['instructions']) && Array.isArray(value['actions']) && value['actions'].every(isMap);

/** All procedures; undefined where the document is not of this form. */
const proceduresOf = (value: unknown): readonly Procedure[] | undefined => {
  if (!isMap(value)) return undefined;
  const found: Procedure[] = [];
  for (const [flow, group] of Object.entries(value)) {
    if (!isMap(group) || !isMap(group['subflows'])) return undefined;
    for (const [name, written] of Object.entries(group['subflows'])) {
      if (!isProcedure(written)) return undefined;
      found.push({ flow, name, written, route: [flow, 'subflows', name] });
    }
  }
  return found.length === 0 ? undefined : found;
};

/** Parts of one line: `>` begins a step below it, `<or>` another way to do it. */
const PARTS = /\s+>\s+|\s*<or>\s*/u;

const linesAt = (value: unknown, route: Route): readonly (readonly [string, Route])[] => {
  if (typeof value === 'string') return value.split(PARTS).flatMap((part) => (part.trim() === '' ? [] : [[part.trim(), route] as const]));
  return Array.isArray(value) ? value.flatMap((item: unknown, index) => (typeof item === 'string' ? linesAt(item, [...route, index]) : [])) : [];
};

const linesOf = ({ written, route }: Procedure): readonly (readonly [string, Route])[] => [
  ...linesAt(written['instructions'], [...route, 'instructions']),
  ...(written['actions'] as readonly Written[]).flatMap((action, index) => [
    ...linesAt(action['text'], [...route, 'actions', index, 'text']),
    ...linesAt(action['subtext'], [...route, 'actions', index, 'subtext']),
  ]),
];

const lift = (procedure: Procedure, language: string | undefined, { source, syntax }: ParsedDocument): Artefact => {
  const { flow, name, written, route } = procedure;
  const told = language === undefined ? {} : { language };
  const utterances: readonly Utterance[] = linesOf(procedure).flatMap(([text, at]) =>
    toldStaff(text).map((said): Utterance => ({ text: said.text, speaker: said.speaker, ...told, route: at })),
  );
  return {
    kind: 'script',
    role: 'entry',
    id: `${flow}/${name}`,
    name,
    keys: [],
    path: source.path,
    syntax,
    route,
    ...told,
    steps: [],
    edges: [],
    utterances,
    values: written,
    format: 'script-guidelines',
  };
};

const read = (document: ParsedDocument): ReadResult | undefined => {
  if (document.problem !== undefined) return undefined;
  const procedures = proceduresOf(document.value);
  if (procedures === undefined) return undefined;
  const language = guessLanguage(procedures.flatMap((procedure) => linesOf(procedure).map(([text]) => text)));
  // Words of a language for which there are no phrases cannot be judged.
  if (language === 'other') return undefined;
  return { ok: true, artefacts: procedures.map((procedure) => lift(procedure, language, document)) };
};

/** Reads guidelines for staff as knowledge bases keep them: procedures by topic, each with instructions and the buttons to press. */
export const reader: Reader = {
  id: 'script-guidelines',
  title: 'Guidelines for agents (JSON)',
  mayClaim: ({ text }) => text.includes('"subflows"') && text.includes('"instructions"') && text.includes('"actions"'),
  read,
};
