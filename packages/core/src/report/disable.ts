import type { Artefact } from '../model/artefact.js';
import type { Step } from '../model/step.js';
import type { Verdict } from '../policy/verdict.js';
import type { Locate } from '../source/document.js';
import type { Place, Source } from '../source/source.js';
import { withoutRules } from '../mend/exceptions.js';
import type { Edit } from '../mend/edit.js';
import { LineMap } from '../source/line-map.js';
import { isCodeFile } from './code-comments.js';
import { commentsOf } from './comments.js';
import { parseDirective, type Directive } from './directive.js';
import type { TextOf } from './place.js';
import type { Finding, ReportException } from './report.js';

/** What comments that switch rules off need to know of the run. */
export interface DirectiveInput {
  /** Files in which `DIRECTIVE_MARK` stands: only they are looked into. */
  readonly files: readonly string[];
  readonly artefacts: readonly Artefact[];
  /** All rules that there are, on or off. */
  readonly known: readonly string[];
  /** Whether a rule ran: a comment for one that did not is not unused. */
  readonly ran: (rule: string) => boolean;
}

/** A finding with the verdict that it was made of. */
export interface Placed {
  readonly verdict: Verdict;
  readonly finding: Finding;
}

/** Something to say of a comment. */
export interface AboutComment {
  readonly path: string;
  readonly place: Place;
  readonly words: string;
  readonly message: string;
  /** Of a comment that hides nothing: its rules that do not, and what takes them out. */
  readonly idle?: { readonly rules: readonly string[]; readonly edit: Edit | undefined };
}

/** What comments did to a run. */
export interface Disabled {
  readonly left: readonly Placed[];
  readonly hidden: readonly { readonly placed: Placed; readonly by: ReportException }[];
  readonly exceptions: readonly ReportException[];
  readonly bad: readonly AboutComment[];
  readonly unused: readonly AboutComment[];
}

/** Whether a finding stands where a directive reaches. */
type Reach = (placed: Placed) => boolean;

interface StepAt {
  readonly artefact: Artefact;
  readonly step: Step;
  readonly place: Place;
}

const isWhole = ({ artefact, step }: StepAt): boolean =>
  step.route.length <= artefact.route.length && step.route.every((key, index) => key === artefact.route[index]);
const lines = ({ place }: StepAt): number => place.endLine - place.line;
const begins = (a: StepAt, b: StepAt): boolean => a.place.line === b.place.line && a.place.column === b.place.column;

/** The outermost of the steps that begin on a line. */
const beginningOn = (line: number | undefined, steps: readonly StepAt[]): readonly StepAt[] => {
  const here = steps.filter(({ place }) => place.line === line);
  const [first] = [...here].sort((a, b) => a.place.column - b.place.column);
  return first === undefined ? [] : here.filter((at) => begins(at, first));
};

/** The innermost of the steps that a line lies in. */
const around = (line: number, steps: readonly StepAt[]): readonly StepAt[] => {
  const here = steps.filter((at) => !isWhole(at) && at.place.line <= line && line <= at.place.endLine);
  const [inmost] = [...here].sort((a, b) => lines(a) - lines(b) || b.place.column - a.place.column);
  return inmost === undefined ? [] : here.filter((at) => begins(at, inmost) && lines(at) === lines(inmost));
};

/** The beginning of a site, and the page of this file. */
const pageOf = (steps: readonly StepAt[]): readonly StepAt[] => {
  const page = steps.find(({ step }) => step.kind === 'page');
  return [...steps.filter(isWhole), ...(page === undefined ? [] : [page])];
};

/** The steps that a comment means: those that begin below it, else the one that it stands in; of a page's first line, the page. */
const stepsMeant = ({ comment }: Directive, steps: readonly StepAt[]): readonly StepAt[] => {
  if (comment.first === true) return pageOf(steps);
  const below = beginningOn(comment.next, steps);
  if (comment.alone && below.length > 0) return below;
  const inside = around(comment.place.line, steps);
  return inside.length > 0 ? inside : below;
};

const reachOf = (directive: Directive, path: string, steps: () => readonly StepAt[]): Reach | string => {
  if (directive.reach === 'line') {
    const { next, first } = directive.comment;
    if (next === undefined) return 'There is no line after this comment.';
    // What is found of a page as a whole stands at its first character, before which there is no room for a comment.
    return ({ finding }) => finding.file === path && (finding.line === next || (first === true && finding.line === 1 && finding.column === 1));
  }
  const meant = stepsMeant(directive, steps());
  if (steps().length === 0) return 'Nothing in this file is a step. Write `carelint-disable-next-line` right before the line that is meant.';
  if (meant.length === 0) return 'This comment stands neither before a step nor in one.';
  return ({ verdict, finding }) =>
    finding.file === path &&
    meant.some(
      ({ artefact, step, place }) =>
        verdict.artefact.id === artefact.id &&
        (verdict.anchor === undefined ? place.line <= finding.line && finding.line <= place.endLine : verdict.anchor.id === step.id),
    );
};

