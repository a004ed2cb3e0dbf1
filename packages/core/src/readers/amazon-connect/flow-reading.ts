import type { Block } from './block.js';
import { isTrue } from './block.js';
import type { CarriedFlow } from './carriers.js';
import type { FlowFacts } from './compare.js';
import { pathOf } from './compare.js';
import { keyWords } from '../../model/key-words.js';
import { methodOf, SPEAKS_OF_PROOF, slotOf, wordsOf } from '../../model/names.js';
import type { Prompt } from './prompts.js';
import { hasPrompt, promptOf, SILENCE } from './prompts.js';
import type { Placeholders } from './references.js';
import { plainName } from './references.js';
import type { FlowUse } from './roles.js';
import { Wires } from './wires.js';
import { isMap, textOf } from '../../source/values.js';

/** Blocks at which nothing is heard and nothing is decided: they may lie between a question and what is done with the answer. */
const QUIET = /^(?:Update|Set|Tag|UnTag|Invoke|Get|Create|Start|Associate|Load)(?!ParticipantInput|CallbackContact)/u;
const isQuiet = (block: Block): boolean => QUIET.test(block.type) && block.type !== 'GetParticipantInput' && block.type !== 'CreateCallbackContact';

const SPEAKS_OF_RECORDING = /(?:leave|record) (?:a|your|us a|me a)? ?(?:brief |short )?(?:message|voice ?mail)|after the (?:tone|beep)|voice ?mail/iu;
const NOT_PROOF = /\b(?:open|closed|hours|holiday|staff|agents?|queue|attempts?|retry|retries|count|wait)\b/u;

const NO_KEYS: ReadonlyMap<string, string> = new Map();

/** A flow under the eyes of the reader: what its blocks know of one another. */
export class FlowReading implements FlowFacts {
  readonly wires: Wires;
  readonly use: FlowUse;
  readonly placeholders: Placeholders;
  readonly written = new Map<string, Set<string | undefined>>();
  readonly proofs = new Map<string, string | undefined>();
  hasLookup = false;
  readonly #blocks: readonly Block[];
  /** Attributes set to a fixed text, by path; empty where they are set to different ones. */
  readonly #constants = new Map<string, string>();
  readonly #prompts = new Map<string, Prompt>();
  #records: boolean | undefined;

  constructor(flow: CarriedFlow, use: FlowUse) {
    this.#blocks = flow.written.blocks;
    this.wires = new Wires(this.#blocks);
    this.use = use;
    this.placeholders = flow.placeholders;
    for (const block of this.#blocks) this.#note(block);
    for (const block of this.#blocks) if (block.type === 'GetParticipantInput') this.#findProof(block);
  }

  #note(block: Block): void {
    const { type, params } = block;
    if (type === 'UpdateContactAttributes') this.#write('$.Attributes.', params.Attributes);
    else if (type === 'UpdateFlowAttributes') this.#write('$.FlowAttributes.', params.FlowAttributes);
    else if (type === 'InvokeLambdaFunction' || type === 'InvokeFlowModule') this.hasLookup = true;
  }

  #write(space: string, attributes: unknown): void {
    if (!isMap(attributes)) return;
    for (const key in attributes) {
      const given = attributes[key];
      const value = textOf(isMap(given) ? given.Value : given) ?? '';
      const path = space + key;
      const earlier = this.#constants.get(path);
      const values = this.written.get(key) ?? new Set<string | undefined>();
      this.written.set(key, values.add(value.includes('$') || value.includes('{') ? undefined : value));
      this.#constants.set(path, (earlier === undefined || earlier === value) && !value.startsWith('$.') ? value : '');
    }
  }

  /** What a value stands for: an attribute that this flow sets to one fixed text is as good as the text. */
  resolved(value: unknown): unknown {
    const text = textOf(value);
    if (text?.startsWith('$.') !== true) return value;
    const constant = this.#constants.get(text);
    return constant === undefined || constant === '' ? value : constant;
  }

  /** A question for proof, then a lookup, then a comparison of what it found: the comparison is where somebody is let in or not. */
  #findProof(block: Block): void {
    if (!isTrue(block.params.StoreInput)) return;
    const words = this.promptOf(block).words.toLowerCase();
    const method = methodOf(slotOf(words));
    if (method === undefined && !SPEAKS_OF_PROOF.test(words)) return;
    let lookedUp = false;
    const compare = this.wires.along(
      block,
      (each) => each.type === 'Compare' && this.#decidesProof(each, lookedUp),
      (each) => {
        if (each.type === 'InvokeLambdaFunction' || each.type === 'InvokeFlowModule') lookedUp = true;
        return isQuiet(each) || each.type === 'Compare' || each.type === 'MessageParticipant' || each.type === 'Wait';
      },
    );
    if (compare !== undefined) this.proofs.set(compare.id, method ?? 'security-question');
  }

