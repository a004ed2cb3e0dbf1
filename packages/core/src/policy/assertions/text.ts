import type { Utterance } from '../../model/artefact.js';
import { sentenceAt, sentences } from '../../words/sentences.js';
import type { Environment, Saying } from '../environment.js';
import { faultBelow, type Fault } from '../fault.js';
import { compileSaying } from '../saying.js';
import { both, every, MAYBE, NO, opposite, some, YES, type Truth } from '../truth.js';
import { compileValueSchema } from '../value-schema.js';
import { compileStepPattern } from '../step-pattern.js';
import type { NodeTest, View } from '../view.js';
import { filling, type Assertion, type AssertionCompiler, type Placeholder, type Ruling, type Scope } from './assertion.js';
import { labelOf, shorten, whyHidden } from './wording.js';
import type { Route } from '../../source/source.js';
import { isMap } from '../../source/values.js';

const FILLS: ReadonlySet<Placeholder> = new Set(['from', 'count', 'limit', 'text', 'artefact', 'at']);
const KEYS = new Set(['says', 'with', 'not', 'avoiding', 'within', 'times']);

/** How many sentences after what is said may still mend it, unless the rule says otherwise. */
const DEFAULT_SENTENCES = 3;

type UtteranceTest = (utterance: Utterance) => Truth;

interface TextSpec {
  readonly test: UtteranceTest;
  /** Whether it is a text of which something is demanded, whatever it says. */
  readonly isMeant: UtteranceTest;
  readonly sayings: readonly Saying[];
  readonly mends: readonly Saying[];
  /** Steps that mend it, where the customer comes to one of them soon enough. */
  readonly mending: readonly NodeTest[];
  readonly sentences: number;
  readonly times: number;
}

/** A text of an artefact in place. */
interface Said {
  readonly artefact: number;
  readonly utterance: Utterance;
  /** Its step, as a node. */
  readonly node: number | undefined;
}

/** `forbid text`: nobody says it, or what mends it follows. `require text`: somebody does (language/SEMANTICS, section 5). */
export const compileText: AssertionCompiler = (env, raw, mode, fault): Assertion => {
  const spec = compileSpec(env, raw, fault);
  return {
    fills: FILLS,
    tellsOccasions: true,
    evaluate: (view, scope) => (mode === 'forbid' ? forbid(view, scope, spec, env) : require(view, scope, spec)),
  };
};

const compileSpec = (env: Environment, raw: unknown, fault: Fault): TextSpec => {
  if (!isMap(raw)) return fault([], '`text` is a block of `says`, `with`, `not`, `avoiding`, `within`, `times`.');
  for (const key of Object.keys(raw)) if (!KEYS.has(key)) fault([key], `\`${key}\` is not known here. Known: ${[...KEYS].join(', ')}.`);
  if (raw['says'] === undefined) fault([], '`text` needs `says`: the name of a phrase set, or a regular expression between slashes.');
  const within = raw['within'] ?? { sentences: DEFAULT_SENTENCES };
  const times = raw['times'] ?? 1;
  if (!isMap(within) || typeof within['sentences'] !== 'number') return fault(['within'], '`within` counts sentences here: `{ sentences: 3 }`.');
  if (typeof times !== 'number' || times < 1) return fault(['times'], '`times` is a whole number, at least 1.');
  const sayings = sayingsOf(env, raw['says'], faultBelow(fault, 'says'));
  return {
    sayings,
    test: compileTest(env, raw, fault),
    isMeant: compileTest(env, isMap(raw['with']) ? { with: raw['with'] } : {}, fault),
    ...mendsOf(env, raw['avoiding'], faultBelow(fault, 'avoiding')),
    sentences: within['sentences'],
    times,
  };
};

/** What mends it: phrases by name or as an expression, and steps as blocks. */
const mendsOf = (env: Environment, raw: unknown, fault: Fault): Pick<TextSpec, 'mends' | 'mending'> => {
  const mends: Saying[] = [];
  const mending: NodeTest[] = [];
  for (const [i, one] of [raw ?? []].flat().entries()) {
    const below: Fault = Array.isArray(raw) ? faultBelow(fault, i) : fault;
    if (isMap(one)) mending.push(compileStepPattern({ ...env, fault: below }, one, []));
    else mends.push(compileSaying({ ...env, fault: below }, one, []));
  }
  return { mends, mending };
};

const sayingsOf = (env: Environment, raw: unknown, fault: Fault): Saying[] =>
  Array.isArray(raw) ? raw.map((one: unknown, i) => compileSaying({ ...env, fault }, one, [i])) : [compileSaying({ ...env, fault }, raw, [])];

