import { hole } from '../../model/artefact.js';
import { factsToldBy } from '../../model/prompt-words.js';
import type { Told } from '../../model/step.js';
import type { Route } from '../../source/source.js';
import type { Block } from './block.js';
import { paramRoute } from './block.js';
import { isMap, textOf } from '../../source/values.js';

/** One thing that is heard at a block. */
export interface Said {
  /** The words; empty for music, undefined for a recording or a variable. */
  readonly text?: string;
  /** Why there are no words, as the end of a sentence. */
  readonly why?: string;
  readonly route: Route;
}

/** All that is heard at a block. */
export interface Prompt {
  readonly said: readonly Said[];
  /** All known words, for labels and heuristics. */
  readonly words: string;
  /** It is there, but only as a pause: a recorder waiting, or a gap. */
  readonly silent: boolean;
  /** Facts that its dynamic parts tell, by their names. */
  readonly tells: readonly Told[];
}

/** Nothing is heard. */
export const SILENCE: Prompt = { said: [], words: '', silent: false, tells: [] };

/** A value filled in at run time or on deployment: `$.Attributes.name`, `${NAME}`, `{{name}}`, `%Name%`, `__NAME__`. */
const DYNAMIC = /\$\.[A-Za-z][\w-]*(?:\.[\w-]+|\[[^\]]*\])*|\$?\$\{[^}]*\}|\{\{[^}]*\}\}|%[A-Za-z]\w*%|__[A-Z][A-Z\d]*(?:_[A-Z\d]+)*__/gu;

const ENTITIES: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&apos;': "'",
  '&#39;': "'",
  '&nbsp;': ' ',
};

/** The last part of a dynamic name: what a reader of the sentence would put in its place. */
const shortName = (raw: string): string => {
  const parts = raw
    .replace(/[${}[\]'"%]|^__|__$/gu, ' ')
    .trim()
    .split(/[.\s]+/u);
  return parts.at(-1) ?? raw;
};

interface Words {
  readonly text: string;
  /** It consists of one dynamic part only. */
  readonly whole?: string;
}

const withHoles = (text: string, tells: Set<Told>): Words => {
  if (!/\$|\{\{|%|__/u.test(text)) return { text };
  const whole: string[] = [];
  let rest = '';
  let last = 0;
  const out = text.replace(DYNAMIC, (raw, offset: number) => {
    for (const fact of factsToldBy([raw])) tells.add(fact);
    whole.push(raw);
    rest += text.slice(last, offset);
    last = offset + raw.length;
    return hole(shortName(raw));
  });
  rest += text.slice(last);
  return whole.length > 0 && !/[\p{L}\p{N}]/u.test(rest) ? { text: out, whole: whole.join(' and ') } : { text: out };
};

/** Speech markup without its tags; pauses and beeps leave nothing. */
const stripped = (ssml: string): { words: string; recording: boolean } => {
  const recording = /<audio\b/iu.test(ssml);
  const words = ssml
    .replace(/<say-as[^>]*expletive[^>]*>[^<]*<\/say-as>/giu, ' ')
    .replace(/<!--[^]*?-->|<[^>]*>/gu, ' ')
    .replace(/&(?:amp|lt|gt|quot|apos|#39|nbsp);/gu, (entity) => ENTITIES[entity] ?? ' ')
    .replace(/\s+/gu, ' ')
    .trim();
  return { words, recording };
};

const MUSIC = /music|\bhold\b|customerhold|\.wav_hold/iu;
const BEEP = /\bbeep\b|silence|\bblank\b|^tone\b/iu;

const ofRecording = (name: string | undefined, value: unknown, route: Route): Said | undefined => {
  if (name !== undefined && BEEP.test(name)) return undefined;
  if (name !== undefined && MUSIC.test(name)) return { text: '', route };
  const dynamic = textOf(value)?.startsWith('$.') === true;
  return { why: dynamic ? `its recording is chosen by ${String(value)}` : `it is a recording${name === undefined ? '' : ` ("${name}")`}`, route };
};

class Collector {
  readonly said: Said[] = [];
  readonly tells = new Set<Told>();
  words = '';
  silent = false;

  text(value: unknown, route: Route, markup: boolean): void {
    const raw = typeof value === 'string' ? value.trim() : textOf(value);
    if (raw === undefined) return;
    if (markup || raw.startsWith('<speak')) {
      const { words, recording } = stripped(raw);
      if (recording) this.said.push({ why: 'it is a recording', route });
      if (words !== '' || !recording) this.#plain(words, route);
    } else this.#plain(raw, route);
  }

  recording(value: unknown, name: string | undefined, route: Route): void {
    if (textOf(value) === undefined && !isMap(value)) return;
    const said = ofRecording(name, value, route);
    if (said === undefined) this.silent = true;
    else this.said.push(said);
  }

  /** A prompt in which nothing can be spoken (a blank, a lone quote mark) is a pause. */
  #plain(raw: string, route: Route): void {
    if (!/[\p{L}\p{N}]/u.test(raw)) {
      this.silent = true;
      return;
    }
    const { text, whole } = withHoles(raw, this.tells);
    if (whole === undefined) {
      this.said.push({ text, route });
      this.words = this.words === '' ? text : `${this.words} ${text}`;
    } else this.said.push({ why: `the words are taken from ${whole}`, route });
  }
}

const collect = (into: Collector, from: Readonly<Record<string, unknown>>, at: (name: string) => Route, shown: string | undefined): void => {
  into.text(from.Text, at('Text'), false);
  into.text(from.SSML, at('SSML'), true);
  if ('PromptId' in from) into.recording(from.PromptId, shown, at('PromptId'));
  if (isMap(from.Media)) into.recording(from.Media, undefined, at('Media'));
};

/** Whether a block has anything that might be heard. */
export const hasPrompt = ({ params }: Block): boolean =>
  params.Text !== undefined ||
  params.SSML !== undefined ||
  params.PromptId !== undefined ||
  params.Media !== undefined ||
  params.Messages !== undefined;

/** What is heard at a block. */
export const promptOf = (block: Block): Prompt => {
  const { params } = block;
  const out = new Collector();
  collect(out, params, (name) => paramRoute(block, name), block.shown?.PromptId);
  if (Array.isArray(params.Messages)) {
    const base = paramRoute(block, 'Messages');
    params.Messages.forEach((message: unknown, index) => {
      if (isMap(message)) collect(out, message, (name) => [...base, index, name], undefined);
    });
  }
  return { said: out.said, words: out.words, silent: out.silent && out.said.length === 0, tells: [...out.tells] };
};