  #decidesProof(compare: Block, lookedUp: boolean): boolean {
    const path = pathOf(compare.params.ComparisonValue);
    if (path.startsWith('StoredCustomerInput')) return compare.conditions.some(({ operands }) => operands[0]?.startsWith('$.') === true);
    return lookedUp && /^(?:External|Attributes|FlowAttributes)\./u.test(path) && !NOT_PROOF.test(wordsOf(path));
  }

  /** What is heard at a block. */
  promptOf(block: Block): Prompt {
    if (!hasPrompt(block)) return SILENCE;
    let prompt = this.#prompts.get(block.id);
    if (prompt === undefined) this.#prompts.set(block.id, (prompt = promptOf(block)));
    return prompt;
  }

  /** Blocks that are passed on the only way to a block, nearest first, as long as nobody is asked or sent off there. */
  *#onTheWayTo(block: Block): Generator<Block> {
    let at = block;
    for (let steps = 0; steps < 12; steps++) {
      const before = this.wires.before(at.id);
      const [only] = before;
      if (before.length !== 1 || only === undefined || only === block) return;
      if (only.type !== 'MessageParticipant' && !isQuiet(only)) return;
      yield only;
      at = only;
    }
  }

  /** The words of a block or, where it has none, of the nearest message on the only way to it. */
  wordsAround(block: Block): string {
    const own = this.promptOf(block).words;
    if (own !== '') return own;
    for (const each of this.#onTheWayTo(block)) if (each.type === 'MessageParticipant') return this.promptOf(each).words;
    return '';
  }

  /** What is said about each key of a menu, in its own prompt or, where that names none, in the messages on the only way to it. */
  keysOf(block: Block): ReadonlyMap<string, string> {
    const own = keyWords(this.promptOf(block).words);
    if (own.size > 0) return own;
    for (const each of this.#onTheWayTo(block)) {
      const before = each.type === 'MessageParticipant' ? keyWords(this.promptOf(each).words) : own;
      if (before.size > 0) return before;
    }
    return own;
  }

  /** What was said about keys at the question whose answer a comparison looks at. */
  keysBefore(block: Block): ReadonlyMap<string, string> {
    const asked = this.wires.nearestBefore(
      block.id,
      (each) => each.type === 'GetParticipantInput',
      (each) => isQuiet(each) || each.type === 'Compare',
    );
    const [only] = asked ?? [];
    return asked?.length === 1 && only !== undefined ? this.keysOf(only) : NO_KEYS;
  }

  /** The queue that was set before, where all ways agree. */
  queueBefore(block: Block): string | undefined {
    const set = this.wires.nearestBefore(
      block.id,
      (each) => each.type === 'UpdateContactTargetQueue',
      () => true,
    );
    if (set === undefined) return undefined;
    const names = new Set(set.map(({ params, shown }) => plainName(params.QueueId, shown?.QueueId)));
    const [name] = names;
    return names.size === 1 ? name : undefined;
  }

  /** A question without words that only waits while the caller speaks. */
  isRecorder(block: Block): boolean {
    return block.type === 'GetParticipantInput' && this.promptOf(block).silent && this.#recordsCalls();
  }

  #recordsCalls(): boolean {
    this.#records ??= this.#blocks.some((block) => {
      const { type, params } = block;
      if (type === 'UpdateContactMediaStreamingBehavior') return textOf(params.MediaStreamingState) !== 'Disabled';
      if (type === 'UpdateContactRecordingBehavior')
        return isMap(params.RecordingBehavior) && textOf(params.RecordingBehavior.IVRRecordingBehavior) === 'Enabled';
      if (type === 'UpdateContactAttributes' && isMap(params.Attributes))
        return Object.keys(params.Attributes).some((key) => /^vmx?\d?_/iu.test(key));
      return type === 'MessageParticipant' && SPEAKS_OF_RECORDING.test(this.promptOf(block).words);
    });
    return this.#records;
  }
}
