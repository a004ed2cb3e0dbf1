import type { Route } from '../../source/source.js';
import type { Block, Condition, Failure, WrittenFlow } from './block.js';
import { typeOf } from './types.js';
import type { Values } from '../../source/values.js';
import { isMap, listOf, textOf } from '../../source/values.js';

/** Whether a value is a flow in the flow language. */
export const isFlowLanguage = (value: unknown): value is Values => {
  if (!isMap(value) || !Array.isArray(value.Actions)) return false;
  if (typeof value.StartAction === 'string' || value.Version === '2019-10-30') return true;
  const first: unknown = (value.Actions as readonly unknown[])[0];
  return isMap(first) && typeof first.Identifier === 'string' && typeof first.Type === 'string';
};

const NOTHING: Values = {};
const NO_CONDITIONS: readonly Condition[] = [];
const NO_FAILURES: readonly Failure[] = [];

const operandsOf = (condition: Values): readonly string[] => {
  const given = condition.Operands ?? condition.Operand;
  const out: string[] = [];
  for (const each of Array.isArray(given) ? (given as readonly unknown[]) : [given]) {
    const text = textOf(each);
    if (text !== undefined) out.push(text);
  }
  return out;
};

const conditionsOf = (transitions: Values): readonly Condition[] => {
  const list = listOf(transitions.Conditions);
  if (list.length === 0) return NO_CONDITIONS;
  const out: Condition[] = [];
  for (const each of list) {
    if (!isMap(each)) continue;
    const to = textOf(each.NextAction);
    const test = isMap(each.Condition) ? each.Condition : each;
    if (to !== undefined) out.push({ operator: textOf(test.Operator) ?? 'Equals', operands: operandsOf(test), to });
  }
  return out;
};

const failuresOf = (transitions: Values): readonly Failure[] => {
  const list = listOf(transitions.Errors);
  if (list.length === 0) return NO_FAILURES;
  const out: Failure[] = [];
  for (const each of list) {
    if (!isMap(each)) continue;
    const to = textOf(each.NextAction);
    if (to !== undefined) out.push({ type: textOf(each.ErrorType) ?? 'NoMatchingError', to });
  }
  return out;
};

/** Names that say nothing: bare UUIDs, and running numbers. */
const MADE_UP = /^(?:[0-9a-f]{32}|(?:action|block|node|step|module)[-_ ]?\d*)$/iu;

/** The name that the author gave a block: its identifier, unless that was made by the console. */
export const friendlyName = (id: string): string | undefined => {
  const isUuid = id.length === 36 && id[8] === '-' && id[13] === '-' && id[18] === '-' && id[23] === '-';
  return isUuid || MADE_UP.test(id) || !/\p{L}/u.test(id) ? undefined : id;
};

/** Display names kept by the console, by parameter. */
const shownOf = (metadata: unknown): Readonly<Record<string, string>> | undefined => {
  if (!isMap(metadata)) return undefined;
  const out: Record<string, string> = {};
  const note = (name: string, value: unknown): void => {
    const text = isMap(value) ? (textOf(value.displayName) ?? textOf(value.text)) : undefined;
    if (text !== undefined) out[name] ??= text;
  };
  for (const group of [metadata.parameters, isMap(metadata.parameters) ? metadata.parameters.EventHooks : undefined]) {
    if (isMap(group)) for (const name in group) note(name, group[name]);
  }
  note('ContactFlowId', metadata.contactFlow);
  note('QueueId', metadata.queue);
  note('PromptId', metadata.audio ?? metadata.prompt);
  for (const _ in out) return out;
  return undefined;
};

const blockOf = (action: Values, route: Route, metadata: unknown): Block | undefined => {
  const id = typeof action.Identifier === 'string' ? action.Identifier.trim() : '';
  if (id === '') return undefined;
  const writtenAs = textOf(action.Type) ?? '';
  const transitions = isMap(action.Transitions) ? action.Transitions : NOTHING;
  const params = isMap(action.Parameters) ? action.Parameters : NOTHING;
  return {
    id,
    type: typeOf(writtenAs, params),
    writtenAs,
    params,
    paramRoutes: undefined,
    route,
    next: textOf(transitions.NextAction),
    conditions: conditionsOf(transitions),
    failures: failuresOf(transitions),
    name: friendlyName(id),
    shown: shownOf(metadata),
  };
};

/** Reads a flow in the flow language; `at` leads to it. */
export const readFlowLanguage = (flow: Values, at: Route): WrittenFlow => {
  const metadata = isMap(flow.Metadata) ? flow.Metadata : {};
  const actionMetadata = isMap(metadata.ActionMetadata) ? metadata.ActionMetadata : {};
  const blocks: Block[] = [];
  listOf(flow.Actions).forEach((action, index) => {
    if (!isMap(action)) return;
    const own =
      typeof action.Identifier === 'string' && Object.hasOwn(actionMetadata, action.Identifier) ? actionMetadata[action.Identifier] : undefined;
    const block = blockOf(action, [...at, 'Actions', index], own);
    if (block !== undefined) blocks.push(block);
  });
  const name = textOf(metadata.name) ?? textOf(flow.Name);
  const type = textOf(metadata.type) ?? textOf(flow.Type);
  return { start: textOf(flow.StartAction) ?? '', blocks, ...(name === undefined ? {} : { name }), ...(type === undefined ? {} : { type }) };
};