const compileTest = (env: Environment, raw: Record<string, unknown>, fault: Fault): UtteranceTest => {
  const parts: UtteranceTest[] = [];
  if (raw['says'] !== undefined) {
    const sayings = sayingsOf(env, raw['says'], faultBelow(fault, 'says'));
    parts.push((utterance) => some(sayings, (saying) => env.words.says(utterance, saying)));
  }
  if (isMap(raw['with'])) {
    const below = faultBelow(fault, 'with');
    const tests = Object.entries(raw['with']).map(
      ([field, schema]) =>
        [field, compileValueSchema(schema, (keys, message) => below([field, ...keys], message), env.words.compilePattern)] as const,
    );
    parts.push((utterance) =>
      every(tests, ([field, test]) => {
        const value = utterance[field as keyof Utterance];
        return value === undefined ? NO : test(value);
      }),
    );
  }
  if (isMap(raw['not'])) {
    const denied = compileTest(env, raw['not'], faultBelow(fault, 'not'));
    parts.push((utterance) => opposite(denied(utterance)));
  }
  return (utterance) => every(parts, (part) => part(utterance));
};

const collect = (view: View, scope: Scope): Said[] =>
  scope.artefacts.flatMap((artefact) =>
    view.graph.service.artefacts[artefact]!.utterances.flatMap((utterance): Said[] => {
      const node = utterance.step === undefined ? undefined : view.graph.nodeOf(artefact, utterance.step);
      return node !== undefined && !scope.isJudged(node) ? [] : [{ artefact, utterance, node }];
    }),
  );

const forbid = (view: View, scope: Scope, spec: TextSpec, env: Environment): Ruling[] => {
  const all = collect(view, scope);
  const rulings: Ruling[] = [];
  const counts = new Map<number, Ruling[]>();
  all.forEach((said, i) => {
    if (spec.isMeant(said.utterance) !== NO) scope.meets(said.artefact, said.utterance.path);
    const answer = spec.test(said.utterance);
    if (answer === NO) return;
    const verdict = both(answer, opposite(mended(view, env, spec, all, i)));
    if (verdict === NO) return;
    const ruling = rule(view, spec, env, said, verdict === YES ? 'broken' : 'unknown');
    rulings.push(ruling);
    counts.set(said.artefact, [...(counts.get(said.artefact) ?? []), ruling]);
  });
  if (spec.times === 1) return rulings;
  return [...counts.values()].flatMap((own) => {
    const sure = own.filter((r) => r.outcome === 'broken');
    const fill = { count: String(sure.length), limit: String(spec.times) };
    if (sure.length >= spec.times) return [{ ...sure[0]!, fill: filling(fill, sure[0]!.fill) }];
    return own.length >= spec.times ? [own.find((r) => r.outcome === 'unknown')!] : [];
  });
};

/** Whether what mends it is said in the same breath, or in the next sentences: of the same step, then of the steps that follow, by any way. */
const mended = (view: View, env: Environment, spec: TextSpec, all: readonly Said[], at: number): Truth => {
  if (spec.mends.length === 0 && spec.mending.length === 0) return NO;
  const said = all[at]!;
  const mends = (utterance: Pick<Utterance, 'text' | 'language'>): Truth => some(spec.mends, (saying) => env.words.says(utterance, saying));
  if (spec.sentences === 0) {
    const { text, language } = said.utterance;
    const place = text === undefined ? undefined : spec.sayings.map((s) => env.words.find(text, language, s)).find((m) => m !== undefined);
    if (text !== undefined && place !== undefined)
      return mends({ text: sentenceAt(text, place.start, place.end), ...(language === undefined ? {} : { language }) });
  }
  const here = mends(said.utterance);
  if (here === YES || spec.sentences === 0) return here;
  return [here, ...(said.node === undefined ? inBlock(spec, all, at, mends) : onward(view, spec, said.node, said.utterance, mends))].reduce<Truth>(
    (a, b) => (a > b ? a : b),
    NO,
  );
};

/** Texts without a step follow each other as they stand. */
const inBlock = (spec: TextSpec, all: readonly Said[], at: number, mends: UtteranceTest): Truth[] => {
  const found: Truth[] = [];
  let left = spec.sentences;
  for (let i = at + 1; i < all.length && left > 0 && all[i]!.artefact === all[at]!.artefact; i++) {
    found.push(mends(all[i]!.utterance));
    left -= sentences(all[i]!.utterance.text ?? '').length || 1;
  }
  return found;
};

