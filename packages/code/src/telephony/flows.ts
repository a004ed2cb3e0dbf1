import type { Tree } from './flow.js';
import type { Decision } from './run.js';
import type { Document, Site, Value, Verb } from './value.js';

/** A way out of a check. */
export interface Exit {
  readonly on: Decision['options'][number]['on'];
  readonly label?: string;
  readonly to: Flow;
}

/** What a caller meets, in order. Equal flows are one and the same. */
export type Flow =
  | { readonly is: 'verb'; readonly id: number; readonly verb: Verb; readonly rest: Flow }
  | { readonly is: 'check'; readonly id: number; readonly decision: Decision; readonly exits: readonly Exit[] }
  | { readonly is: 'act'; readonly id: number; readonly act: Pick<Decision, 'site' | 'label' | 'data'>; readonly rest: Flow; readonly failed?: Flow }
  /** The document is over. */
  | { readonly is: 'over'; readonly id: number; readonly site: Site; /** The document was empty. */ readonly empty: boolean }
  | { readonly is: 'on'; readonly id: number; readonly to: Value | undefined; readonly site: Site }
  | { readonly is: 'unseen'; readonly id: number; readonly why: string; readonly site: Site };

/** So many verbs of a document are followed. */
const MOST_VERBS = 200;

/** Verbs behind which nothing of a document is done. */
const LAST = new Set(['redirect', 'hangup', 'reject', 'leave', 'refer']);

const keyOf = (value: Value | undefined): string => {
  if (value === undefined) return '';
  switch (value.is) {
    case 'const':
      return JSON.stringify([value.value]);
    case 'text':
      return value.parts.map((part) => (typeof part === 'string' ? part : keyOf(part))).join('\u0001');
    case 'unknown':
      return `?${value.words}`;
    case 'input':
    case 'setting':
      return `${value.is}:${value.name}`;
    case 'array':
      return value.items.map(keyOf).join('\u0002');
    default:
      return value.is;
  }
};

const verbKey = ({ name, site, text, attributes, children }: Verb): string =>
  [name, site.path, site.start, keyOf(text), ...[...attributes].map(([each, value]) => `${each}=${keyOf(value)}`), ...children.map(verbKey)].join(
    '\u0003',
  );

/** Whoever asks says whom to call: that is staff with a phone in their browser, not a customer. */
const isForAsker = ({ name, text, children }: Verb): boolean => {
  const isAsked = (value: Value | undefined): boolean =>
    value?.is === 'input' || (value?.is === 'text' && value.parts.some((part) => typeof part !== 'string' && part.is === 'input'));
  return name === 'dial' && (isAsked(text) || children.some((child) => /^(?:number|client|sip)$/u.test(child.name) && isAsked(child.text)));
};

/** Makes flows; what is the same is made once. */
export class Flows {
  readonly #made = new Map<string, Flow>();
  /** Numbers have been dialled for whoever asked: staff call out there. */
  outgoing = false;

  #once(key: string, make: (id: number) => Flow): Flow {
    const known = this.#made.get(key);
    if (known !== undefined) return known;
    const flow = make(this.#made.size);
    this.#made.set(key, flow);
    return flow;
  }

  /** The flow that a tree of answers stands for; undefined where nothing in it is meant for the platform. */
  of(tree: Tree): Flow | undefined {
    switch (tree.is) {
      case 'beyond':
        return this.#unseen('there are more ways through the program than are followed', { path: '', start: 0, end: 0 });
      case 'answer':
        return this.#answer(tree.answer);
      case 'act': {
        const rest = this.of(tree.rest);
        return rest === undefined ? undefined : this.#act(tree.act, rest, undefined);
      }
      case 'decision': {
        const ways = tree.ways.map((way) => this.of(way));
        if (tree.decision.kind === 'check') return this.#check(tree.decision, ways);
        const [rest, failed] = ways;
        return rest === undefined ? undefined : this.#act(tree.decision, rest, failed);
      }
    }
  }

