import type { Root } from 'mdast';
import { guessLanguage } from '../../model/language.js';
import type { ParsedDocument } from '../../source/document.js';
import { LineMap } from '../../source/line-map.js';
import type { Source } from '../../source/source.js';
import type { Reader, ReadResult } from '../reader.js';
import { listen, type Spoken } from './lift.js';
import { isMarked, mayBeScript } from './recognise.js';
import { isOfReplies, topicOf } from './words.js';

let parse: ((text: string) => Root) | undefined;

const prepare = async (): Promise<void> => {
  const [{ fromMarkdown }, { gfmTableFromMarkdown }, { gfmTable }] = await Promise.all([
    import('mdast-util-from-markdown'),
    import('mdast-util-gfm-table'),
    import('micromark-extension-gfm-table'),
  ]);
  parse = (text) => fromMarkdown(text, { extensions: [gfmTable()], mdastExtensions: [gfmTableFromMarkdown()] });
};

/** Keys and values before the text, between two lines of hyphens. */
const FRONT = /^---[ \t]*\r?\n(?:[^\n]*\n){0,100}?---[ \t]*(?:\r?\n|$)/u;

const frontOf = (text: string): string => FRONT.exec(text)?.[0] ?? '';

const valueIn = (front: string, key: RegExp): string | undefined =>
  key
    .exec(front)?.[1]
    ?.trim()
    .replace(/^["']|["']$/gu, '');

/** A file in which two versions were left side by side says two things at once. */
const conflictIn = ({ path, text }: Source): ReadResult | undefined => {
  const mark = /^<{7} /mu.exec(text);
  if (mark === null || !/^>{7} /mu.test(text)) return undefined;
  const message = 'Here begin two versions of the same lines, left by a merge (`<<<<<<<`). Keep one of them. The file was not read.';
  return { ok: false, problems: [{ path, message, place: new LineMap(text).place(mark.index, mark.index + 7) }] };
};

/** One line that is plainly spoken may be an example in a manual, and so may a few that are only quoted. */
const isScript = ({ plainly, quoted }: Spoken): boolean => plainly >= 2 || (plainly === 1 && quoted > 0) || quoted >= 3;

const titleFrom = (path: string): string => (path.split(/[/\\]/u).at(-1) ?? path).replace(/\.\w+$/u, '');

const read = ({ source }: ParsedDocument): ReadResult | undefined => {
  const { text, path } = source;
  if (!mayBeScript(path, text)) return undefined;
  if (parse === undefined) throw new Error('the reader of Markdown was asked to read before it was prepared');
  const conflict = conflictIn(source);
  if (conflict !== undefined) return conflict;
  const front = frontOf(text);
  // Blanks in its place keep all offsets.
  const body = front === '' ? text : front.replace(/[^\r\n]/gu, ' ') + text.slice(front.length);
  const spoken = listen(parse(body), body);
  if (!isScript(spoken) && !isMarked(text)) return undefined;
  const language = valueIn(front, /^lang(?:uage)?:[ \t]*([^\n]+)$/mu) ?? guessLanguage(spoken.utterances.map((utterance) => utterance.text ?? ''));
  // Words of a language for which there are no phrases cannot be judged.
  if (language === 'other') return undefined;
  const told = language === undefined ? {} : { language };
  const name = valueIn(front, /^title:[ \t]*([^\n]+)$/mu) ?? spoken.title ?? titleFrom(path);
  const topic = topicOf(`${name} ${titleFrom(path)}`);
  const sent = isOfReplies(name) ? { place: 'mail' as const } : {};
  return {
    ok: true,
    artefacts: [
      {
        kind: 'script',
        role: 'entry',
        id: 'script',
        name,
        keys: [],
        path,
        syntax: 'text',
        route: [],
        ...told,
        ...(topic === undefined ? {} : { topic }),
        steps: [],
        edges: [],
        utterances: spoken.utterances.map((utterance) => ({ ...utterance, ...(utterance.speaker === 'agent' ? sent : {}), ...told })),
        values: {},
        format: 'script-markdown',
      },
    ],
  };
};

/** Reads agent scripts in Markdown: what staff say, what customers say, what staff are told. A page that is not plainly a script is left alone. */
export const reader: Reader = {
  id: 'script-markdown',
  title: 'Agent script (Markdown)',
  mayClaim: ({ path, text }) => mayBeScript(path, text),
  prepare,
  read,
};
