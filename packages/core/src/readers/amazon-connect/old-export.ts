import type { Route } from '../../source/source.js';
import type { Block, Condition, Failure, WrittenFlow } from './block.js';
import { friendlyName } from './flow-language.js';
import { typeOfModule } from './types.js';
import type { Values } from '../../source/values.js';
import { isMap, listOf, textOf } from '../../source/values.js';

/** Where a value of the old export comes from; a value with a namespace is the NAME of an attribute. */
const NAMESPACES: Readonly<Record<string, string>> = {
  External: '$.External.',
  'User Defined': '$.Attributes.',
  System: '$.',
  Lex: '$.Lex.',
  'Lex Slots': '$.Lex.Slots.',
  'Lex Attributes': '$.Lex.SessionAttributes.',
  Agent: '$.Agent.',
  'Queue Metrics': '$.Metrics.',
  'Customer Profiles': '$.Customer.',
};

/** Branches of the old export in the words of the flow language; the rest are conditions. */
const FAILURES: Readonly<Record<string, string>> = {
  Error: 'NoMatchingError',
  NoMatch: 'NoMatchingCondition',
  Timeout: 'InputTimeLimitExceeded',
  InvalidNumber: 'InvalidPhoneNumber',
  InvalidPhoneNumber: 'InvalidCallbackNumber',
  NonDialableNumber: 'CallbackNumberNotDialable',
  AtCapacity: 'QueueAtCapacity',
  CallFailure: 'CallFailed',
};

/** Branches whose name says which result they stand for. */
const RESULTS: Readonly<Record<string, string>> = { Looping: 'ContinueLooping', Complete: 'DoneLooping' };

const OPERATORS: Readonly<Record<string, string>> = {
  GreaterThan: 'NumberGreaterThan',
  GreaterThanOrEqualTo: 'NumberGreaterOrEqualTo',
  LessThan: 'NumberLessThan',
  LessThanOrEqualTo: 'NumberLessOrEqualTo',
  StartsWith: 'TextStartsWith',
  Contains: 'TextContains',
};

/** Whether a value is a flow in the older export of the console. */
export const isOldExport = (value: unknown): value is Values => {
  if (!isMap(value) || !Array.isArray(value.modules)) return false;
  if (typeof value.start !== 'string') return false;
  const first: unknown = (value.modules as readonly unknown[])[0];
  return first === undefined || (isMap(first) && typeof first.type === 'string' && Array.isArray(first.branches));
};

interface Parameters {
  readonly values: Record<string, unknown>;
  readonly routes: Record<string, Route>;
  readonly shown: Record<string, string>;
}

/** Parameters are a list, because some names repeat: attributes to set are told apart by `key`. */
const parametersOf = (module: Values, route: Route): Parameters => {
  const out: Parameters = { values: {}, routes: {}, shown: {} };
  const attributes: Record<string, unknown> = {};
  listOf(module.parameters).forEach((parameter, index) => {
    if (!isMap(parameter)) return;
    const name = textOf(parameter.name);
    if (name === undefined) return;
    const space = textOf(parameter.namespace);
    const value =
      space === undefined ? parameter.value : `${NAMESPACES[space] ?? `$.${space.replace(/\s+/gu, '')}.`}${textOf(parameter.value) ?? ''}`;
    const key = textOf(parameter.key);
    if (key !== undefined && (name === 'Attribute' || name === 'Parameter')) {
      attributes[key] = value;
      return;
    }
    out.values[name] = value;
    out.routes[name] = [...route, 'parameters', index, 'value'];
    const resource = textOf(parameter.resourceName);
    if (resource !== undefined) out.shown[name] = resource;
  });
  if (module.type !== 'CheckAttribute') {
    out.values.Attributes = attributes;
    if (module.type === 'InvokeExternalResource') out.values.LambdaInvocationAttributes = attributes;
  }
  return out;
};

