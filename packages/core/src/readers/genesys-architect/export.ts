import type { Route } from '../../source/source.js';
import { expressionIn, namedIn, numberIn, spokenAt } from './export-values.js';
import { flowKind } from './flow-kinds.js';
import { Names } from './step-names.js';
import { mapAt, own } from './values.js';
import type { Action, BotSettings, Choice, Handling, Menu, Named, Output, Sequence, WrittenFlow } from './written.js';
import { isMap, listOf, textOf } from '../../source/values.js';
import type { Values } from '../../source/values.js';

/** Classes of an export whose names differ from Archy's by more than the ending. */
const TYPES: Readonly<Record<string, string>> = {
  TransferPureMatchAction: 'transferToAcd',
  TransferAcdAction: 'transferToAcd',
  TransferExternalAction: 'transferToNumber',
  TransferUserAction: 'transferToUser',
  TransferGroupAction: 'transferToGroup',
  TransferFlowAction: 'transferToFlow',
  TransferFlowSecureAction: 'transferToFlowSecure',
  TransferVoicemailAction: 'transferToVoicemail',
  TransferAcdVoicemailAction: 'transferToVoicemail',
  TransferTaskAction: 'jumpToTask',
  JumpToReusableTaskAction: 'jumpToTask',
  TaskAction: 'jumpToTask',
  TransferMenuAction: 'jumpToMenu',
  MenuAction: 'jumpToMenu',
  DataAction: 'callData',
  AskForNLUIntentAction: 'askForIntent',
  AskForNLUNextIntentAction: 'askForIntent',
  NextLoopAction: 'loopNext',
  ExitLoopAction: 'loopExit',
  WhileLoopAction: 'loopWhile',
  EachLoopAction: 'loopEach',
  UpdateVariableAction: 'updateData',
  SetAttributesAction: 'setParticipantData',
  GetAttributesAction: 'getParticipantData',
  ExitBotAction: 'exitBotFlow',
};

const typeOf = (written: string): string => {
  if (Object.hasOwn(TYPES, written)) return TYPES[written] ?? written;
  const bare = written.replace(/Action$/u, '');
  return bare.slice(0, 1).toLowerCase() + bare.slice(1);
};

/** `__MAX_NO_INPUTS__` -> "maxNoInputs". */
const outputKey = (id: string): string =>
  id
    .replace(/^_+|_+$/gu, '')
    .toLowerCase()
    .replace(/_+([a-z])/gu, (_found, letter: string) => letter.toUpperCase());

const isBuiltIn = (id: string): boolean => /^__\w+__$/u.test(id);

const SAID = ['prompts', 'prompt', 'communication', 'messageBody', 'question', 'message', 'voicemailGreeting'];
const KINDS: Readonly<Record<string, Sequence['kind']>> = { Task: 'task', LoopTask: 'task', Menu: 'menu', State: 'state', BotState: 'bot' };
const DEEPEST = 120;
/** Names that stand beside the id of what is meant. */
const NAMED = [
  'flowName',
  'botFlowName',
  'commonModuleName',
  'actionName',
  'datatableName',
  'scheduleGroupName',
  'scheduleName',
  'userName',
  'groupName',
  'queueName',
];
const VALUED = ['queues', 'queue', 'phoneNumber', 'externalNumber', 'number', 'user', 'group', 'scheduleGroup', 'schedule', 'flow'];

/** The actions of one task, by their ids. */
type Pool = ReadonlyMap<string, { readonly body: Values; readonly route: Route }>;

const poolOf = (item: Values, route: Route): Pool => {
  const pool = new Map<string, { body: Values; route: Route }>();
  listOf(own(item, 'actionList')).forEach((body, index) => {
    const id = isMap(body) ? textOf(own(body, 'id')) : undefined;
    if (id !== undefined && isMap(body) && !pool.has(id)) pool.set(id, { body, route: [...route, 'actionList', index] });
  });
  return pool;
};

/** Reads one flow out of Architect's own export. */
class ExportReading {
  readonly #root: Values;
  readonly #packed: boolean;
  readonly #ids = new Names();
  readonly sequences = new Map<string, Sequence>();

  constructor(root: Values, packed: boolean) {
    this.#root = root;
    this.#packed = packed;
  }

