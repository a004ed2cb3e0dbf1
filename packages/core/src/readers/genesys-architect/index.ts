import type { Artefact } from '../../model/artefact.js';
import type { ParsedDocument } from '../../source/document.js';
import { locate } from '../../source/locate.js';
import type { Problem, Source } from '../../source/source.js';
import type { Reader, ReadResult } from '../reader.js';
import { archyFlows } from './archy.js';
import { unpack } from './base64.js';
import { exportedFlow } from './export.js';
import { factsOf } from './facts.js';
import { KIND_WORDS } from './flow-kinds.js';
import type { FlowParts } from './lift.js';
import { Lifter, START } from './lift.js';
import { markRecovered } from '../../model/rejoin.js';
import { flowKeys } from './references.js';
import { Tasks } from './tasks.js';
import { replacePlaceholders } from './values.js';
import type { Sequence, WrittenFlow } from './written.js';

const FORMAT = 'genesys-architect';

const TOP_KEY = new RegExp(`^(?:\\{\\s*)?["']?(?:${KIND_WORDS.join('|')})["']?\\s*:`, 'imu');
const SIGNS = /startUpRef|startUpTaskActions|startUpState|refId|(?:task|menu|state|bot)s["']?\s*:/u;

const isPacked = ({ text }: Source): boolean => /^\s*JTdC/u.test(text);
const looksLikeArchy = ({ text }: Source): boolean => TOP_KEY.test(text) && SIGNS.test(text);

const mayClaim = (source: Source): boolean => isPacked(source) || source.text.includes('flowSequenceItemList') || looksLikeArchy(source);

const baseName = (path: string): string => {
  const file = path.slice(path.lastIndexOf('/') + 1);
  const bare = file.replace(/(?:\.decoded)?\.(?:json|ya?ml|tftpl|tpl|txt)$/iu, '').replace(/\.i3\w+$/iu, '');
  return bare === '' ? file : bare;
};

/** A flow's name without the parts that are only filled in on deployment. */
const settled = (name: string | undefined, file: string): string => {
  if (name === undefined) return file;
  const bare = replacePlaceholders(name, () => '').replace(/^[\s_.:-]+|[\s_.:-]+$/gu, '');
  return bare === '' ? file : bare;
};

/** `en-us` -> "en-US"; undefined for a placeholder. */
const languageTag = (written: string | undefined): string | undefined => {
  const found = /^([a-z]{2,3})(?:[-_]([a-z]{2}))?/iu.exec(written ?? '');
  if (found === null) return undefined;
  const [, language = '', country] = found;
  return country === undefined ? language.toLowerCase() : `${language.toLowerCase()}-${country.toUpperCase()}`;
};

const finish = (lifter: Lifter): Pick<Artefact, 'start' | 'steps' | 'edges' | 'utterances'> => {
  lifter.lift();
  lifter.draft.settle(START);
  markRecovered(lifter.draft);
  const { steps, edges, utterances } = lifter.draft;
  return { start: START, steps, edges, utterances };
};

const liftFlow = (
  flow: WrittenFlow,
  document: ParsedDocument,
  taken: Set<string>,
): { readonly artefacts: readonly Artefact[]; readonly slips: FlowParts['slips'] } => {
  const { source, syntax } = document;
  const name = settled(flow.name, baseName(source.path));
  if (flow.start === undefined) {
    const why = flow.lostStart === undefined ? 'does not say where it starts' : `starts at "${flow.lostStart}", which does not exist`;
    return { artefacts: [], slips: [{ message: `The flow "${name}" ${why}, so nothing of it was checked. Correct startUpRef.`, route: flow.route }] };
  }
  let id = name;
  for (let copy = 2; taken.has(id); copy++) id = `${name} (${copy})`;
  taken.add(id);
  const taskKey = (task: Sequence): string => `genesys:task:${id.toLowerCase()}/${task.id.toLowerCase()}`;
  const parts: FlowParts = { flow, tasks: new Tasks(flow), facts: factsOf(flow), taskKey, wanted: new Set(), slips: [] };
  const language = languageTag(flow.language);
  const { role, channel, key } = flow.kind;
  const common = {
    kind: 'flow',
    path: source.path,
    syntax,
    format: FORMAT,
    ...(channel === undefined ? {} : { channel }),
    ...(language === undefined ? {} : { language }),
  } as const;
  const main: Artefact = {
    ...common,
    role,
    id,
    name,
    keys: flow.name === undefined || flow.name.includes('{{') ? [] : flowKeys(flow.name, [key, 'flow']),
    route: flow.route,
    ...finish(new Lifter(parts, flow.start, false)),
  };
  const artefacts = [main];
  // The set grows while it is read: a task may call another.
  for (const task of parts.wanted) {
    artefacts.push({
      ...common,
      role: 'sub-flow',
      id: `${id}/${task.id}`,
      name: `${name}: ${task.name}`,
      keys: [taskKey(task)],
      route: task.route,
      ...finish(new Lifter(parts, task, true)),
    });
  }
  return { artefacts, slips: parts.slips };
};

const flowsIn = (document: ParsedDocument): readonly WrittenFlow[] => {
  if (isPacked(document.source)) {
    const flow = exportedFlow(unpack(document.source.text), true);
    return flow === undefined ? [] : [flow];
  }
  const flow = exportedFlow(document.value, false);
  return flow === undefined ? archyFlows(document.value) : [flow];
};

const read = (document: ParsedDocument): ReadResult | undefined => {
  const { source } = document;
  const flows = flowsIn(document);
  if (flows.length === 0) {
    if (isPacked(source))
      return {
        ok: false,
        problems: [
          { path: source.path, message: 'This looks like an export of Genesys Architect, but it cannot be unpacked. Export the flow again.' },
        ],
      };
    const { problem } = document;
    return problem === undefined || !looksLikeArchy(source)
      ? undefined
      : { ok: false, problems: [{ path: source.path, message: problem.message, place: problem.place }] };
  }
  const problems: Problem[] = (document.slips ?? []).map(({ message, place }) => ({ path: source.path, message, place, severity: 'advice' }));
  const artefacts: Artefact[] = [];
  const taken = new Set<string>();
  for (const flow of flows) {
    const lifted = liftFlow(flow, document, taken);
    artefacts.push(...lifted.artefacts);
    for (const { message, route } of lifted.slips)
      problems.push({ path: source.path, message, place: locate(source, document.syntax, route), severity: 'advice' });
  }
  return problems.length === 0 ? { ok: true, artefacts } : { ok: true, artefacts, problems };
};

/** Reads Genesys Cloud Architect flows: Archy's YAML, and Architect's own export, packed or unpacked. */
export const reader: Reader = { id: FORMAT, title: 'Genesys Cloud Architect', mayClaim, read };
