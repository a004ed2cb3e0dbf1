import { commentsOf, type Finding, type Place } from '@carelint/core';
import type { DirectiveType, FileProblem, RulesConfig, SourceLocation } from '@eslint/core';
import { ConfigCommentParser, Directive, TextSourceCodeBase, VisitNodeStep } from '@eslint/plugin-kit';
import { SLIP, UNREAD } from '../flow-rules/ids.js';
import { judge, type Assumptions, type Options } from './judge.js';
import { messageOf } from './message.js';
import { LINE_END, syntaxOf, type FlowDocument, type ReadFlow } from './read.js';

/** A comment that speaks to ESLint. */
interface FlowComment {
  readonly type: 'Comment';
  /** Its words, without `#`. */
  readonly value: string;
  readonly loc: SourceLocation;
  readonly range: [number, number];
}

/** Something that a rule says of a file. */
export interface Told {
  readonly told: string;
  readonly loc: SourceLocation;
  /** What would mend it. */
  readonly mends: readonly ToldMend[];
}

/** A change that somebody may ask for; its edits belong together. */
interface ToldMend {
  readonly title: string;
  readonly edits: readonly { readonly range: [number, number]; readonly text: string }[];
}

const parser = new ConfigCommentParser();
const DISABLES: ReadonlySet<string> = new Set(['eslint-disable', 'eslint-enable', 'eslint-disable-line', 'eslint-disable-next-line']);

const locOf = ({ line, column, endLine, endColumn }: Place): SourceLocation => ({
  start: { line, column },
  end: { line: endLine, column: endColumn },
});

const START: Place = { line: 1, column: 1, endLine: 1, endColumn: 1 };

/** A file of flows as ESLint sees it. It is judged once, by all rules that look at it. */
export class FlowSourceCode extends TextSourceCodeBase<{
  LangOptions: Record<string, unknown>;
  RootNode: FlowDocument;
  SyntaxElementWithLoc: FlowDocument | FlowComment;
  ConfigNode: FlowComment;
}> {
  /** Rules made for parsers ask for these. */
  readonly parserServices = {};
  readonly visitorKeys = { FlowDocument: [] };
  readonly #flow: ReadFlow;
  readonly #assume: Assumptions;
  readonly #asked = new Map<string, Options>();
  #findings: readonly Finding[] | undefined;
  #comments: readonly FlowComment[] | undefined;

  constructor(flow: ReadFlow, ast: FlowDocument, assume: Assumptions) {
    super({ text: flow.source.text, ast, lineEndingPattern: LINE_END });
    this.#flow = flow;
    this.#assume = assume;
  }

  /** A rule wants to look at this file; all of them say so before the first asks what was found. */
  ask(rule: string, options: Options): void {
    this.#asked.set(rule, options);
    this.#findings = undefined;
  }

  /** What a rule that has asked says of this file. */
  toldBy(rule: string, withJourney: boolean): readonly Told[] {
    if (rule === UNREAD || rule === SLIP) return this.#problems(rule === SLIP ? 'advice' : 'problem');
    this.#findings ??= judge(this.#flow, this.#asked, this.#assume);
    return this.#findings
      .filter((finding) => finding.rule === rule)
      .map((finding) => ({ told: messageOf(finding, withJourney), loc: locOf(finding), mends: this.#mendsOf(finding) }));
  }

  #problems(wanted: 'problem' | 'advice'): readonly Told[] {
    return this.#flow.problems
      .filter(({ severity }) => (severity ?? 'problem') === wanted)
      .map(({ message, place }) => ({ told: message, loc: locOf(place ?? START), mends: [] }));
  }

  /** One file may be a part of a service: what `--fix` would do knowing all of it is only suggested here. */
  #mendsOf({ fix, suggestions = [] }: Finding): readonly ToldMend[] {
    return [...(fix === undefined ? [] : [fix]), ...suggestions].map(({ title, edits }) => ({
      title,
      edits: edits.map(({ line, column, endLine, endColumn, text }) => ({
        range: [this.getIndexFromLoc({ line, column }), this.getIndexFromLoc({ line: endLine, column: endColumn })],
        text,
      })),
    }));
  }

  /** ESLint may lint the same file once more by other rules. */
  finalize(): void {
    this.#asked.clear();
    this.#findings = undefined;
  }

  override *traverse(): Iterable<VisitNodeStep> {
    yield new VisitNodeStep({ target: this.ast, phase: 1, args: [this.ast] });
    yield new VisitNodeStep({ target: this.ast, phase: 2, args: [this.ast] });
  }

  override getParent(): undefined {
    return undefined;
  }

  /** Comments that speak to ESLint. */
  getInlineConfigNodes(): FlowComment[] {
    this.#comments ??= this.text.includes('eslint') ? this.#findComments() : [];
    return [...this.#comments];
  }

  #findComments(): readonly FlowComment[] {
    return commentsOf(this.#flow.source, syntaxOf(this.#flow), 'eslint').map(({ text, place }) => {
      const loc = locOf(place);
      return { type: 'Comment', value: text, loc, range: [this.getIndexFromLoc(loc.start), this.#endOf(place)] };
    });
  }

  #endOf({ line, column, endColumn }: Place): number {
    return this.getIndexFromLoc({ line, column }) + endColumn - column;
  }

  getDisableDirectives(): { directives: Directive[]; problems: FileProblem[] } {
    const directives = this.getInlineConfigNodes().flatMap((node) => {
      const parsed = parser.parseDirective(node.value);
      if (parsed === undefined || !DISABLES.has(parsed.label)) return [];
      const { label, value, justification } = parsed;
      return [new Directive({ type: label.slice('eslint-'.length) as DirectiveType, node, value, justification })];
    });
    return { directives, problems: [] };
  }

  applyInlineConfig(): { configs: { config: { rules: RulesConfig }; loc: SourceLocation }[]; problems: FileProblem[] } {
    const configs: { config: { rules: RulesConfig }; loc: SourceLocation }[] = [];
    const problems: FileProblem[] = [];
    for (const { value: words, loc } of this.getInlineConfigNodes()) {
      const directive = parser.parseDirective(words);
      if (directive?.label !== 'eslint') continue;
      const parsed = parser.parseJSONLikeConfig(directive.value);
      if (parsed.ok) configs.push({ config: { rules: parsed.config }, loc });
      else problems.push({ ruleId: null, message: parsed.error.message, loc });
    }
    return { configs, problems };
  }

  /** Rules for code that are on for all files ask for comments and scopes before they look at anything. No comment of a flow concerns them. */
  readonly comments: readonly [] = [];

  getAllComments(): readonly [] {
    return [];
  }

  /** See `comments`. */
  getScope(): object {
    return {
      type: 'global',
      isStrict: false,
      block: this.ast,
      upper: null,
      set: new Map(),
      variables: [],
      references: [],
      through: [],
      childScopes: [],
    };
  }
}