/** The files of which an artefact is made: a site has many. */
const filesOf = ({ path, steps, utterances }: Artefact): readonly string[] => [
  ...new Set([path, ...steps.map((step) => step.path ?? path), ...utterances.map((utterance) => utterance.path ?? path)]),
];

const grouped = <T>(items: readonly T[], keyOf: (item: T) => string): ReadonlyMap<string, readonly T[]> => {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group === undefined) groups.set(keyOf(item), [item]);
    else group.push(item);
  }
  return groups;
};

/** Switches off what comments switch off, and says which comments are wrong or do nothing. */
export const disable = (all: readonly Placed[], input: DirectiveInput, textOf: TextOf, locate: Locate): Disabled => {
  const done = {
    hidden: new Map<Placed, ReportException>(),
    exceptions: [] as ReportException[],
    bad: [] as AboutComment[],
    unused: [] as AboutComment[],
  };
  const marked = new Set(input.files);
  const byPath = grouped(
    (marked.size === 0 ? [] : input.artefacts).flatMap((artefact) =>
      filesOf(artefact).flatMap((path) => (marked.has(path) ? [{ path, artefact }] : [])),
    ),
    ({ path }) => path,
  );
  const inFile = grouped(marked.size === 0 ? [] : all, ({ finding }) => finding.file);
  for (const path of input.files) {
    const artefacts = (byPath.get(path) ?? []).map(({ artefact }) => artefact);
    const source = textOf(path);
    if (source === undefined || artefacts[0] === undefined) continue;
    const placed = inFile.get(path) ?? [];
    let known: readonly StepAt[] | undefined;
    const steps = (): readonly StepAt[] =>
      (known ??= artefacts.flatMap((artefact) =>
        artefact.steps.flatMap((step) =>
          (step.path ?? artefact.path) === path ? [{ artefact, step, place: locate(source, artefact.syntax, step.route) }] : [],
        ),
      ));
    for (const comment of commentsOf(source, artefacts[0].syntax)) {
      const about = (message: string): AboutComment => ({ path, place: comment.place, words: comment.text, message });
      const parsed = parseDirective(comment, input.known);
      const reach = 'wrong' in parsed ? parsed.wrong : reachOf(parsed.directive, path, steps);
      if ('wrong' in parsed || typeof reach === 'string') done.bad.push(about(String(reach)));
      else {
        const idle = applyOne(parsed.directive, path, placed.filter(reach), input.ran, done);
        if (idle.length === 0) continue;
        const message = `This comment switches off ${idle.join(', ')}, which finds nothing here.`;
        done.unused.push({ ...about(message), idle: { rules: idle, edit: withoutIdle(source, parsed.directive, idle) } });
      }
    }
  }
  return {
    left: all.filter((placed) => !done.hidden.has(placed)),
    hidden: [...done.hidden].map(([placed, by]) => ({ placed, by })),
    exceptions: done.exceptions,
    bad: done.bad,
    unused: done.unused,
  };
};

const MARKDOWN = /\.(?:md|markdown|mdx)$/iu;

const withoutIdle = ({ text, path }: Source, { comment: { place, alone }, rules }: Directive, idle: readonly string[]): Edit | undefined => {
  const map = new LineMap(text);
  const [start, end] = [map.offsetOfLine(place.line) + place.column - 1, map.offsetOfLine(place.endLine) + place.endColumn - 1];
  return withoutRules(text, { start, end, alone }, rules, idle, isCodeFile(path) ? 'code' : MARKDOWN.test(path) ? 'markdown' : 'other');
};

interface Doing {
  readonly hidden: Map<Placed, ReportException>;
  readonly exceptions: ReportException[];
}

/** Switches off what one comment means. Gives its rules that ran and find nothing there. */
const applyOne = (
  { rules, because, comment }: Directive,
  path: string,
  here: readonly Placed[],
  ran: (rule: string) => boolean,
  doing: Doing,
): readonly string[] => {
  const idle: string[] = [];
  for (const rule of rules) {
    const hides = here.filter(({ finding }) => finding.rule === rule);
    if (hides.length === 0 && ran(rule)) idle.push(rule);
    if (hides.length === 0) continue;
    const { line, column } = comment.place;
    const by: ReportException = { by: 'comment', rule, because, file: path, line, column, hides: hides.map(({ finding }) => finding.fingerprint) };
    doing.exceptions.push(by);
    for (const placed of hides) if (!doing.hidden.has(placed)) doing.hidden.set(placed, by);
  }
  return idle;
};
