import type { Rule } from '../../policy/rule.js';
import type { Verdict } from '../../policy/verdict.js';
import { touchpointOf } from '../group.js';
import type { Finding } from '../report.js';
import type { Questions } from './questions.js';
import { mergedCells, weightOf, type ScoreCell } from './score.js';

/** A question whose answer is no: a rule that is broken in a file of an artefact, with the findings that say so. */
export interface BrokenQuestion {
  readonly rule: Rule;
  readonly touchpoint?: NonNullable<ScoreCell['touchpoint']>;
  readonly file: string;
  /** Id of the artefact. */
  readonly artefact: string;
  readonly weight: number;
  readonly findings: readonly Finding[];
}

/** The answers to all questions of a run. */
export interface Judged {
  /** Of the rules that pass, or of all. */
  readonly cells: (passes?: (rule: Rule) => boolean) => readonly ScoreCell[];
  readonly broken: readonly BrokenQuestion[];
}

type Answer = 'broken' | 'unknown' | 'spoken-for';

const fileOf = ({ path, artefact }: Verdict): string => path ?? artefact.path;
const findingKey = (verdict: Verdict): string => JSON.stringify([verdict.rule.id, verdict.artefact.path, verdict.artefact.id, fileOf(verdict)]);

/** Numbers for rules: a rule that runs with the options of several packs is several rules. */
const numbering = (): ((rule: Rule) => number) => {
  const numbers = new Map<Rule, number>();
  return (rule) => {
    const number = numbers.get(rule) ?? numbers.size;
    numbers.set(rule, number);
    return number;
  };
};

const cellOf = (rule: Rule, touchpoint: ScoreCell['touchpoint'], counts: Partial<ScoreCell>): ScoreCell => ({
  ...(rule.promise === undefined ? {} : { promise: rule.promise }),
  ...(touchpoint === undefined ? {} : { touchpoint }),
  ...{ kept: 0, broken: 0, unknown: 0, keptWeight: 0, brokenWeight: 0, unknownWeight: 0 },
  ...counts,
});

/** Cells of a question that is answered otherwise than by yes: it was counted as kept. */
const answered = (rule: Rule, touchpoint: ScoreCell['touchpoint'], answer: Answer): ScoreCell => {
  const weight = weightOf(rule);
  const less = { kept: -1, keptWeight: -weight };
  if (answer === 'spoken-for') return cellOf(rule, touchpoint, less);
  return cellOf(
    rule,
    touchpoint,
    answer === 'broken' ? { ...less, broken: 1, brokenWeight: weight } : { ...less, unknown: 1, unknownWeight: weight },
  );
};

/**
 * What became of all questions. A question is broken where there is a finding (whoever accepts it: customers meet it all the same), open where there
 * is none and something could not be seen, else kept. Where all that a rule found yields to a more specific one, its question is not counted: the
 * other speaks for both.
 */
export const judgedIn = (
  verdicts: readonly Verdict[],
  told: readonly { readonly verdict: Verdict; readonly finding: Finding }[],
  questions: Questions,
): Judged => {
  const findings = new Map<string, Finding[]>();
  for (const { verdict, finding } of told) {
    const key = findingKey(verdict);
    const known = findings.get(key);
    if (known === undefined) findings.set(key, [finding]);
    else known.push(finding);
  }
  const numberOf = numbering();
  const answers = new Map<string, { readonly verdict: Verdict; readonly answer: Answer }>();
  for (const verdict of verdicts) {
    const key = `${numberOf(verdict.rule)} ${findingKey(verdict)}`;
    const answer = verdict.outcome === 'unknown' ? 'unknown' : findings.has(findingKey(verdict)) ? 'broken' : 'spoken-for';
    if (answer !== 'unknown' || !answers.has(key)) answers.set(key, { verdict, answer });
  }
  return {
    cells: (passes = () => true) =>
      mergedCells([
        ...questions
          .counts()
          .flatMap(({ rule, touchpoint, questions: count }) =>
            passes(rule) ? [cellOf(rule, touchpoint, { kept: count, keptWeight: count * weightOf(rule) })] : [],
          ),
        ...[...answers.values()].flatMap(({ verdict: { rule, artefact }, answer }) =>
          passes(rule) ? [answered(rule, touchpointOf(artefact), answer)] : [],
        ),
      ]),
    broken: [...answers.values()].flatMap(({ verdict, answer }) => {
      if (answer !== 'broken') return [];
      const { rule, artefact } = verdict;
      const touchpoint = touchpointOf(artefact);
      const at = { ...(touchpoint === undefined ? {} : { touchpoint }), file: fileOf(verdict), artefact: artefact.id };
      return [{ rule, ...at, weight: weightOf(rule), findings: findings.get(findingKey(verdict)) ?? [] }];
    }),
  };
};
