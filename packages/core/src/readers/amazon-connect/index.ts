import type { Artefact, HookRole } from '../../model/artefact.js';
import type { ParsedDocument } from '../../source/document.js';
import { locate } from '../../source/locate.js';
import type { Problem, Route, Source } from '../../source/source.js';
import type { Reader, ReadResult } from '../reader.js';
import type { CarriedFlow } from './carriers.js';
import { flowsIn } from './carriers.js';
import { FlowReading } from './flow-reading.js';
import { attachHoldFlows, roleHooksOf } from './hold.js';
import { unfilled } from './holes.js';
import { languageOf } from './language.js';
import { Lifter, START } from './lift.js';
import { markRecovered } from '../../model/rejoin.js';
import { idKeys } from './references.js';
import { useOf } from './roles.js';

const FORMAT = 'amazon-connect';

const mayClaim = ({ text }: Source): boolean =>
  (text.includes('Actions') && (text.includes('StartAction') || text.includes('Identifier'))) ||
  (text.includes('modules') && text.includes('transition')) ||
  text.includes('AWS::Connect::ContactFlow');

const baseName = (path: string): string => {
  const file = path.slice(path.lastIndexOf('/') + 1);
  const bare = file.replace(/\.(?:json|ya?ml|tftpl|tpl|template|txt)$/iu, '');
  return bare === '' ? file : bare;
};

/** A name without the parts that are only filled in on deployment. */
const settled = (name: string): string => {
  const bare = name.replace(/\$?\$?\{[^}]*\}+|\{\{[^}]*\}\}/gu, '').replace(/^[\s_.:-]+|[\s_.:-]+$/gu, '');
  return bare === '' ? name : bare;
};

const keysOf = (flow: CarriedFlow, names: readonly string[], file: string | undefined): readonly string[] => {
  const out = new Set<string>(flow.ids.flatMap(idKeys));
  for (const name of names) out.add(`connect:name:${name.trim().toLowerCase()}`);
  if (file !== undefined) out.add(`connect:file:${file.toLowerCase()}`);
  return [...out];
};

interface Lifted {
  readonly artefact?: Artefact;
  readonly slips: readonly { readonly message: string; readonly route: Route }[];
}

/** What is the same whatever role a flow is read in. */
interface Identity {
  readonly id: string;
  readonly name: string;
  /** Name of the flow, else of the file: it may tell the role. */
  readonly telling: string;
  readonly keys: readonly string[];
}

const identityOf = (flow: CarriedFlow, path: string, isAlone: boolean, taken: Set<string>): Identity => {
  const file = baseName(path);
  const given = [flow.name, flow.written.name].filter((each) => each !== undefined);
  const name = settled(given[0] ?? flow.logicalId ?? file);
  const stem = flow.logicalId ?? name;
  let id = stem;
  for (let copy = 2; taken.has(id); copy++) id = `${stem} (${copy})`;
  taken.add(id);
  return {
    id,
    name,
    telling: given[0] ?? file,
    keys: keysOf(flow, flow.logicalId === undefined ? given : [...given, flow.logicalId], isAlone ? file : undefined),
  };
};

const liftIn = (flow: CarriedFlow, document: ParsedDocument, { id, name, telling, keys }: Identity, role?: HookRole): Required<Lifted> => {
  const { blocks } = flow.written;
  const reading = new FlowReading(flow, useOf(blocks, flow.role, telling, role));
  const lifter = new Lifter(flow, reading);
  lifter.lift();
  attachHoldFlows(blocks, lifter.draft, reading);
  markRecovered(lifter.draft);
  const language = languageOf(blocks);
  const hooks = roleHooksOf(blocks, reading);
  const isOpen = role === undefined && (flow.role ?? 'entry') === 'entry';
  const artefact: Artefact = {
    kind: 'flow',
    role: reading.use.role,
    channel: reading.use.channel,
    id,
    name,
    keys,
    path: document.source.path,
    syntax: document.syntax,
    route: flow.route,
    start: START,
    ...lifter.draft,
    format: FORMAT,
    ...(language === undefined ? {} : { language }),
    ...(hooks.length === 0 ? {} : { hooks }),
    ...(isOpen ? { inRole: (other: HookRole) => liftIn(flow, document, { id, name, telling, keys }, other).artefact } : {}),
  };
  return { artefact, slips: lifter.slips };
};

const liftFlow = (flow: CarriedFlow, document: ParsedDocument, isAlone: boolean, taken: Set<string>): Lifted => {
  const { start, blocks } = flow.written;
  if (blocks.length === 0) return { slips: [] };
  if (!blocks.some((block) => block.id === start)) {
    const first = start === '' ? 'No first block is named' : `The first block, "${start}", does not exist`;
    const name = settled(flow.name ?? flow.written.name ?? flow.logicalId ?? baseName(document.source.path));
    return {
      slips: [
        { message: `${first}, so nothing of the flow "${name}" was checked. Set StartAction to the identifier of a block.`, route: flow.route },
      ],
    };
  }
  return liftIn(flow, document, identityOf(flow, document.source.path, isAlone, taken));
};

const read = (document: ParsedDocument): ReadResult | undefined => {
  const { source, syntax, value } = document;
  const form = unfilled(document);
  if (form !== undefined) return { ok: false, problems: [form] };
  if (typeof value !== 'object' || value === null) return undefined;
  const { flows, broken } = flowsIn(value);
  if (flows.length === 0 && broken.length === 0) return undefined;
  const problems: Problem[] = broken.map(({ why, route }) => ({
    path: source.path,
    message: `A flow stands here, but ${why}.`,
    place: locate(source, syntax, route),
  }));
  const artefacts: Artefact[] = [];
  const taken = new Set<string>();
  for (const flow of flows) {
    const { artefact, slips } = liftFlow(flow, document, flows.length === 1, taken);
    if (artefact !== undefined) artefacts.push(artefact);
    for (const { message, route } of slips) problems.push({ path: source.path, message, place: locate(source, syntax, route), severity: 'advice' });
  }
  if (flows.length === 0) return { ok: false, problems };
  return problems.length === 0 ? { ok: true, artefacts } : { ok: true, artefacts, problems };
};

/** Reads Amazon Connect flows: the flow language and the older console export, plain, in the API's wrapper or in a CloudFormation template. */
export const reader: Reader = { id: FORMAT, title: 'Amazon Connect', mayClaim, read };
