/** A regular expression that cannot be used: what is wrong, and where in it. */
export class PatternError extends Error {
  constructor(
    message: string,
    /** Offset in the pattern. */
    readonly at: number,
  ) {
    super(message);
    this.name = 'PatternError';
  }
}

/** Whether one character fits. */
export type CharTest = (char: string) => boolean;

/** A parsed pattern. */
export type Node =
  | { readonly is: 'char'; readonly test: CharTest }
  | { readonly is: 'assert'; readonly what: 'begin' | 'end' | 'word-edge' | 'no-word-edge' }
  | { readonly is: 'all' | 'one'; readonly parts: readonly Node[] }
  | { readonly is: 'repeat'; readonly part: Node; readonly least: number; readonly most: number };

const LONGEST = 1000;
const DEEPEST = 50;
const MOST_ANSWERS = 1000;

const WORD_CHAR = /^[\p{L}\p{N}\p{M}_]$/u;
/** Whether `\w` fits: letters and digits of every script. */
export const isWordChar: CharTest = (char) => WORD_CHAR.test(char);
const isDigit: CharTest = (char) => char >= '0' && char <= '9';
const isBlank: CharTest = (char) => /^\s$/u.test(char);
const not =
  (test: CharTest): CharTest =>
  (char) =>
    !test(char);

const CLASSES: Readonly<Record<string, CharTest>> = { d: isDigit, D: not(isDigit), w: isWordChar, W: not(isWordChar), s: isBlank, S: not(isBlank) };
const CONTROLS: Readonly<Record<string, string>> = { t: '\t', n: '\n', r: '\r', f: '\f', v: '\v' };

/** Answers are kept: a large set that is repeated a thousand times is asked once a character. */
const remembered = (test: CharTest): CharTest => {
  const answers = new Map<string, boolean>();
  return (char) => {
    let answer = answers.get(char);
    if (answer === undefined) {
      if (answers.size >= MOST_ANSWERS) answers.clear();
      answers.set(char, (answer = test(char)));
    }
    return answer;
  };
};

/** Upper and lower case are one. */
const folded =
  (test: CharTest): CharTest =>
  (char) =>
    test(char) || test(char.toLowerCase()) || test(char.toUpperCase());
const literal = (wanted: string): CharTest => folded((char) => char === wanted);

class Parser {
  private at = 0;
  private depth = 0;
  private readonly chars: readonly string[];

  constructor(source: string) {
    this.chars = Array.from(source);
    if (this.chars.length > LONGEST) throw new PatternError(`The pattern is longer than ${LONGEST} characters.`, LONGEST);
  }

  parse(): Node {
    const node = this.alternatives();
    if (this.at < this.chars.length) this.fail('There is a ) without its (.');
    return node;
  }

  private fail(message: string, at = this.at): never {
    throw new PatternError(message, at);
  }

  private peek(): string | undefined {
    return this.chars[this.at];
  }

  private take(wanted: string): boolean {
    if (this.peek() !== wanted) return false;
    this.at++;
    return true;
  }

  private alternatives(): Node {
    if (++this.depth > DEEPEST) this.fail('The pattern has too many groups inside each other.');
    const parts = [this.sequence()];
    while (this.take('|')) parts.push(this.sequence());
    this.depth--;
    return parts.length === 1 ? (parts[0] as Node) : { is: 'one', parts };
  }

  private sequence(): Node {
    const parts: Node[] = [];
    for (let char = this.peek(); char !== undefined && char !== '|' && char !== ')'; char = this.peek()) parts.push(this.repeated());
    return { is: 'all', parts };
  }

  private repeated(): Node {
    const begin = this.at;
    let node = this.atom();
    for (let mark = this.at, bounds = this.bounds(); bounds !== undefined; mark = this.at, bounds = this.bounds()) {
      if (node.is === 'assert') this.fail('There is nothing to repeat here.', begin);
      if (node.is === 'repeat') this.fail('A repetition cannot be repeated; put it in brackets.', mark);
      this.take('?'); // lazy or greedy: the same, as only the presence counts
      node = { is: 'repeat', part: node, least: bounds[0], most: bounds[1] };
    }
    return node;
  }

  private bounds(): [number, number] | undefined {
    if (this.take('*')) return [0, Infinity];
    if (this.take('+')) return [1, Infinity];
    if (this.take('?')) return [0, 1];
    if (this.peek() !== '{') return undefined;
    const match = /^\{(\d{1,4})(,(\d{1,4})?)?\}/u.exec(this.chars.slice(this.at, this.at + 12).join(''));
    if (match === null) this.fail('A { must begin a repetition such as {2,5}; write \\{ for the character.');
    this.at += match[0].length;
    const least = Number(match[1]);
    const most = match[2] === undefined ? least : match[3] === undefined ? Infinity : Number(match[3]);
    if (most < least) this.fail('The bounds of this repetition are the wrong way round.');
    return [least, most];
  }

