import { CHECKS } from './checks/index.js';
import type { LinkInput } from './link/found/found.js';
import { loadPhoneLibrary } from './link/found/phone-library.js';
import { mayHavePhones } from './link/found/phones.js';
import { link } from './link/link.js';
import { partsOf } from './link/parts.js';
import type { Service } from './link/service.js';
import { buildServiceGraph } from './link/service-graph.js';
import { builtinPolicies, mergePolicies, type OwnPolicies } from './policy/builtin.js';
import { compile as compilePolicies, type CompiledRule } from './policy/compile.js';
import type { JsonPath } from './policy/json-path.js';
import type { Asked } from './policy/occasions.js';
import type { RuleSetting } from './policy/rule.js';
import type { Verdict } from './policy/verdict.js';
import { View } from './policy/view.js';
import type { Artefact } from './model/artefact.js';
import { readers } from './readers/index.generated.js';
import type { Reader, ReadResult } from './readers/reader.js';
import { parseDocument } from './source/parse-document.js';
import type { Source } from './source/source.js';

/**
 * The stages in order. Before them files are found and read into sources; after them `settle` (report/settle.ts) makes the report and a renderer
 * prints it. Everything here is synchronous and free of side effects.
 *
 *   read      source      -> artefacts, or problems with their places
 *   link      artefacts   -> service: transfers, sub-flows and hold flows tied to their targets
 *   compile   policies    -> rules
 *   check     service, rules -> verdicts: broken with the journey, or unknown with the reason
 */
export { link };

const preparing = new Map<Reader, Promise<void>>();
const prepared = new Set<Reader>();

/** What has to be loaded before `read` may be given this source; undefined where nothing has. The only asynchronous step before reading. */
export const prepare = (source: Source): Promise<unknown> | undefined => {
  const waiting: Promise<void>[] = [];
  for (const reader of readers) {
    if (reader.prepare === undefined || prepared.has(reader) || !reader.mayClaim(source)) continue;
    let loading = preparing.get(reader);
    if (loading === undefined) preparing.set(reader, (loading = reader.prepare().then(() => void prepared.add(reader))));
    waiting.push(loading);
  }
  return waiting.length === 0 ? undefined : Promise.all(waiting);
};

/**
 * Stage 2: lifts a file. The reader is chosen by content; a file that none claims is `unclaimed`. Never throws for bad input. Whoever cannot wait for
 * `prepare` leaves out of `among` the readers that need it.
 */
export const read = (
  source: Source,
  among: readonly Reader[] = readers,
): ReadResult | { readonly ok: true; readonly artefacts: readonly []; readonly problems?: undefined; readonly unclaimed: true } => {
  const able = among.filter((reader) => reader.mayClaim(source));
  if (able.length > 0) {
    const document = parseDocument(source);
    for (const reader of able) {
      const result = reader.read(document);
      if (result !== undefined) return result;
    }
  }
  return { ok: true, artefacts: [], unclaimed: true };
};

/**
 * What linking needs for these rules besides the artefacts: the numbering plans are loaded where a rule asks for phone numbers and an artefact may
 * have some. `assume` are the facts outside the files.
 */
export const prepareLink = async (
  artefacts: readonly Artefact[],
  rules: readonly CompiledRule[],
  assume: Readonly<Record<string, unknown>>,
): Promise<LinkInput> => {
  const country = typeof assume['country'] === 'string' ? { country: assume['country'] } : {};
  if (!rules.some(({ asksForPhones }) => asksForPhones) || !artefacts.some(mayHavePhones)) return country;
  return { ...country, phones: await loadPhoneLibrary() };
};

/** What stage 4 works on: the user's own policies, beside the built-in ones, and what of all is switched on. */
export interface CompileInput extends OwnPolicies {
  readonly settings: readonly RuleSetting[];
  /** Facts outside the files, by name: the config's `assume`. */
  readonly assume: Readonly<Record<string, unknown>>;
  /** Needed where a rule that is switched on has a `value` assertion: see `needsJsonPath` and `loadJsonPath`. */
  readonly jsonPath?: JsonPath;
}

/** Stage 4: policies become rules ready to run. A mistake in the user's own policies is a `UserError` with its place. */
export const compile = ({ settings, assume, jsonPath, ...own }: CompileInput): CompiledRule[] =>
  compilePolicies({ ...mergePolicies(builtinPolicies(), own), checks: CHECKS, settings, assume, ...(jsonPath === undefined ? {} : { jsonPath }) });

/**
 * Stage 5: judges a service by all rules: parts without ties to each other one after the other, which keeps the tables of the searches small.
 * `asked` is told of what there was to judge.
 */
export const check = (service: Service, rules: readonly CompiledRule[], asked?: Asked): Verdict[] => {
  const verdicts: Verdict[] = [];
  const partwise = rules.filter((rule) => !rule.wholeService);
  const whole = rules.filter((rule) => rule.wholeService);
  const judge = (part: Service, by: readonly CompiledRule[]): void => {
    const view = new View(buildServiceGraph(part));
    for (const rule of by) for (const verdict of rule.judge(view, asked)) verdicts.push(verdict);
  };
  for (const part of partsOf(service)) judge(part, partwise);
  if (whole.length > 0) judge(service, whole);
  return verdicts;
};
