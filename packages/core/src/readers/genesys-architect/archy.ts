import type { Route } from '../../source/source.js';
import type { FlowKind } from './flow-kinds.js';
import { flowKind } from './flow-kinds.js';
import { firstKey, mapAt, own, placeholderName } from './values.js';
import { namedIn, numberIn, spokenAt } from './archy-values.js';
import { Names } from './step-names.js';
import type { Action, BotSettings, Choice, Handling, Menu, Named, Output, Sequence, Spoken, WrittenFlow } from './written.js';
import { isMap, listOf, textOf } from '../../source/values.js';
import type { Values } from '../../source/values.js';

/** Fields that hold what is said at an action; the first that is there counts. */
const SAID = ['audio', 'inputAudio', 'communication', 'messageBody', 'message', 'question', 'prompt', 'prompts', 'body', 'voicemailGreeting'];
const NAMED = [
  'targetQueue',
  'targetNumber',
  'targetUser',
  'targetGroup',
  'targetFlow',
  'flow',
  'scheduleGroup',
  'schedule',
  'queue',
  'externalNumber',
  'number',
];
const KEYED = ['botFlow', 'digitalBotFlow', 'commonModule', 'dataTable', 'bot'];
const REFS = ['targetTaskRef', 'targetMenuRef', 'targetStateRef', 'targetBotRef', 'taskRef', 'menuRef', 'stateRef'];
/** Deeper is no flow that a person draws. */
const DEEPEST = 120;

/** The part of a reference in brackets: `/inboundCall/menus/menu[Main Menu_10]` -> "Main Menu_10". */
const refId = (reference: string): string => /\[([^\]]*)\](?:[^[\]]*)$/u.exec(reference)?.[1] ?? reference.slice(reference.lastIndexOf('/') + 1);

const DTMF: Readonly<Record<string, string>> = { star: '*', pound: '#', hash: '#' };

const keyOf = (value: unknown): string | undefined => {
  const bare = textOf(value)
    ?.replace(/^digit_/iu, '')
    .toLowerCase();
  if (bare === undefined || bare === 'none') return undefined;
  return Object.hasOwn(DTMF, bare) ? DTMF[bare] : bare;
};

/** Speech terms, in whatever nesting by language. */
const termsIn = (value: unknown, depth = 0): readonly string[] => {
  if (typeof value === 'string') return value.trim() === '' ? [] : [value.trim()];
  if (depth > 6) return [];
  if (Array.isArray(value)) return value.flatMap((each: unknown) => termsIn(each, depth + 1));
  return isMap(value) ? Object.values(value).flatMap((each) => termsIn(each, depth + 1)) : [];
};

const literal = (value: unknown): boolean | undefined => {
  const inner = isMap(value) ? own(value, 'lit') : value;
  return typeof inner === 'boolean' ? inner : inner === 'true' ? true : inner === 'false' ? false : undefined;
};

/** The condition of a decision or case as a text. */
const conditionIn = (value: unknown): string | undefined =>
  isMap(value) ? textOf(own(value, 'exp') ?? own(value, 'var') ?? own(value, 'lit')) : textOf(value);

/** Reads one flow out of Archy's YAML. */
class ArchyReading {
  readonly #body: Values;
  readonly #route: Route;
  readonly #ids = new Names();
  readonly sequences = new Map<string, Sequence>();

  constructor(body: Values, route: Route) {
    this.#body = body;
    this.#route = route;
  }