  #answer(answer: Extract<Tree, { is: 'answer' }>['answer']): Flow | undefined {
    switch (answer.is) {
      case 'document':
        return this.document(answer.document);
      case 'redirect':
        return this.#on(answer.to, answer.site);
      case 'unseen':
        return this.#unseen(answer.why, answer.site);
      default:
        if (answer.is === 'outgoing') this.outgoing = true;
        return undefined;
    }
  }

  /** The flow of a document. */
  document({ verbs, isOpen, site }: Document): Flow {
    const end = verbs.findIndex(({ name, attributes }) => LAST.has(name) || (name === 'dial' && attributes.has('action')));
    const all = end < 0 ? verbs : verbs.slice(0, end + 1);
    const done = all.slice(0, MOST_VERBS);
    const last = done.at(-1);
    if (done.some(isForAsker)) this.outgoing = true;
    const isLonger = all.length > done.length;
    let flow: Flow = isLonger
      ? this.#unseen('the document is longer than is followed', site)
      : isOpen && end < 0
        ? this.#unseen('more may be added to the document out of sight', site)
        : this.#over(last?.site ?? site, verbs.length === 0);
    for (const verb of done.toReversed())
      flow = verb.name === 'redirect' ? this.#on(verb.text ?? verb.attributes.get('url'), verb.site) : this.#verb(verb, flow);
    return flow;
  }

  #verb(verb: Verb, rest: Flow): Flow {
    return this.#once(`v${verbKey(verb)}>${rest.id}`, (id) => ({ is: 'verb', id, verb, rest }));
  }

  #over(site: Site, empty: boolean): Flow {
    return this.#once(`o${site.path}:${site.start}${empty ? 'e' : ''}`, (id) => ({ is: 'over', id, site, empty }));
  }

  #on(to: Value | undefined, site: Site): Flow {
    return this.#once(`r${site.path}:${site.start}${keyOf(to)}`, (id) => ({ is: 'on', id, to, site }));
  }

  #unseen(why: string, site: Site): Flow {
    return this.#once(`u${site.path}:${site.start}${why}`, (id) => ({ is: 'unseen', id, why, site }));
  }

  #act(act: Pick<Decision, 'site' | 'label' | 'data'>, rest: Flow, failed: Flow | undefined): Flow {
    const { site, label, data } = act;
    const key = `a${site.path}:${site.start}>${rest.id}>${failed?.id ?? ''}`;
    return this.#once(key, (id) => ({ is: 'act', id, act: { site, label, data }, rest, ...(failed === undefined ? {} : { failed }) }));
  }

  /** A check; none where all its ways come to the same. What all of them begin with is put in front of it. */
  #check(decision: Decision, ways: readonly (Flow | undefined)[]): Flow | undefined {
    const exits = ways.flatMap((to, index): readonly Exit[] => {
      const option = decision.options[index];
      // An empty document for a state that only the program knows is meant for a call that is over, or that somebody else leads on.
      const isAside = to?.is === 'over' && to.empty && decision.answer !== 'answer' && decision.data.of === 'other';
      return to === undefined || option === undefined || isAside ? [] : [{ ...option, to }];
    });
    const [first] = exits;
    if (first === undefined || exits.every(({ to }) => to === first.to)) return first?.to;
    const { to } = first;
    if (to.is === 'verb') {
      const key = verbKey(to.verb);
      const rests = exits.map((exit) => (exit.to.is === 'verb' && verbKey(exit.to.verb) === key ? exit.to.rest : undefined));
      if (rests.every((rest) => rest !== undefined)) return this.#verb(to.verb, this.#exits(decision, exits, rests) ?? to.rest);
    }
    return this.#exits(
      decision,
      exits,
      exits.map((exit) => exit.to),
    );
  }

  #exits(decision: Decision, exits: readonly Exit[], targets: readonly Flow[]): Flow | undefined {
    const [first] = targets;
    if (first !== undefined && targets.every((target) => target === first)) return first;
    const own = exits.flatMap((exit, index): readonly Exit[] => {
      const to = targets[index];
      if (to === undefined) return [];
      // The same answer is compared with one value after the other: that is one question.
      const goesOn = index > 0 && to.is === 'check' && decision.answer !== undefined && to.decision.answer === decision.answer;
      return goesOn ? to.exits : [{ ...exit, to }];
    });
    const key = `c${decision.site.path}:${decision.site.start}${own.map(({ on, label = '', to }) => `|${on} ${label}>${to.id}`).join('')}`;
    return this.#once(key, (id) => ({ is: 'check', id, decision, exits: own }));
  }
}
