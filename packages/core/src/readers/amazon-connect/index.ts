import type { Artefact } from '../../model/artefact.js';
import type { ParsedDocument } from '../../source/document.js';
import { locate } from '../../source/locate.js';
import type { Problem, Route, Source } from '../../source/source.js';
import type { Reader, ReadResult } from '../reader.js';
import type { CarriedFlow } from './carriers.js';
import { flowsIn } from './carriers.js';
import { FlowReading } from './flow-reading.js';
import { attachHoldFlows } from './hold.js';
import { languageOf } from './language.js';
import { Lifter, START } from './lift.js';
import { markRecovered } from './recover.js';
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

const liftFlow = (flow: CarriedFlow, document: ParsedDocument, isAlone: boolean, taken: Set<string>): Lifted => {
  const { written, logicalId } = flow;
  const file = baseName(document.source.path);
  const given = [flow.name, written.name].filter((name) => name !== undefined);
  const name = settled(given[0] ?? logicalId ?? file);
  const { blocks } = written;
  if (blocks.length === 0) return { slips: [] };
  const reading = new FlowReading(flow, useOf(blocks, flow.role, given[0] ?? file));
  if (!reading.wires.byId.has(written.start)) {
    const first = written.start === '' ? 'No first block is named' : `The first block, "${written.start}", does not exist`;
    return { slips: [{ message: `${first}, so nothing of the flow "${name}" was checked. Set StartAction to the identifier of a block.`, route: flow.route }] };
  }
  const lifter = new Lifter(flow, reading);
  lifter.lift();
  attachHoldFlows(blocks, lifter.draft, reading);
  markRecovered(lifter.draft);
  let id = logicalId ?? name;
  for (let copy = 2; taken.has(id); copy++) id = `${logicalId ?? name} (${copy})`;
  taken.add(id);
  const language = languageOf(blocks);
  const artefact: Artefact = {
    kind: 'flow',
    role: reading.use.role,
    channel: reading.use.channel,
    id,
    name,
    keys: keysOf(flow, logicalId === undefined ? given : [...given, logicalId], isAlone ? file : undefined),
    path: document.source.path,
    syntax: document.syntax,
    route: flow.route,
    start: START,
    ...lifter.draft,
    format: FORMAT,
    ...(language === undefined ? {} : { language }),
  };
  return { artefact, slips: lifter.slips };
};

const read = (document: ParsedDocument): ReadResult | undefined => {
  const { source, syntax, value } = document;
  if (typeof value !== 'object' || value === null) return undefined;
  const { flows, broken } = flowsIn(value);
  if (flows.length === 0 && broken.length === 0) return undefined;
  const problems: Problem[] = broken.map(({ why, route }) => ({ path: source.path, message: `A flow stands here, but ${why}.`, place: locate(source, syntax, route) }));
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