  readSequences(): void {
    for (const kind of ['menu', 'task', 'state', 'bot'] as const) {
      listOf(own(this.#body, `${kind}s`)).forEach((item, index) => {
        const inner = isMap(item) && isMap(own(item, kind)) ? (own(item, kind) as Values) : item;
        const route = [...this.#route, `${kind}s`, index, ...(inner === item ? [] : [kind])];
        if (isMap(inner)) this.sequence(kind, inner, route);
      });
    }
  }

  sequence(kind: Sequence['kind'], inner: Values, route: Route, fallback = kind as string): Sequence {
    const name = textOf(own(inner, 'name')) ?? fallback;
    const ref = textOf(own(inner, 'refId')) ?? name;
    const id = this.#ids.free(ref);
    const actions = kind === 'menu' ? [] : this.actions(own(inner, 'actions'), [...route, 'actions'], id, 0);
    const sequence: Sequence = { kind, id, name, route, actions, menu: kind === 'menu' ? this.#menu(inner, route, id, 0) : undefined };
    for (const key of [`${kind}:${ref}`, `${kind}:${name}`, ref]) if (!this.sequences.has(key)) this.sequences.set(key, sequence);
    return sequence;
  }

  actions(value: unknown, route: Route, parent: string, depth: number): readonly Action[] {
    if (depth > DEEPEST) return [];
    return listOf(value).flatMap((item, index): readonly Action[] => {
      const type = firstKey(item);
      if (type === undefined || !isMap(item)) return [];
      const body = own(item, type);
      return [this.#action(type, isMap(body) ? body : {}, [...route, index, type], parent, depth)];
    });
  }

  #action(type: string, body: Values, route: Route, parent: string, depth: number): Action {
    const name = textOf(own(body, 'name')) ?? type;
    const tracking = textOf(own(body, 'trackingId'));
    const id = this.#ids.free(`${parent}/${tracking === undefined ? name : `#${tracking}`}`);
    const choices = own(body, 'choices');
    const said = (field: string): readonly Spoken[] => spokenAt(own(body, field), [...route, field]);
    const digits = mapAt(body, 'digits');
    return {
      id,
      type,
      name,
      route,
      outputs: this.#outputs(type, body, route, id, depth + 1),
      prompt: this.#prompt(body, route),
      before: [...said('preTransferAudio'), ...said('preTransferCommunication')],
      failed: [...said('failureTransferAudio'), ...said('failureTransferCommunication')],
      retry: [...said('noInput'), ...said('noMatch')],
      target: this.#target(type, body),
      sequence: this.#reference(body),
      hold: namedIn(own(body, 'overrideInQueueFlow') ?? own(body, 'inQueueFlow')),
      condition: conditionIn(own(body, 'condition')),
      slot: textOf(own(mapAt(body, 'slot'), 'name')),
      variable: textOf(own(mapAt(body, 'inputData'), 'var') ?? own(mapAt(body, 'response'), 'var')),
      writes: this.#writes(body),
      digits: numberIn(own(digits, 'exact') ?? own(mapAt(digits, 'range'), 'max')),
      times: numberIn(own(body, 'loopCount')),
      path: textOf(own(mapAt(body, 'outputPath'), 'name')),
      emergency: isMap(own(body, 'emergencyGroup')) && own(mapAt(body, 'emergencyGroup'), 'noValue') !== true,
      menu: Array.isArray(choices) ? this.#menu(body, route, id, depth + 1) : undefined,
    };
  }

  #prompt(body: Values, route: Route): readonly Spoken[] {
    for (const field of SAID) {
      if (Object.hasOwn(body, field)) return spokenAt(own(body, field), [...route, field]);
    }
    const destination = mapAt(body, 'destination');
    const kind = firstKey(destination);
    if (kind === undefined) return [];
    return spokenAt(own(mapAt(destination, kind), 'voicemailGreeting'), [...route, 'destination', kind, 'voicemailGreeting']);
  }

  #target(type: string, body: Values): Named | undefined {
    if (/^callData|^callSecureData|^callBridge/u.test(type)) {
      const category = mapAt(body, 'category');
      const action = firstKey(mapAt(mapAt(category, firstKey(category) ?? ''), 'dataAction'));
      if (action === undefined) return undefined;
      // A placeholder for the action's name usually says what the action is.
      const stand = placeholderName(action)?.replace(/[\s_.-]*(?:data)?[\s_.-]*(?:action)?[\s_.-]*(?:name|id)?(?:[\s_.-]*\d+)?$/iu, '');
      return { name: stand === undefined || stand === '' ? action : stand };
    }
    for (const field of KEYED) {
      if (isMap(own(body, field))) return namedIn(firstKey(own(body, field)));
    }
    for (const field of NAMED) {
      if (Object.hasOwn(body, field)) return namedIn(own(body, field));
    }
    const destination = mapAt(body, 'destination');
    const kind = firstKey(destination);
    if (kind === undefined) return undefined;
    const inner = mapAt(destination, kind);
    return namedIn(own(inner, firstKey(inner) ?? ''));
  }

