import { nearest, validate } from '@carelint/policy-schema';
import { UserError } from '../errors.js';
import { compileAbout, scopeOf, type About } from './about.js';
import type { Assertion, AssertionCompiler, Mode } from './assertions/assertion.js';
import type { CodedCheck } from './coded-check.js';
import { compileLonger } from './assertions/longer.js';
import { compileLoop } from './assertions/loop.js';
import { compilePath } from './assertions/path.js';
import { compileStep } from './assertions/step.js';
import { compileText } from './assertions/text.js';
import { compileValue } from './assertions/value.js';
import type { Environment, Names, Words } from './environment.js';
import { faultBelow, faultIn, type Fault } from './fault.js';
import type { JsonPath } from './json-path.js';
import { compileMessage, fillMessage } from './message.js';
import { resolveOptions, substitute } from './options.js';
import type { Certainty, Level, MendPattern, Rule, RuleDocument, RuleSetting, RuleSource } from './rule.js';
import { Occasions, type Asked } from './occasions.js';
import { locateProblem } from './problem-place.js';
import { verdictOf, type Write } from './verdict-of.js';
import type { Verdict } from './verdict.js';
import type { View } from './view.js';
import { compilePattern } from '../words/pattern.js';

/** What `compile` works on. */
export interface CompileInput {
  /** All rules that settings may name: built-in ones and the user's own. */
  readonly documents: readonly RuleDocument[];
  readonly settings: readonly RuleSetting[];
  readonly names: Names;
  readonly words: Words;
  /** Rules that need code, by the name that `check:` gives them. */
  readonly checks: Readonly<Record<string, CodedCheck>>;
  readonly assume: Readonly<Record<string, unknown>>;
  /** Needed where a rule has a `value` assertion: see `needsJsonPath` and `loadJsonPath`. */
  readonly jsonPath?: JsonPath;
}

/** A rule ready to run. */
export interface CompiledRule extends Rule {
  /** Whether it judges all artefacts as one; other rules may be run on parts of a service that have no ties to the rest. */
  readonly wholeService: boolean;
  /** Whether it asks for phone numbers: then `link` must be given the numbering plans (`prepareLink`). */
  readonly asksForPhones: boolean;
  /** Whether it reads nothing of an artefact but what was derived from it (`$.found`). */
  readonly readsFoundOnly: boolean;
  /** What it says of a service; `asked` is told of what there was something to judge in, broken or not. */
  judge(view: View, asked?: Asked): Verdict[];
}

/** The form of a rule file, after it has been checked against its schema. */
interface RuleFile {
  readonly rule: string;
  readonly title: string;
  readonly suffers: string;
  readonly about: unknown;
  readonly level: Level;
  readonly certainty: Certainty;
  readonly forbid?: unknown;
  readonly require?: unknown;
  readonly check?: string;
  readonly options?: unknown;
  readonly message: string;
  readonly instead: string;
  readonly 'not-when'?: string;
  readonly sources?: readonly RuleSource[];
  readonly 'yields-to'?: readonly string[];
  readonly 'unless-assumed'?: string;
  readonly fix?: readonly MendEntry[];
  readonly suggest?: readonly MendEntry[];
}

type MendEntry = Omit<MendPattern, 'sure'>;

const ASSERTIONS: Readonly<Record<string, AssertionCompiler>> = {
  step: compileStep,
  path: compilePath,
  loop: compileLoop,
  longer: compileLonger,
  value: compileValue,
  text: compileText,
};

type Interned = Pick<Environment, 'interned' | 'internedEdges'>;

