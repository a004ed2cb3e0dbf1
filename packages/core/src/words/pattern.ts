import { sentenceAt } from './sentences.js';
import { prepare } from './tokens.js';
import type { Match, Matcher } from './phrases.js';
import type { Prepared } from './tokens.js';
import { isWordChar, parsePattern, PatternError } from './pattern-parse.js';
import type { CharTest, Node } from './pattern-parse.js';

/** One instruction; threads run through them side by side, so the time is text times pattern, whatever the pattern. */
type Instruction =
  | { readonly does: 'char'; readonly test: CharTest }
  | { readonly does: 'assert'; readonly what: 'begin' | 'end' | 'word-edge' | 'no-word-edge' }
  | { does: 'fork'; ways: number[] }
  | { readonly does: 'accept' };

/** Enough for any rule a person would write, and few enough for the largest text. */
const MOST_INSTRUCTIONS = 1000;

class Program {
  readonly code: Instruction[] = [];

  add(instruction: Instruction): number {
    if (this.code.length >= MOST_INSTRUCTIONS) throw new PatternError('The pattern is too large; make its repetitions smaller.', 0);
    this.code.push(instruction);
    return this.code.length - 1;
  }

  fork(): { does: 'fork'; ways: number[] } {
    const instruction: { does: 'fork'; ways: number[] } = { does: 'fork', ways: [] };
    this.add(instruction);
    return instruction;
  }

  compile(node: Node): void {
    switch (node.is) {
      case 'char':
        this.add({ does: 'char', test: node.test });
        break;
      case 'assert':
        this.add({ does: 'assert', what: node.what });
        break;
      case 'all':
        for (const part of node.parts) this.compile(part);
        break;
      case 'one':
        this.alternatives(node.parts);
        break;
      case 'repeat':
        this.repeat(node.part, node.least, node.most);
        break;
    }
  }

  private alternatives(parts: readonly Node[]): void {
    const entry = this.fork();
    const exits = parts.map((part) => {
      entry.ways.push(this.code.length);
      this.compile(part);
      return this.fork();
    });
    for (const exit of exits) exit.ways.push(this.code.length);
  }

  private repeat(part: Node, least: number, most: number): void {
    const begun = this.code.length;
    for (let i = 0; i < least; i++) {
      this.compile(part);
      // Nothing, however often: `((){9999}){9999}` would keep us busy for hours.
      if (this.code.length === begun) return;
    }
    if (most === Infinity) {
      const loop = this.fork();
      const again = this.code.indexOf(loop);
      loop.ways.push(this.code.length);
      this.compile(part);
      this.fork().ways.push(again);
      loop.ways.push(this.code.length);
      return;
    }
    const optional: { ways: number[] }[] = [];
    for (let i = least; i < most; i++) {
      const choice = this.fork();
      choice.ways.push(this.code.length);
      optional.push(choice);
      this.compile(part);
    }
    for (const choice of optional) choice.ways.push(this.code.length);
  }
}

const holds = (what: string, before: string | undefined, after: string | undefined): boolean => {
  if (what === 'begin') return before === undefined;
  if (what === 'end') return after === undefined;
  const edge = (before !== undefined && isWordChar(before)) !== (after !== undefined && isWordChar(after));
  return edge === (what === 'word-edge');
};

/** Where the match that ends first ends, counted in characters; undefined if there is none. */
const firstEnd = (code: readonly Instruction[], chars: readonly string[]): number | undefined => {
  let threads: number[] = [];
  const stamp = new Int32Array(code.length).fill(-1);
  const stack: number[] = [];
  for (let at = 0; at <= chars.length; at++) {
    const [before, here] = [chars[at - 1], chars[at]];
    const waiting: number[] = [];
    stack.push(0);
    for (let i = threads.length - 1; i >= 0; i--) stack.push(threads[i] as number);
    for (let pc = stack.pop(); pc !== undefined; pc = stack.pop()) {
      if (stamp[pc] === at) continue;
      stamp[pc] = at;
      const instruction = code[pc] as Instruction;
      if (instruction.does === 'accept') return at;
      if (instruction.does === 'char') waiting.push(pc);
      else if (instruction.does === 'fork') stack.push(...instruction.ways);
      else if (holds(instruction.what, before, here)) stack.push(pc + 1);
    }
    if (here === undefined) return undefined;
    threads = [];
    for (const pc of waiting) if ((code[pc] as { test: CharTest }).test(here)) threads.push(pc + 1);
  }
  return undefined;
};

/** A regular expression of a policy, matched in time linear in the text. */
export interface Pattern extends Matcher {
  /** Whether it fits anywhere in this very text. */
  test(text: string): boolean;
}

/**
 * Compiles `/.../` of a policy (given without the slashes). Upper and lower case are one, `\b` and `\w` know letters of every language.
 * Like RE2 it has no back references and no looking around, and so cannot stall a run. Throws a `PatternError`.
 */
export const compilePattern = (source: string): Pattern => {
  const program = new Program();
  program.compile(parsePattern(source));
  program.add({ does: 'accept' });
  const find = (given: string | Prepared): Match | undefined => {
    const { text } = typeof given === 'string' ? prepare(given) : given;
    const chars = Array.from(text);
    const length = firstEnd(program.code, chars);
    if (length === undefined) return undefined;
    const end = chars.slice(0, length).join('').length;
    return { phrase: `/${source}/`, start: Math.max(0, end - 1), end, text: sentenceAt(text, Math.max(0, end - 1), end) };
  };
  return { test: (text) => firstEnd(program.code, Array.from(text)) !== undefined, find };
};