  #reference(body: Values): string | undefined {
    for (const field of REFS) {
      const reference = textOf(own(body, field));
      if (reference !== undefined) return `${/(menu|task|state|bot)Ref/iu.exec(field)?.[1]?.toLowerCase() ?? 'task'}:${refId(reference)}`;
    }
    return undefined;
  }

  #writes(body: Values): Action['writes'] {
    return listOf(own(body, 'statements')).flatMap((statement): Action['writes'] => {
      const type = firstKey(statement);
      if (type === undefined || !isMap(statement)) return [];
      const inner = mapAt(statement, type);
      const variable = textOf(own(inner, 'variable'));
      return variable === undefined ? [] : [[variable, conditionIn(own(inner, 'value')) ?? '']];
    });
  }

  #outputs(type: string, body: Values, route: Route, id: string, depth: number): readonly Output[] {
    const out: Output[] = [];
    const outputs = mapAt(body, 'outputs');
    for (const key of Object.keys(outputs)) {
      const output = outputs[key];
      if (Array.isArray(output)) out.push(...this.#listed(key, output, [...route, 'outputs', key], id, depth));
      else if (isMap(output)) out.push(this.#output(key, output, [...route, 'outputs', key], `${id}.${key}`, depth));
    }
    if (type === 'switch') out.push(...this.#cases(mapAt(body, 'evaluate'), [...route, 'evaluate'], id, depth));
    // A task of its own behind a key of a menu.
    if (isMap(own(body, 'task'))) out.push(this.#output('task', mapAt(body, 'task'), [...route, 'task'], id, depth));
    return out;
  }

  #output(key: string, output: Values, route: Route, id: string, depth: number): Output {
    return {
      key,
      enabled: literal(own(output, 'enabled')) !== false,
      actions: this.actions(own(output, 'actions'), [...route, 'actions'], id, depth),
    };
  }

  /** `intents: [{intent: {name, actions}}]`. */
  #listed(key: string, list: readonly unknown[], route: Route, id: string, depth: number): readonly Output[] {
    return list.flatMap((item, index): readonly Output[] => {
      const type = firstKey(item);
      if (type === undefined || !isMap(item)) return [];
      const inner = mapAt(item, type);
      const label = textOf(own(inner, 'name'));
      const output = this.#output(key === 'intents' ? 'intent' : key, inner, [...route, index, type], `${id}.${label ?? type}`, depth);
      return [label === undefined ? output : { ...output, label }];
    });
  }

  /** `evaluate: {firstTrue: {default, cases}}`, or by the value of an expression. */
  #cases(evaluate: Values, route: Route, id: string, depth: number): readonly Output[] {
    const style = firstKey(evaluate);
    if (style === undefined) return [];
    const inner = mapAt(evaluate, style);
    const subject = conditionIn(own(inner, 'expression') ?? own(inner, 'value'));
    const at = [...route, style];
    const cases = listOf(own(inner, 'cases')).flatMap((item, index): readonly Output[] => {
      if (!isMap(item)) return [];
      const each = mapAt(item, 'case');
      const value = own(each, 'value');
      const written = conditionIn(value) ?? '';
      const isLiteral = isMap(value) && Object.hasOwn(value, 'lit');
      const when = subject === undefined ? written : `${subject} == ${isLiteral ? JSON.stringify(written) : written}`;
      return [{ ...this.#output('case', each, [...at, 'cases', index, 'case'], `${id}.case ${index + 1}`, depth), label: written, when }];
    });
    const rest = own(inner, 'default');
    return isMap(rest) ? [...cases, this.#output('default', rest, [...at, 'default'], `${id}.default`, depth)] : cases;
  }

  #menu(body: Values, route: Route, id: string, depth: number): Menu {
    const settings = mapAt(this.#body, 'settingsMenu');
    const choices =
      depth > DEEPEST
        ? []
        : listOf(own(body, 'choices')).flatMap((item, index): readonly Choice[] => {
            const type = firstKey(item);
            if (type === undefined || !isMap(item)) return [];
            const inner = mapAt(item, type);
            const action = this.#action(type, inner, [...route, 'choices', index, type], id, depth);
            const terms = termsIn(own(inner, 'speechRecTerms'));
            const refs = [textOf(own(inner, 'refId')), action.name].filter((each) => each !== undefined);
            return [{ key: keyOf(own(inner, 'dtmf')), terms, name: action.name, refs, global: literal(own(inner, 'globalDtmf')) === true, action }];
          });
    const reference = textOf(own(body, 'defaultChildMenuRef') ?? own(body, 'defaultMenuChoiceRef'));
    return {
      choices,
      prompt: this.#prompt(body, route),
      speech: literal(own(mapAt(this.#body, 'settingsSpeechRec'), 'asrEnabledOnFlow')) !== false,
      repeats: numberIn(own(mapAt(body, 'settingsMenu'), 'repeatCount')) ?? numberIn(own(settings, 'repeatCount')),
      defaultRef: reference === undefined ? undefined : refId(reference),
    };
  }

  #handling(name: string, says: string): Handling {
    const settings = mapAt(this.#body, 'settingsErrorHandling');
    const route = [...this.#route, 'settingsErrorHandling', name];
    const handling = mapAt(settings, name);
    const kind = firstKey(handling);
    const inner = kind === undefined ? {} : mapAt(handling, kind);
    const heard = spokenAt(own(settings, says), [...this.#route, 'settingsErrorHandling', says]);
    if (kind === 'exit' || kind === 'exitBotFlow') return { does: 'exit', says: heard, route };
    if (kind === 'disconnect') return { does: 'disconnect', says: heard, route };
    const sequence = this.#reference(inner);
    if (sequence !== undefined) return { does: 'task', sequence, says: heard, route };
    const queue = kind === 'transferToAcd' ? namedIn(own(inner, 'targetQueue')) : undefined;
    return queue === undefined ? { does: 'unseen', says: heard, route } : { does: 'queue', queue, says: heard, route };
  }

  bot(): BotSettings {
    const settings = mapAt(this.#body, 'settingsErrorHandling');
    const input = mapAt(this.#body, 'settingsUserInput');
    return {
      escalates: literal(own(settings, 'enableAgentEscalation')) === true,
      escalation: this.#handling('agentEscalationHandling', 'agentEscalationHandover'),
      recognition: this.#handling('recognitionFailureEventHandling', 'recognitionFailureEventHandover'),
      tries: numberIn(own(input, 'noMatchesMax')) ?? numberIn(own(input, 'noInputsMax')),
    };
  }

  start(): { readonly start: Sequence | undefined; readonly lost: string | undefined } {
    const body = this.#body;
    const written = textOf(own(body, 'startUpRef'));
    if (written !== undefined) {
      const kind = /\b(menu|task|state|bot)\[/u.exec(written)?.[1];
      const id = refId(written);
      const start = this.sequences.get(`${kind ?? ''}:${id}`) ?? this.sequences.get(id);
      return { start, lost: start === undefined ? written : undefined };
    }
    if (Array.isArray(own(body, 'startUpTaskActions'))) {
      const route = [...this.#route, 'startUpTaskActions'];
      const id = this.#ids.free('start');
      const start: Sequence = {
        kind: 'task',
        id,
        name: 'Start',
        route,
        actions: this.actions(own(body, 'startUpTaskActions'), route, id, 0),
        menu: undefined,
      };
      this.sequences.set('task::startUp', start);
      return { start, lost: undefined };
    }
    return { start: this.#single('startUpState'), lost: undefined };
  }

  rescues(): boolean {
    const kind = firstKey(mapAt(mapAt(this.#body, 'settingsErrorHandling'), 'errorHandling'));
    return kind !== undefined && !/^(?:disconnect|endWorkflow|endInQueueState|exit\w*|none)$/u.test(kind);
  }

  recurring(): Sequence | undefined {
    return this.#single('periodicState');
  }

  #single(field: string): Sequence | undefined {
    const value = own(this.#body, field);
    return isMap(value) ? this.sequence('state', value, [...this.#route, field], field) : undefined;
  }
}

const readFlow = (kind: FlowKind, body: Values, route: Route): WrittenFlow => {
  const reading = new ArchyReading(body, route);
  reading.readSequences();
  const { start, lost } = reading.start();
  const recurring = reading.recurring();
  return {
    kind,
    route,
    start,
    recurring,
    name: textOf(own(body, 'name')),
    language: textOf(own(body, 'defaultLanguage')),
    greeting: spokenAt(own(body, 'initialGreeting'), [...route, 'initialGreeting']),
    sequences: reading.sequences,
    lostStart: lost,
    bot: reading.bot(),
    rescues: reading.rescues(),
    packed: false,
  };
};

/** Fields that no other software's file has under such a key. */
const isFlow = (body: unknown): body is Values =>
  isMap(body) &&
  (typeof own(body, 'startUpRef') === 'string' ||
    Array.isArray(own(body, 'startUpTaskActions')) ||
    isMap(own(body, 'startUpState')) ||
    (['menu', 'task', 'state', 'bot'] as const).some((kind) => listOf(own(body, `${kind}s`)).some((item) => isMap(item) && isMap(own(item, kind)))));

/** All flows in a document of Archy: one, as a rule. */
export const archyFlows = (value: unknown): readonly WrittenFlow[] =>
  isMap(value)
    ? Object.keys(value).flatMap((key): readonly WrittenFlow[] => {
        const kind = flowKind(key);
        const body = value[key];
        return kind !== undefined && isFlow(body) ? [readFlow(kind, body, [key])] : [];
      })
    : [];