/** Stage 4: policies become closures. A mistake in one is a `UserError` with its place. Rules come out in the order of the settings. */
export const compile = (input: CompileInput): CompiledRule[] => {
  const files = new Map<string, { document: RuleDocument; file: RuleFile }>();
  for (const document of input.documents) {
    const file = checked(document);
    const id = idOf(document, file);
    const other = files.get(id)?.document;
    if (other !== undefined)
      faultIn(document.source)(['rule'], `There are two rules called \`${id}\`; the other is in ${other.source.path}. Give one another name.`);
    files.set(id, { document, file });
  }
  refuseCircles(files);
  const interned: Interned = { interned: new Map(), internedEdges: new Map() };
  return input.settings.map((setting) => {
    const found = files.get(setting.id);
    if (found === undefined) {
      const close = nearest(setting.id, [...files.keys()]);
      throw new UserError(`There is no rule \`${setting.id}\`.${close === undefined ? '' : ` Did you mean \`${close}\`?`}`);
    }
    return compileRule(found.document, found.file, setting, input, interned);
  });
};

/** The name under which a rule is switched on: a user's own carry the name of their pack. */
const idOf = (document: RuleDocument, file: RuleFile): string =>
  document.pack === undefined || file.rule.includes('/') ? file.rule : `${document.pack}/${file.rule}`;

const checked = (document: RuleDocument): RuleFile => {
  if (document.trusted === true) return document.value as RuleFile;
  const [problem] = validate('rule', document.value);
  if (problem !== undefined) throw new UserError(problem.message, { path: document.source.path, place: locateProblem(document.source, problem) });
  return document.value as RuleFile;
};

const refuseCircles = (files: ReadonlyMap<string, { document: RuleDocument; file: RuleFile }>): void => {
  for (const [id, { document, file }] of files) {
    const seen = new Set<string>();
    const queue = [...(file['yields-to'] ?? [])];
    queue.forEach((name, i) => {
      if (files.has(name)) return;
      const close = nearest(name, [...files.keys()]);
      faultIn(document.source)(
        ['yields-to', i],
        `There is no rule \`${name}\` to yield to.${close === undefined ? '' : ` Did you mean \`${close}\`?`}`,
      );
    });
    for (const name of queue) {
      if (name === id) faultIn(document.source)(['yields-to'], `\`${id}\` yields to itself, by way of the rules it names. One of them must speak.`);
      if (!seen.has(name)) queue.push(...(files.get(name)?.file['yields-to'] ?? []));
      seen.add(name);
    }
  }
};

const compileRule = (document: RuleDocument, file: RuleFile, setting: RuleSetting, input: CompileInput, interned: Interned): CompiledRule => {
  const fault = faultIn(document.source);
  const { names, words, jsonPath } = input;
  const options = resolveOptions(file.options, setting.options, setting.id, fault, words.compilePattern);
  const env: Environment = { names, words, ...interned, fault, ...(jsonPath === undefined ? {} : { jsonPath }) };
  const assertions = assertionsOf(env, file, options, input.checks, fault);
  const fills = new Set(assertions.flatMap((a) => [...a.fills]));
  const template = compileMessage(file.message, fills, faultBelow(fault, 'message'));
  const about = compileAbout(file.about);
  const assumed = file['unless-assumed'];
  const rule: Rule = {
    ...factsOf(document, file, setting),
    options,
    ...mendsOf(file, fault),
    ...(assumed !== undefined && isAssumed(input.assume[assumed]) ? { assumed } : {}),
  };
  return {
    ...rule,
    wholeService: about.wholeService,
    readsFoundOnly: assertions.every((assertion) => assertion.readsFoundOnly === true),
    asksForPhones: rule.assumed === undefined && assertions.some((assertion) => assertion.asksForPhones === true),
    judge: (view, asked) =>
      rule.assumed === undefined
        ? judge(view, { rule, about, setting, assertions, write: (fill, artefact) => fillMessage(template, fill, artefact) }, asked)
        : [],
  };
};

/** Certain ways first. An expression that cannot be read is a mistake. */
const mendsOf = (file: RuleFile, fault: Fault): Pick<Rule, 'mends'> => {
  const mends = (['fix', 'suggest'] as const).flatMap((key) =>
    (file[key] ?? []).map((entry, index): MendPattern => {
      const like = entry.text?.like;
      if (like !== undefined) checkPattern(like, faultBelow(fault, key, index, 'text', 'like'));
      return { ...entry, sure: key === 'fix' };
    }),
  );
  return mends.length === 0 ? {} : { mends };
};

const checkPattern = (like: string, fault: Fault): void => {
  try {
    compilePattern(like.slice(1, -1));
  } catch (error) {
    fault([], error instanceof Error ? error.message : String(error));
  }
};

const isAssumed = (value: unknown): boolean => value !== undefined && value !== false && value !== null;