/** Gives parameters the names that the flow language has for them. */
const renamed = (type: string, module: Values, { values, routes, shown }: Parameters): void => {
  const move = (from: string, to: string): void => {
    if (!(from in values)) return;
    values[to] = values[from];
    if (routes[from] !== undefined) routes[to] = routes[from];
    if (shown[from] !== undefined) shown[to] = shown[from];
  };
  if (values.TextToSpeechType === 'ssml') {
    move('Text', 'SSML');
    delete values.Text;
  }
  move('AudioPrompt', 'PromptId');
  move('FunctionArn', 'LambdaFunctionARN');
  move('Queue', 'QueueId');
  move('Agent', 'AgentId');
  move('PhoneNumber', 'ThirdPartyPhoneNumber');
  move('CallBackNumber', 'CallbackNumber');
  move('MaxRetryAttempts', 'MaximumConnectionAttempts');
  move('LoggingBehavior', 'FlowLoggingBehavior');
  if (module.type === 'CheckAttribute') {
    const space = textOf(values.Namespace) ?? 'User Defined';
    values.ComparisonValue = `${NAMESPACES[space] ?? `$.${space.replace(/\s+/gu, '')}.`}${textOf(values.Attribute) ?? ''}`;
  }
  if (module.type === 'StoreUserInput' || module.type === 'StoreCustomerInput') {
    values.StoreInput = 'True';
    if (values.CustomerInputType === 'PhoneNumber') values.InputValidation = { PhoneNumberValidation: {} };
    if (values.EncryptEntry === true || values.EncryptEntry === 'true') values.InputEncryption = {};
  }
  if (module.type === 'CheckStaffing') values.MetricType = `NumberOfAgents${textOf(values.Status) ?? 'Staffed'}`;
  if (module.type === 'StopMediaStreaming') values.MediaStreamingState = 'Disabled';
  if (module.type === 'StartMediaStreaming') values.MediaStreamingState = 'Enabled';
  if (type === 'UpdateContactEventHooks') {
    const hook = textOf(values.Type) ?? 'Unknown';
    values.EventHooks = { [hook]: values.ContactFlowId };
    if (shown.ContactFlowId !== undefined) shown[hook] = shown.ContactFlowId;
  }
};

interface Branches {
  next?: string;
  readonly conditions: Condition[];
  readonly failures: Failure[];
}

/** What a branch that stands for a failure is in the flow language; some names mean another thing at another block. */
const failureNamed = (on: string, module: Values, type: string): string => {
  if (module.type === 'StoreUserInput' && on === 'InvalidPhoneNumber') return on;
  if (type === 'TransferParticipantToThirdParty' && on === 'Timeout') return 'ConnectionTimeLimitExceeded';
  return FAILURES[on] ?? on;
};

const branchesOf = (module: Values, type: string): Branches => {
  const out: Branches = { conditions: [], failures: [] };
  const staffing = module.type === 'CheckStaffing';
  for (const branch of listOf(module.branches)) {
    if (!isMap(branch)) continue;
    const to = textOf(branch.transition);
    const on = textOf(branch.condition);
    if (to === undefined || on === undefined) continue;
    if (on === 'Success') out.next ??= to;
    else if (staffing && on === 'False') out.failures.push({ type: 'NoMatchingCondition', to });
    else if (Object.hasOwn(FAILURES, on)) out.failures.push({ type: failureNamed(on, module, type), to });
    else {
      const operator = textOf(branch.conditionType) ?? 'Equals';
      const operand = textOf(branch.conditionValue) ?? RESULTS[on] ?? (staffing ? '0' : on);
      out.conditions.push({ operator: staffing ? 'NumberGreaterThan' : (OPERATORS[operator] ?? operator), operands: [operand], to });
    }
  }
  return out;
};

const blockOf = (module: Values, route: Route): Block | undefined => {
  const id = typeof module.id === 'string' ? module.id.trim() : '';
  if (id === '') return undefined;
  const writtenAs = textOf(module.type) ?? '';
  const target = textOf(module.target);
  const type = typeOfModule(writtenAs, target);
  const parameters = parametersOf(module, route);
  renamed(type, module, parameters);
  const metadata = isMap(module.metadata) ? module.metadata : {};
  for (const [param, at] of [
    ['QueueId', 'queue'],
    ['ContactFlowId', 'contactFlow'],
    ['PromptId', 'promptName'],
  ] as const) {
    const held = metadata[at];
    const text = isMap(held) ? textOf(held.text) : textOf(held);
    if (text !== undefined) parameters.shown[param] ??= text;
  }
  const { next, conditions, failures } = branchesOf(module, type);
  return {
    id,
    type,
    writtenAs,
    params: parameters.values,
    paramRoutes: parameters.routes,
    shown: parameters.shown,
    route,
    next,
    conditions,
    failures,
    name: friendlyName(id),
  };
};

/** Reads a flow in the older export of the console; `at` leads to it. */
export const readOldExport = (flow: Values, at: Route): WrittenFlow => {
  const metadata = isMap(flow.metadata) ? flow.metadata : {};
  const blocks: Block[] = [];
  listOf(flow.modules).forEach((module, index) => {
    const block = isMap(module) ? blockOf(module, [...at, 'modules', index]) : undefined;
    if (block !== undefined) blocks.push(block);
  });
  const name = textOf(metadata.name);
  const type = textOf(flow.type) ?? textOf(metadata.type);
  return { start: textOf(flow.start) ?? '', blocks, ...(name === undefined ? {} : { name }), ...(type === undefined ? {} : { type }) };
};
