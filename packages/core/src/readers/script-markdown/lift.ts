import type { BlockContent, Code, DefinitionContent, Heading, List, Root, RootContent, Table } from 'mdast';
import type { Speaker, Utterance } from '../../model/artefact.js';
import { toldStaff } from '../../model/speech.js';
import { passagesIn } from './fences.js';
import { linesOf, withHoles, type Line } from './lines.js';
import { announces, columnOf, demandsExactly, isAvoided, isLegal, speakerOf } from './words.js';

/** What the headings and labels above a block say of it. */
interface Setting {
  /** Who speaks what nobody is named for. */
  readonly speaker: Speaker;
  readonly avoided: boolean;
  readonly verbatim: boolean;
  readonly legal: boolean;
}

/** A section that is open, by the depth of its heading. */
interface Section extends Omit<Setting, 'speaker'> {
  readonly depth: number;
}

/** What is said in a script, and what shows that it is one. */
export interface Spoken {
  readonly utterances: readonly Utterance[];
  /** Lines that can be nothing but speech: a speaker before a colon, a whole line in quotes, a column of a table. */
  readonly plainly: number;
  /** Words in quotes that staff are told to say. */
  readonly quoted: number;
  readonly title: string | undefined;
}

/** `Agent (friendly): text`. */
const NAMED = /^(?:[✅✓👍]\s*)?(\p{L}[\p{L} ]{0,40}?)\s*(?:\([^()\n]{0,40}\)\s*)?[:：]\s*/u;
const QUOTED = /^["“„«](.+)["”“»][.!?]?$/u;
const NOTICE = /^\[?!?(?:note|tip|important|warning|caution|info)\b/iu;

type Block = RootContent | BlockContent | DefinitionContent;

class Listener {
  readonly utterances: Utterance[] = [];
  plainly = 0;
  quoted = 0;
  title: string | undefined;
  #sections: Section[] = [];
  readonly #source: string;

  constructor(source: string) {
    this.#source = source;
  }

  document({ children }: Root): void {
    this.#row(children, undefined);
  }

  #setting(speaker: Speaker): Setting {
    const any = (of: (section: Section) => boolean): boolean => this.#sections.some(of);
    return { speaker, avoided: any(({ avoided }) => avoided), verbatim: any(({ verbatim }) => verbatim), legal: any(({ legal }) => legal) };
  }

  #heading(heading: Heading): void {
    const text = linesOf(heading.children)
      .map((line) => line.text)
      .join(' ');
    if (heading.depth === 1 || this.title === undefined) this.title ??= text;
    this.#sections = this.#sections.filter(({ depth }) => depth < heading.depth);
    this.#sections.push({ depth: heading.depth, avoided: isAvoided(text), verbatim: demandsExactly(text), legal: isLegal(text) });
  }

  /** Blocks one after the other. A label may say something of those that follow: of the next one, or of all up to the next label in bold. */
  #row(blocks: readonly Block[], outer: Setting | undefined): void {
    let next: Partial<Setting> | undefined;
    let bold: Partial<Setting> | undefined;
    for (const block of blocks) {
      // A comment changes nothing of what stands around it.
      if (block.type === 'html' && /^\s*<!--[\s\S]*-->\s*$/u.test(block.value)) continue;
      if (block.type === 'heading') {
        if (outer === undefined) this.#heading(block);
        next = bold = undefined;
        continue;
      }
      const setting = { ...(outer ?? this.#setting('instruction')), ...bold, ...next };
      next = undefined;
      if (block.type === 'paragraph') {
        const label = linesOf(block.children)
          .map(({ text }) => text)
          .join(' ');
        const isBold = block.children.length === 1 && block.children[0]?.type === 'strong';
        const meant = label.length > 80 ? undefined : meaningOf(label, isBold);
        if (isBold) bold = meant;
        else next = meant;
        if (meant !== undefined) continue;
        // Read word for word: said of the whole section.
        if (demandsExactly(label) && outer === undefined) this.#exactly();
        this.#lines(linesOf(block.children), setting);
      } else this.#block(block, setting);
    }
  }

  #exactly(): void {
    const last = this.#sections.pop() ?? { depth: 1, avoided: false, legal: false };
    this.#sections.push({ ...last, verbatim: true });
  }

  #block(block: Block, setting: Setting): void {
    if (block.type === 'blockquote') {
      const [first] = block.children;
      const opening = first?.type === 'paragraph' ? (linesOf(first.children)[0]?.text ?? '') : '';
      this.#row(block.children, { ...setting, speaker: NOTICE.test(opening) || setting.speaker === 'customer' ? setting.speaker : 'agent' });
    } else if (block.type === 'list') this.#list(block, setting);
    else if (block.type === 'table') this.#table(block, setting);
    else if (block.type === 'code') this.#fence(block, setting);
  }

  /** Letters, and words in quotes, are often kept in fences so that they can be copied. */
  #fence({ lang, value, position }: Code, { avoided, verbatim, legal }: Setting): void {
    if (avoided || position?.start.column !== 1 || !/^(?:text|txt)?$/u.test(lang ?? '')) return;
    const from = this.#source.indexOf('\n', position.start.offset ?? 0) + 1;
    if (value === '' || !this.#source.startsWith(value, from)) return;
    const { kind, passages } = passagesIn(value);
    for (const { text, start, end } of passages) {
      this.plainly++;
      this.utterances.push({
        text: withHoles(text),
        speaker: 'agent',
        ...(kind === 'letter' ? { place: 'mail' as const } : {}),
        ...(verbatim ? { verbatim } : {}),
        ...(legal ? { legal } : {}),
        route: [from + start, from + end],
      });
    }
  }

  #list({ children }: List, setting: Setting): void {
    for (const item of children) this.#row(item.children, setting);
  }

  #table({ children: [head, ...rows] }: Table, setting: Setting): void {
    const columns = (head?.children ?? []).map((cell) =>
      columnOf(
        linesOf(cell.children)
          .map(({ text }) => text)
          .join(' '),
      ),
    );
    for (const row of rows) {
      for (const [index, cell] of row.children.entries()) {
        const column = columns[index] ?? 'instruction';
        if (column === 'avoid') continue;
        const lines = linesOf(cell.children);
        if (column === 'agent') this.plainly += lines.length;
        this.#lines(lines, { ...setting, speaker: column });
      }
    }
  }

  /** The lines of one paragraph: whoever was named last goes on speaking. */
  #lines(lines: readonly Line[], setting: Setting): void {
    if (setting.avoided) return;
    let speaker = setting.speaker;
    let silent = false;
    for (const line of lines) {
      const named = NAMED.exec(line.text);
      const name = named?.[1] ?? '';
      const who = named === null ? undefined : speakerOf(name);
      if (who !== undefined) {
        speaker = who;
        silent = false;
      } else if (/^[❌✗✘🚫👎]/u.test(line.text) || (named !== null && isAvoided(`${name}:`))) silent = true;
      if (!silent) this.#line(line, who === undefined ? 0 : (named?.[0].length ?? 0), speaker, setting, who !== undefined);
    }
  }

  #line(line: Line, from: number, speaker: Speaker, setting: Setting, named: boolean): void {
    const words = line.text.slice(from);
    const quoted = QUOTED.exec(words);
    if (words.trim() === '') return;
    if (quoted !== null && !(quoted[1] ?? '').includes('"')) {
      const at = from + words.indexOf(quoted[1] ?? '');
      const who = speaker === 'instruction' ? 'agent' : speaker;
      if (who === 'agent') this.plainly++;
      this.#say(line, at, at + (quoted[1] ?? '').length, who, setting);
    } else if (speaker === 'instruction') {
      for (const { text, start, end, speaker: who } of toldStaff(words)) {
        if (who === 'agent') this.quoted++;
        this.#say(line, from + start, from + end, who, setting, text);
      }
    } else {
      if (named && speaker === 'agent') this.plainly++;
      this.#say(line, from, line.text.length, speaker, setting);
    }
  }

  #say(line: Line, from: number, to: number, speaker: Speaker, { verbatim, legal }: Setting, text = line.text.slice(from, to)): void {
    this.utterances.push({
      text: withHoles(text),
      speaker,
      ...(verbatim && speaker === 'agent' ? { verbatim } : {}),
      ...(legal && speaker === 'agent' ? { legal } : {}),
      route: [line.at(from), line.at(to)],
    });
  }
}

/** What a label says of the block below it: who speaks, or that it must not be said; undefined where it is no label. */
const meaningOf = (label: string, isBold: boolean): Partial<Setting> | undefined => {
  if (!isBold && !/[:：]$/u.test(label)) return undefined;
  if (isAvoided(label)) return { avoided: true };
  const speaker = announces(label) ?? (isBold ? announces(`${label}:`) : undefined);
  return speaker === undefined ? undefined : { speaker };
};

/** Everything that is said in a document, and to whom. */
export const listen = (root: Root, source: string): Spoken => {
  const listener = new Listener(source);
  listener.document(root);
  return listener;
};