const factsOf = (document: RuleDocument, file: RuleFile, setting: RuleSetting): Omit<Rule, 'options'> => ({
  id: setting.id,
  title: file.title,
  suffers: file.suffers,
  level: setting.level,
  ...(setting.packs === undefined ? {} : { packs: setting.packs }),
  certainty: file.certainty,
  instead: file.instead,
  sources: file.sources ?? [],
  yieldsTo: file['yields-to'] ?? [],
  ...(document.promise === undefined ? {} : { promise: document.promise }),
  ...(file['not-when'] === undefined ? {} : { notWhen: file['not-when'] }),
  ...(file['unless-assumed'] === undefined ? {} : { unlessAssumed: file['unless-assumed'] }),
});

const assertionsOf = (
  env: Environment,
  file: RuleFile,
  options: Readonly<Record<string, unknown>>,
  checks: CompileInput['checks'],
  fault: Fault,
): Assertion[] => {
  const assertions = (['forbid', 'require'] as const).flatMap((mode) => {
    const raw = file[mode];
    if (raw === undefined) return [];
    const filled = substitute(raw, options, faultBelow(fault, mode));
    return Array.isArray(filled)
      ? filled.map((one: unknown, i) => assertionOf(env, one, mode, faultBelow(fault, mode, i)))
      : [assertionOf(env, filled, mode, faultBelow(fault, mode))];
  });
  if (file.check !== undefined) assertions.push(coded(file.check, checks, options, fault));
  if (assertions.length === 0) fault([], 'A rule says what it forbids or requires: add `forbid:` or `require:`.');
  return assertions;
};

const assertionOf = (env: Environment, raw: unknown, mode: Mode, fault: Fault): Assertion => {
  const [name, ...more] = typeof raw === 'object' && raw !== null ? Object.keys(raw) : [];
  if (name === undefined || more.length > 0)
    return fault([], `Write one assertion here: ${Object.keys(ASSERTIONS).join(', ')}. Several go in a list.`);
  const make = ASSERTIONS[name];
  if (make === undefined) {
    const close = nearest(name, Object.keys(ASSERTIONS));
    return fault(
      [name],
      `There is no assertion \`${name}\`.${close === undefined ? ` Known: ${Object.keys(ASSERTIONS).join(', ')}.` : ` Did you mean \`${close}\`?`}`,
    );
  }
  const below = faultBelow(fault, name);
  return make({ ...env, fault: below }, (raw as Record<string, unknown>)[name], mode, below);
};

const coded = (name: string, checks: CompileInput['checks'], options: Readonly<Record<string, unknown>>, fault: Fault): Assertion => {
  const check = checks[name];
  if (check === undefined) return fault(['check'], `There is no coded check \`${name}\`. Known: ${Object.keys(checks).join(', ')}.`);
  return { ...check, evaluate: (view, scope) => check.evaluate(view, scope, options) };
};

/** A rule with all that judging needs. */
interface Ready {
  readonly rule: Rule;
  readonly about: About;
  readonly setting: RuleSetting;
  readonly assertions: readonly Assertion[];
  readonly write: Write;
}

const judge = (view: View, { rule, about, setting, assertions, write }: Ready, asked: Asked | undefined): Verdict[] => {
  const occasions = new Occasions();
  const scope = scopeOf(about, setting.applies, view, occasions.meets);
  if (scope.artefacts.length === 0) return [];
  if (!about.wholeService && !assertions.every(({ tellsOccasions }) => tellsOccasions === true))
    scope.artefacts.forEach((artefact) => scope.meets(artefact));
  const rulings = assertions.flatMap((assertion) => assertion.evaluate(view, scope));
  const seen = new Set<string>();
  const verdicts = rulings.flatMap((ruling) => {
    // Of what one hidden step keeps open, one unknown an artefact is enough.
    const key = ruling.outcome === 'unknown' ? `${ruling.artefact} ${ruling.hidden ?? ruling.identity.join(' ')}` : undefined;
    if (key !== undefined && seen.has(key)) return [];
    if (key !== undefined) seen.add(key);
    const verdict = verdictOf(view, rule, ruling, write);
    // Of an artefact of many files some may have a setting of their own.
    if (verdict.path !== undefined && !setting.applies(verdict.path)) return [];
    scope.meets(ruling.artefact, verdict.path);
    return [verdict];
  });
  if (asked !== undefined) occasions.tell(rule, view.graph.service.artefacts, setting.applies, asked);
  return verdicts;
};