  private atom(): Node {
    const char = this.chars[this.at++];
    switch (char) {
      case '(':
        return this.group();
      case '[':
        return { is: 'char', test: this.set() };
      case '.':
        return { is: 'char', test: (other) => other !== '\n' };
      case '^':
        return { is: 'assert', what: 'begin' };
      case '$':
        return { is: 'assert', what: 'end' };
      case '\\':
        return this.escape();
      case '*':
      case '+':
      case '?':
      case '{':
        return this.fail('There is nothing to repeat here.', this.at - 1);
      default:
        return { is: 'char', test: literal(char ?? '') };
    }
  }

  private group(): Node {
    const begin = this.at - 1;
    if (this.take('?') && !this.take(':')) {
      const named = /^<\p{L}[\p{L}\p{N}_]*>/u.exec(this.chars.slice(this.at, this.at + 40).join(''));
      if (named === null) this.fail('Looking ahead or behind is not possible in a policy; use a second phrase, or `not`.', begin);
      this.at += Array.from(named[0]).length;
    }
    const node = this.alternatives();
    if (!this.take(')')) this.fail('This ( is never closed.', begin);
    return node;
  }

  private escape(): Node {
    const next = this.peek();
    if (next === 'b' || next === 'B') {
      this.at++;
      return { is: 'assert', what: next === 'b' ? 'word-edge' : 'no-word-edge' };
    }
    const escaped = this.escaped();
    return { is: 'char', test: typeof escaped === 'string' ? literal(escaped) : escaped };
  }

  /** What stands after a backslash: one character, or a class of them. */
  private escaped(): string | CharTest {
    const char = this.peek();
    if (char === undefined) this.fail('The pattern ends in a single backslash.');
    this.at++;
    const known = CLASSES[char] ?? CONTROLS[char];
    if (known !== undefined) return known;
    if (char === 'p' || char === 'P') return this.property(char === 'P');
    if (char === 'u' || char === 'x') return this.code(char);
    if (/^\d$/u.test(char) || char === 'k') this.fail('Referring back to a group is not possible in a policy.', this.at - 2);
    if (/^\p{L}$/u.test(char)) this.fail(`\\${char} has no meaning here.`, this.at - 2);
    return char;
  }

  private property(negated: boolean): CharTest {
    const match = /^\{[A-Za-z_=]+\}/u.exec(this.chars.slice(this.at, this.at + 60).join(''));
    if (match === null) this.fail('Write the property in braces, such as \\p{L}.');
    this.at += match[0].length;
    try {
      const property = new RegExp(`^\\p${match[0]}$`, 'u');
      return (char) => property.test(char) !== negated;
    } catch {
      return this.fail(`There is no property ${match[0]}.`);
    }
  }

  private code(kind: string): string {
    const match = /^(?:\{([0-9a-f]{1,6})\}|([0-9a-f]{4})|([0-9a-f]{2}))/iu.exec(this.chars.slice(this.at, this.at + 8).join(''));
    const hex = match === null ? undefined : kind === 'x' ? (match[3] ?? match[2]?.slice(0, 2)) : (match[1] ?? match[2]);
    if (match === null || hex === undefined || parseInt(hex, 16) > 0x10ffff) this.fail(`\\${kind} wants a character's number in hexadecimal.`);
    this.at += kind === 'x' ? 2 : match[0].length;
    return String.fromCodePoint(parseInt(hex, 16));
  }

  private set(): CharTest {
    const begin = this.at - 1;
    const negated = this.take('^');
    const tests: CharTest[] = [];
    while (!this.take(']')) {
      if (this.peek() === undefined) this.fail('This [ is never closed.', begin);
      tests.push(this.member());
    }
    const any = remembered(folded((char) => tests.some((test) => test(char))));
    return negated ? not(any) : any;
  }

  private single(): string | CharTest {
    const char = this.chars[this.at++];
    return char === '\\' ? this.escaped() : (char ?? '');
  }

  private member(): CharTest {
    const from = this.single();
    if (typeof from !== 'string') return from;
    if (this.peek() !== '-' || this.chars[this.at + 1] === ']') return (char) => char === from;
    this.at++;
    const to = this.single();
    const [least, most] = [from.codePointAt(0) ?? 0, typeof to === 'string' ? (to.codePointAt(0) ?? 0) : -1];
    if (most < least) this.fail('This range is the wrong way round.');
    return (char) => {
      const code = char.codePointAt(0) ?? 0;
      return code >= least && code <= most;
    };
  }
}

/** Parses the regular expressions that policies may use: what RE2 knows, without groups that remember. Throws a `PatternError`. */
export const parsePattern = (source: string): Node => new Parser(source).parse();
