import type { Role } from '../../model/artefact.js';
import type { Route } from '../../source/source.js';
import { EMBEDDED } from '../../source/source.js';
import type { WrittenFlow } from './block.js';
import { contentOf, flowResources, templateText } from './cloudformation.js';
import { isFlowLanguage, readFlowLanguage } from './flow-language.js';
import { quoteHoles } from './holes.js';
import { isOldExport, readOldExport } from './old-export.js';
import type { Placeholders } from './references.js';
import { roleOfType } from './roles.js';
import type { Values } from '../../source/values.js';
import { isMap, textOf } from '../../source/values.js';

/** A flow out of its wrapping. */
export interface CarriedFlow {
  readonly written: WrittenFlow;
  /** Leads to the flow. */
  readonly route: Route;
  readonly placeholders: Placeholders;
  /** The wrapper's name for it. */
  readonly name?: string;
  /** The role that the file states. */
  readonly role?: Role;
  /** Ids and ARNs that the wrapper gives. */
  readonly ids: readonly string[];
  /** What a template calls it. */
  readonly logicalId?: string;
  /** Its routes lead to the carrier, not to the blocks: it was pieced together. */
  readonly joined?: boolean;
}

/** A flow that was recognised but could not be read. */
export interface BrokenFlow {
  readonly why: string;
  readonly route: Route;
}

/** All that a document carries. */
export interface Cargo {
  readonly flows: CarriedFlow[];
  readonly broken: BrokenFlow[];
}

const NONE: Placeholders = new Map();
const MAX_DEPTH = 4;

interface Wrapping {
  readonly route: Route;
  readonly placeholders: Placeholders;
  readonly name?: string;
  readonly type?: string;
  readonly isModule?: boolean;
  readonly ids?: readonly string[];
  readonly logicalId?: string;
  readonly joined?: boolean;
}

const written = (value: unknown, route: Route): WrittenFlow | undefined => {
  if (isFlowLanguage(value)) return readFlowLanguage(value, route);
  if (isOldExport(value)) return readOldExport(value, route);
  return undefined;
};

const add = (cargo: Cargo, flow: WrittenFlow, wrapping: Wrapping): void => {
  const role = wrapping.isModule === true ? 'sub-flow' : statedRole(wrapping.type, flow.type);
  cargo.flows.push({
    written: flow,
    route: wrapping.route,
    placeholders: wrapping.placeholders,
    ids: wrapping.ids ?? [],
    ...(wrapping.name === undefined ? {} : { name: wrapping.name }),
    ...(role === undefined ? {} : { role }),
    ...(wrapping.logicalId === undefined ? {} : { logicalId: wrapping.logicalId }),
    ...(wrapping.joined === true ? { joined: true } : {}),
  });
};

/** The API's type wins; where that is only the general one, the console's own note may say more. */
const statedRole = (outer: string | undefined, inner: string | undefined): Role | undefined => {
  const [first, second] = [roleOfType(outer), roleOfType(inner)];
  return first === undefined || first === 'entry' ? (second ?? first) : first;
};

const parsed = (text: string): { readonly json: unknown } | undefined => {
  try {
    return { json: JSON.parse(text) as unknown };
  } catch {
    return undefined;
  }
};

/** Reads the content of a wrapper: the flow itself, or a string with its JSON. */
const unwrap = (cargo: Cargo, content: unknown, wrapping: Wrapping): void => {
  if (typeof content !== 'string') {
    const flow = written(content, wrapping.route);
    if (flow !== undefined) add(cargo, flow, wrapping);
    return;
  }
  const exact = parsed(content);
  // What a template fills in may stand without quotes; put into some, it no longer stands where it stood.
  const joined = wrapping.joined === true || exact === undefined;
  const value = exact ?? parsed(quoteHoles(content));
  if (value === undefined) {
    cargo.broken.push({ why: 'its Content is not JSON, so this flow was not read', route: wrapping.route });
    return;
  }
  const route = joined ? wrapping.route : [...wrapping.route, EMBEDDED];
  const flow = written(value.json, route);
  if (flow !== undefined) add(cargo, flow, { ...wrapping, route, ...(joined ? { joined } : {}) });
};

/** `{Name, Type, Content}` as the API takes it, or with `Id`, `Arn`, `State` as it gives it. */
const unwrapApi = (cargo: Cargo, value: Values, route: Route, isModule: boolean): boolean => {
  const content = value.Content;
  const carries =
    typeof content === 'string' ? content.includes('Actions') || content.includes('modules') : isFlowLanguage(content) || isOldExport(content);
  if (!carries) return false;
  const name = textOf(value.Name);
  const type = textOf(value.Type);
  const ids = [value.Arn, value.Id].map(textOf).filter((each) => each !== undefined);
  const arnOfModule = ids.some((id) => id.includes('/flow-module/'));
  const wrapping = { route: [...route, 'Content'], placeholders: NONE, ids, isModule: isModule || arnOfModule };
  unwrap(cargo, content, { ...wrapping, ...(name === undefined ? {} : { name }), ...(type === undefined ? {} : { type }) });
  return true;
};

const unwrapTemplate = (cargo: Cargo, document: Values): void => {
  for (const { id, isModule, properties, route } of flowResources(document)) {
    const found = contentOf(properties.Content, [...route, 'Content']);
    if (found === undefined) continue;
    const name = templateText(properties.Name);
    const type = templateText(properties.Type);
    const { placeholders, joined } = found;
    unwrap(cargo, found.content, {
      route: found.route,
      placeholders,
      logicalId: id,
      isModule,
      ...(name === undefined ? {} : { name }),
      ...(type === undefined ? {} : { type }),
      ...(joined === true ? { joined } : {}),
    });
  }
};

const WRAPPERS: Readonly<Record<string, boolean>> = {
  ContactFlow: false,
  ContactFlows: false,
  contactFlows: false,
  Flows: false,
  flows: false,
  ContactFlowModule: true,
  ContactFlowModules: true,
  contactFlowModules: true,
};

const search = (cargo: Cargo, value: unknown, route: Route, isModule: boolean, depth: number): void => {
  if (depth > MAX_DEPTH) return;
  if (Array.isArray(value)) {
    value.forEach((each: unknown, index) => {
      search(cargo, each, [...route, index], isModule, depth + 1);
    });
    return;
  }
  if (!isMap(value)) return;
  const flow = written(value, route);
  if (flow !== undefined) {
    add(cargo, flow, { route, placeholders: NONE, isModule });
    return;
  }
  if (unwrapApi(cargo, value, route, isModule)) return;
  if (depth === 0 && isMap(value.Resources)) unwrapTemplate(cargo, value);
  for (const key in WRAPPERS) if (Object.hasOwn(value, key)) search(cargo, value[key], [...route, key], WRAPPERS[key] === true, depth + 1);
};

/** Finds the flows in a document, whatever they are wrapped in. */
export const flowsIn = (document: unknown): Cargo => {
  const cargo: Cargo = { flows: [], broken: [] };
  search(cargo, document, [], false, 0);
  return cargo;
};