const onward = (view: View, spec: TextSpec, node: number, utterance: Utterance, mends: UtteranceTest): Truth[] => {
  const own = view.utterances(node);
  const found: Truth[] = own.slice(own.indexOf(utterance) + 1).map(mends);
  // A mail is read as a whole, and by itself.
  if (utterance.place === 'mail') return found;
  for (const test of spec.mending) found.push(view.ask(test, node));
  const { graph } = view.graph;
  const left = new Map([[node, spec.sentences]]);
  const queue = [node];
  for (const v of queue) {
    for (let e = graph.out[v]!; e < graph.out[v + 1]!; e++) {
      const to = graph.to[e]!;
      const rest = left.get(v)!;
      if (rest <= 0 || left.has(to)) continue;
      const texts = view.utterances(to);
      found.push(view.step(to).kind === 'unknown' ? MAYBE : NO, ...texts.map(mends), ...spec.mending.map((test) => view.ask(test, to)));
      left.set(to, rest - texts.reduce((n, u) => n + (sentences(u.text ?? '').length || 1), 0));
      queue.push(to);
    }
  }
  return found;
};

const rule = (view: View, spec: TextSpec, env: Environment, said: Said, outcome: 'broken' | 'unknown'): Ruling => {
  const { utterance, node, artefact } = said;
  const { text, language } = utterance;
  const step = node === undefined ? undefined : view.step(node);
  const place = text === undefined ? undefined : spec.sayings.map((s) => env.words.find(text, language, s)).find((m) => m !== undefined);
  const sentence = text === undefined ? undefined : place === undefined ? shorten(text, 160) : shorten(sentenceAt(text, place.start, place.end), 160);
  return {
    outcome,
    artefact,
    route: utterance.route,
    ...(utterance.path === undefined ? {} : { path: utterance.path }),
    journey: node === undefined ? [] : [{ node, edge: -1 }],
    ...(node === undefined ? {} : { node }),
    fill: filling({
      from: node === undefined ? view.graph.service.artefacts[artefact]!.name : labelOf(view, node),
      count: '1',
      ...(sentence === undefined ? {} : { text: `“${sentence}”` }),
    }),
    identity: [step?.id ?? (outcome === 'broken' ? keysIn(utterance.route) : utterance.route.join('/')), sentence ?? ''],
    ...(outcome === 'unknown'
      ? {
          why: whyOpen(view, spec, env, said),
          ...(node === undefined ? {} : { hidden: node }),
        }
      : {}),
  };
};

/** The names in a route, which stay when something is written before: indexes and offsets do not. What is equal then is numbered. */
const keysIn = (route: Route): string => route.filter((key) => typeof key === 'string').join('/');

/** Why it cannot be told whether a text says it, or whether what follows mends it. */
const whyOpen = (view: View, spec: TextSpec, env: Environment, { utterance, node }: Said): string => {
  const { text, language } = utterance;
  if (text === undefined) return utterance.why ?? 'its words are not in the file';
  if (language !== undefined && spec.sayings.some((saying) => env.words.says({ text: '', language }, saying) === MAYBE))
    return `the rule has no phrases in the language of the text (${language})`;
  if (node === undefined) return 'part of the text is not known';
  const isFilled = text.includes('⟨') && spec.test(utterance) === MAYBE;
  return isFilled ? `part of what is said at ${labelOf(view, node)} is filled in when the flow runs` : whyHidden(view, node);
};

const require = (view: View, scope: Scope, spec: TextSpec): Ruling[] => {
  const all = collect(view, scope);
  const groups = scope.wholeService ? [scope.artefacts[0]] : scope.artefacts;
  return groups.flatMap((artefact): Ruling[] => {
    if (artefact === undefined) return [];
    const own = scope.wholeService ? all : all.filter((said) => said.artefact === artefact);
    if (own.length === 0) return [];
    scope.meets(artefact);
    const answers = own.map((said) => spec.test(said.utterance));
    const sure = answers.filter((a) => a === YES).length;
    if (sure >= spec.times) return [];
    const at = answers.indexOf(MAYBE);
    const open = at < 0 ? undefined : own[at];
    const blamed = view.graph.service.artefacts[artefact]!;
    const ruling: Ruling = {
      outcome: open === undefined ? 'broken' : 'unknown',
      artefact,
      route: blamed.route,
      journey: [],
      fill: filling({ from: blamed.name, count: String(sure), limit: String(spec.times) }),
      identity: [],
    };
    if (open === undefined) return [ruling];
    const hidden = open.node === undefined ? {} : { hidden: open.node };
    return [{ ...ruling, ...hidden, why: open.utterance.why ?? 'some of its words cannot be read' }];
  });
};