  #at(route: Route): Route {
    return this.#packed ? [] : route;
  }

  readSequences(): void {
    listOf(own(this.#root, 'flowSequenceItemList')).forEach((item, index) => {
      const written = isMap(item) ? textOf(own(item, '__type')) : undefined;
      if (!isMap(item) || written === undefined || !Object.hasOwn(KINDS, written)) return;
      const kind = KINDS[written] ?? 'task';
      const route = ['flowSequenceItemList', index];
      const name = textOf(own(item, 'name')) ?? kind;
      const ref = textOf(own(item, 'id')) ?? name;
      const id = this.#ids.free(name);
      const pool = poolOf(item, route);
      const actions = kind === 'menu' ? [] : this.#chain(own(item, 'startAction'), pool, new Set(), id, 0);
      const sequence: Sequence = { kind, id, name, route: this.#at(route), actions, menu: kind === 'menu' ? this.#menu(item, route, id) : undefined };
      if (!this.sequences.has(ref)) this.sequences.set(ref, sequence);
    });
  }

  /** A list of actions: each names the next one. An action belongs to one list only. */
  #chain(first: unknown, pool: Pool, used: Set<string>, parent: string, depth: number): readonly Action[] {
    const out: Action[] = [];
    if (depth > DEEPEST) return out;
    for (let id = textOf(first); id !== undefined && !used.has(id);) {
      used.add(id);
      const found = pool.get(id);
      if (found === undefined) break;
      out.push(this.#action(found.body, found.route, pool, used, parent, depth));
      id = textOf(own(found.body, 'nextAction'));
    }
    return out;
  }

  #action(body: Values, route: Route, pool: Pool, used: Set<string>, parent: string, depth: number): Action {
    const type = typeOf(textOf(own(body, '__type')) ?? '');
    const name = textOf(own(body, 'name')) ?? type;
    const tracking = textOf(own(body, 'trackingId'));
    const id = this.#ids.free(`${parent.split('/', 1)[0] ?? parent}/${tracking === undefined ? name : `#${tracking}`}`);
    const said = (field: string): Action['prompt'] =>
      spokenAt(own(body, field), this.#at([...route, field])).map((each) => ({ ...each, route: this.#at(each.route) }));
    const prompted = SAID.find((field) => Object.hasOwn(body, field));
    return {
      id,
      type,
      name,
      route: this.#at(route),
      outputs: this.#outputs(body, pool, used, id, depth + 1),
      prompt: prompted === undefined ? [] : said(prompted),
      before: [...said('preTransferAudio'), ...said('preTransferCommunication')],
      failed: [...said('failureTransferAudio'), ...said('failureTransferCommunication')],
      retry: [...said('noInputs'), ...said('noMatches')],
      target: this.#target(body),
      sequence: textOf(own(body, 'taskReference') ?? own(body, 'menuReference') ?? own(body, 'stateReference')),
      hold:
        own(body, 'useDefaultHandling') === true || textOf(own(body, 'inQueueFlowName')) === undefined
          ? undefined
          : { name: textOf(own(body, 'inQueueFlowName')) ?? '' },
      condition: expressionIn(own(body, 'expression')),
      slot: textOf(own(body, 'selectedSlot')),
      variable: expressionIn(own(body, 'resultData')),
      writes: type === 'updateData' ? this.#writes(body) : [],
      digits: numberIn(own(body, 'numberOfDigitsMax')),
      times: numberIn(own(body, 'loopCount')),
      path: textOf(own(body, 'pathName')),
      emergency: isMap(own(body, 'emergencyGroup')) && expressionIn(own(body, 'emergencyGroup')) !== undefined,
      menu: undefined,
    };
  }

  #target(body: Values): Named | undefined {
    for (const field of NAMED) {
      const name = textOf(own(body, field));
      if (name !== undefined) return { name };
    }
    for (const field of VALUED) {
      const value = own(body, field);
      const named = namedIn(Array.isArray(value) ? value[0] : value);
      if (named !== undefined) return named;
    }
    return undefined;
  }

  #writes(body: Values): Action['writes'] {
    return listOf(own(body, 'variables')).flatMap((each): Action['writes'] => {
      if (!isMap(each)) return [];
      const variable = expressionIn(own(each, 'variable')) ?? textOf(own(each, 'name'));
      return variable === undefined ? [] : [[variable, expressionIn(own(each, 'value') ?? own(each, 'expression')) ?? '']];
    });
  }

  #outputs(body: Values, pool: Pool, used: Set<string>, id: string, depth: number): readonly Output[] {
    const single = own(body, 'path');
    const paths = isMap(single) ? [single, ...listOf(own(body, 'paths'))] : listOf(own(body, 'paths'));
    const cases = new Map<string, string>();
    const subject = expressionIn(own(body, 'expression'));
    for (const each of listOf(own(body, 'cases'))) {
      const reference = isMap(each) ? textOf(own(each, 'referenceId')) : undefined;
      if (reference === undefined || !isMap(each)) continue;
      const value = mapAt(each, 'value');
      const written = expressionIn(value) ?? '';
      const isLiteral = isMap(own(value, 'config')) && Object.hasOwn(mapAt(value, 'config'), 'lit');
      cases.set(reference, subject === undefined ? written : `${subject} == ${isLiteral ? JSON.stringify(written) : written}`);
    }
    const isSwitch = cases.size > 0;
    return paths.flatMap((path): readonly Output[] => {
      if (!isMap(path)) return [];
      const reference = textOf(own(path, 'outputId')) ?? '';
      const label = textOf(own(path, 'label'));
      const enabled = own(path, 'disabled') !== true && own(path, 'outOfService') !== true;
      const actions = this.#chain(own(path, 'nextActionId'), pool, used, id, depth);
      const base: Output = { key: outputKey(reference), enabled, actions };
      if (isBuiltIn(reference)) return [base];
      const when = cases.get(reference);
      const key = isSwitch ? 'case' : own(path, 'isDynamicBranch') === true ? 'intent' : (label ?? reference);
      return [{ ...base, key, ...(label === undefined ? {} : { label: when ?? label }), ...(when === undefined ? {} : { when }) }];
    });
  }

  #menu(item: Values, route: Route, id: string): Menu {
    const settings = mapAt(mapAt(this.#root, 'defaultSettings'), 'Menu');
    const choices = listOf(own(item, 'menuChoiceList')).flatMap((each, index): readonly Choice[] => {
      if (!isMap(each) || !isMap(own(each, 'action'))) return [];
      const body = mapAt(each, 'action');
      const action = this.#action(body, [...route, 'menuChoiceList', index, 'action'], new Map(), new Set(), id, 0);
      const terms = Object.values(mapAt(each, 'speechRecTerms')).flatMap((list) =>
        listOf(list).flatMap((term) => textOf(isMap(term) ? own(term, 'text') : term) ?? []),
      );
      const refs = [textOf(own(each, 'id')), textOf(own(body, 'id'))].filter((ref) => ref !== undefined);
      return [
        {
          key: textOf(own(each, 'digit') ?? own(each, 'dtmf')),
          terms,
          name: textOf(own(each, 'name')) ?? action.name,
          refs,
          global: own(each, 'globalDtmf') === true,
          action,
        },
      ];
    });
    return {
      choices,
      prompt: spokenAt(own(item, 'prompts'), [...route, 'prompts']).map((each) => ({ ...each, route: this.#at(each.route) })),
      speech: expressionIn(own(this.#root, 'disableAsr')) !== 'true',
      repeats: numberIn(own(item, 'promptRepeatCount')) ?? numberIn(own(settings, 'promptRepeatCount')),
      defaultRef: textOf(own(item, 'defaultMenuChoice') ?? own(item, 'defaultChoiceId') ?? own(item, 'defaultMenuChoiceId')),
    };
  }

  bot(): BotSettings {
    const settings = mapAt(this.#root, 'errorHandling');
    const handling = (type: string, says: string): Handling => {
      const written = textOf(own(settings, type))?.toLowerCase();
      const heard = spokenAt(own(settings, says), ['errorHandling', says]).map((each) => ({ ...each, route: this.#at(each.route) }));
      const does = written === 'exit' ? 'exit' : written === 'disconnect' ? 'disconnect' : 'unseen';
      return { does, says: heard, route: this.#at(['errorHandling']) };
    };
    const input = mapAt(this.#root, 'userInputSettings');
    return {
      escalates: expressionIn(own(settings, 'enableAgentEscalation')) === 'true',
      escalation: handling('agentEscalationHandlingType', 'agentEscalationHandover'),
      recognition: handling('recognitionHandlingType', 'recognitionEventHandover'),
      tries: numberIn(own(input, 'noMatchesMax')) ?? numberIn(own(input, 'noInputsMax')),
    };
  }
}

/** The flow in an export of Architect; undefined where the value is none. */
export const exportedFlow = (value: unknown, packed: boolean): WrittenFlow | undefined => {
  if (!isMap(value) || !Array.isArray(own(value, 'flowSequenceItemList'))) return undefined;
  const kind = flowKind(textOf(own(value, 'type')) ?? '');
  if (kind === undefined) return undefined;
  const reading = new ExportReading(value, packed);
  reading.readSequences();
  const initial = textOf(own(value, 'initialSequence'));
  const start = initial === undefined ? undefined : reading.sequences.get(initial);
  const recurring = textOf(own(value, 'recurringSequence') ?? own(value, 'periodicSequence'));
  return {
    kind,
    start,
    packed,
    name: textOf(own(value, 'name')),
    route: [],
    language: textOf(own(value, 'defaultLanguage')),
    greeting: spokenAt(own(value, 'initialPrompts'), ['initialPrompts']).map((each) => (packed ? { ...each, route: [] } : each)),
    sequences: reading.sequences,
    lostStart: start === undefined ? initial : undefined,
    recurring: recurring === undefined ? undefined : reading.sequences.get(recurring),
    bot: reading.bot(),
    rescues: !/^(?:disconnect|end\w*|exit\w*)?$/iu.test(textOf(own(mapAt(value, 'errorHandling'), 'handlingType')) ?? ''),
  };
};
