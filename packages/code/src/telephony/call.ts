import { ts } from 'ts-morph';
import { requiredBy } from '../project/required.js';
import { answerOf, looksOn, sends } from './answer.js';
import { addVerb, holdsOthers, newDocument, verbOf } from './document.js';
import { evaluate, lookUp, memberOf } from './evaluate.js';
import { required } from './modules.js';
import { onList, onText } from './methods.js';
import { doing, isLookUp } from './act.js';
import { Thrown, type Run } from './run.js';
import { goThrough } from './statements.js';
import { constant, NOTHING, nameOf, siteOf, textOf, unknown, wordsIn, type Document, type FunctionValue, type Scope, type Value } from './value.js';

const lastName = (node: ts.Expression): string => {
  if (ts.isPropertyAccessExpression(node)) return node.name.text;
  return ts.isIdentifier(node) ? node.text : 'call';
};

const argumentsOf = (run: Run, nodes: readonly ts.Expression[] | undefined, scope: Scope): readonly Value[] =>
  (nodes ?? []).flatMap((node) => {
    if (!ts.isSpreadElement(node)) return [evaluate(run, node, scope)];
    const value = evaluate(run, node.expression, scope);
    return value.is === 'array' ? value.items : [unknown('rest')];
  });

/** A verb is put into a document: `twiml.say({ language }, 'Hello')`, and older forms with a function for what is inside. */
const putVerb = (run: Run, document: Document, name: string, values: readonly Value[], node: ts.CallExpression): Value => {
  const attributes = values.find((value) => value.is === 'object');
  const text = values.find(
    (value) =>
      value.is !== 'object' &&
      value.is !== 'function' &&
      !(value.is === 'const' && typeof value.value !== 'string' && typeof value.value !== 'number'),
  );
  const unseen = values.find((value) => value.is === 'unknown' && attributes === undefined && values.length > 1);
  const words = text ?? (attributes?.is === 'object' ? (attributes.entries.get('message') ?? attributes.entries.get('body')) : undefined);
  const inside = addVerb(
    document,
    name,
    attributes?.is === 'object' ? attributes.entries : new Map(),
    words === unseen ? (values[1] ?? words) : words,
    siteOf(node),
  );
  const within: Value = { is: 'document', document: inside };
  for (const value of values) if (value.is === 'function') goThrough(run, value, [within], within);
  return holdsOthers(name) ? within : { is: 'document', document };
};

const onDocument = (run: Run, document: Document, name: string, values: readonly Value[], node: ts.CallExpression): Value => {
  if (/^(?:toString|toXML|to_s|xml|toxml)$/iu.test(name)) return { is: 'written', document };
  const verb = verbOf(name);
  return verb === undefined ? { is: 'document', document } : putVerb(run, document, verb, values, node);
};

/** `new VoiceResponse()`, `plivo.Response()`: an empty document. */
const MAKES_DOCUMENT = /^(?:VoiceResponse|TwimlResponse|TwiMLResponse|RestApiLaMLResponse)$/u;

const madeDocument = (name: string, words: string, node: ts.Node): Value | undefined =>
  MAKES_DOCUMENT.test(name) || (name === 'Response' && /plivo|bandwidth|bxml|laml/iu.test(words))
    ? { is: 'document', document: newDocument(siteOf(node)) }
    : undefined;

/** `new X(...)`. */
export const constructed = (run: Run, node: ts.NewExpression, scope: Scope): Value => {
  const of = evaluate(run, node.expression, scope);
  const name = nameOf(of) === 'value' ? lastName(node.expression) : nameOf(of);
  const written = lastName(node.expression);
  const made = madeDocument(name, wordsIn(of), node) ?? madeDocument(written, wordsIn(of), node);
  if (made !== undefined) return made;
  const values = argumentsOf(run, node.arguments, scope);
  const [first, second] = values;
  if (written === 'Promise' && first?.is === 'function') return promised(run, first);
  if (written === 'Error') return unknown('error');
  if (/^(?:Next|Http|)Response$/u.test(written) && first !== undefined) {
    const status = second?.is === 'object' ? second.entries.get('status') : undefined;
    if (status?.is === 'const' && Number(status.value) >= 400) return unknown('error');
    const answer = answerOf(first, node);
    return answer?.is === 'document' ? { is: 'written', document: answer.document } : unknown('response', wordsIn(first));
  }
  if (written === 'URL' && first !== undefined) return first;
  if (/^(?:URLSearchParams|FormData|Map|Set)$/u.test(written) && first !== undefined)
    return first.is === 'unknown' || first.is === 'array' ? first : unknown(written, wordsIn(first));
  return unknown(written, `${wordsIn(of)} ${values.map(wordsIn).join(' ')}`);
};

/** `new Promise((resolve) => ...)`: what it is resolved with. */
const promised = (run: Run, executor: FunctionValue): Value => {
  goThrough(run, executor, [unknown('resolve'), unknown('reject')]);
  return unknown('promise');
};

interface Link {
  readonly method: string;
  readonly handlers: readonly Value[];
}

/** `begin().then(f).catch(g)`: what it begins with, and what follows, in order. */
const chainOf = (run: Run, node: ts.CallExpression, scope: Scope): { begin: ts.Expression; links: readonly Link[] } | undefined => {
  const links: Link[] = [];
  let at: ts.Expression = node;
  while (ts.isCallExpression(at) && ts.isPropertyAccessExpression(at.expression) && /^(?:then|catch|finally)$/u.test(at.expression.name.text)) {
    links.unshift({ method: at.expression.name.text, handlers: argumentsOf(run, at.arguments, scope) });
    at = at.expression.expression;
  }
  return links.length === 0 ? undefined : { begin: at, links };
};

const runLink = (run: Run, handler: Value | undefined, value: Value): Value =>
  handler?.is === 'function' ? (goThrough(run, handler, [value]) ?? unknown('result')) : value;

const followChain = (run: Run, begin: ts.Expression, links: readonly Link[], scope: Scope): Value => {
  const saver = links.findIndex(({ method, handlers }) => method === 'catch' || handlers.length > 1);
  if (saver >= 0) run.catching++;
  let value: Value;
  let from = 0;
  try {
    value = ts.isCallExpression(begin) ? callOf(run, begin, scope, true) : evaluate(run, begin, scope);
    for (const { method, handlers } of links) {
      from++;
      if (method === 'then') value = runLink(run, handlers[0], value);
      else if (method === 'finally') runLink(run, handlers[0], NOTHING);
    }
    if (saver >= 0) run.catching--;
    return value;
  } catch (error) {
    if (saver >= 0) run.catching--;
    if (!(error instanceof Thrown) || saver < 0) throw error;
    const link = links.find(({ method, handlers }, index) => index >= Math.max(0, from - 1) && (method === 'catch' || handlers.length > 1));
    const handler = link?.method === 'catch' ? link.handlers[0] : link?.handlers[1];
    return runLink(run, handler, unknown('error'));
  }
};

/** Functions that a library calls later, for something else than this call, or not at all. */
const NOT_NOW =
  /^(?:on|once|addListener|addEventListener|listen|subscribe|schedule|setInterval|use|get|post|sort|reduce|replace|every|filter|find|findIndex|some)$/u;

/** A function that a library is given is called with what cannot be seen: an error or a result. */
const callBack = (run: Run, name: string, callback: FunctionValue, node: ts.CallExpression): void => {
  if (NOT_NOW.test(name)) return;
  const [first] = callback.node.parameters;
  const isNodeStyle =
    first !== undefined && ts.isIdentifier(first.name) && /^_?e(?:rr(?:or)?)?$/u.test(first.name.text) && callback.node.parameters.length > 1;
  if (!isNodeStyle) {
    goThrough(run, callback, [unknown('item'), unknown('index')]);
    return;
  }
  const failed = doing(run, node, true);
  goThrough(run, callback, [failed ? unknown('error') : constant(null), unknown('result')]);
};

/** A call of something that is out of sight. */
const outside = (run: Run, node: ts.CallExpression, callee: Value, values: readonly Value[], isAwaited: boolean): Value => {
  const name = lastName(node.expression);
  const words = `${wordsIn(callee)} ${name}`;
  sends(node, values, name, words);
  const made = madeDocument(name, words, node);
  if (made !== undefined) return made;
  if (isLookUp(node, words, isAwaited) && doing(run, node, run.catching > 0)) throw new Thrown();
  if (!looksOn(words)) for (const value of values) if (value.is === 'document') value.document.isOpen = true;
  for (const value of values) if (value.is === 'function') callBack(run, name, value, node);
  const request = values.find((value) => value.is === 'unknown' && value.request === true);
  if (request !== undefined && /^(?:parse|fromEntries|URLSearchParams|Object|validate|safeParse)$/u.test(name)) return request;
  return unknown(name, `${words} ${values.map(wordsIn).join(' ')}`);
};

const CASTS = /^(?:parseInt|parseFloat|Number|String|encodeURIComponent|decodeURIComponent|Boolean|encodeURI)$/u;

/** Functions of the language by their names: they give back what they are given, in another form. */
const ofLanguage = (name: string, values: readonly Value[]): Value | undefined => {
  const [first] = values;
  if (!CASTS.test(name) || first === undefined) return undefined;
  if (first.is !== 'const') return first;
  if (name === 'String') return constant(String(first.value));
  return /^(?:parseInt|parseFloat|Number)$/u.test(name) ? constant(Number(first.value)) : first;
};

/** `url.resolve(base, path)`, `path.join(a, b)`, `urljoin(a, b)`: the last part is what matters. */
const ofAddress = (name: string, values: readonly Value[]): Value | undefined => {
  const last = values.at(-1);
  return /^(?:resolve|urljoin|joinURL|urlJoin|withBase)$/u.test(name) &&
    values.length > 1 &&
    last !== undefined &&
    (last.is === 'const' || last.is === 'text')
    ? last
    : undefined;
};

const onRequest = (run: Run, of: Value, name: string, values: readonly Value[]): Value => {
  const asked = textOf(values[0]);
  if (name === 'header' || (name === 'get' && asked !== undefined && /^(?:host|x-|origin|referer|user-agent|content-)/iu.test(asked)))
    return { is: 'setting', name: asked ?? 'header' };
  if ((name === 'get' || name === 'param') && asked !== undefined) return memberOf(run, of, asked);
  return of;
};

const onMethod = (run: Run, of: Value, name: string, values: readonly Value[], node: ts.CallExpression): Value | undefined => {
  switch (of.is) {
    case 'document':
      return onDocument(run, of.document, name, values, node);
    case 'written':
      return of;
    case 'array':
      return onList(run, of, name, values);
    case 'const':
    case 'text':
    case 'input':
      return onText(of, name, values);
    case 'unknown':
      // The context of some servers holds the request and answers it, too.
      if (values.some((value) => value.is === 'written' || value.is === 'document' || value.is === 'array')) return undefined;
      return of.request === true && /^(?:get|param|header|json|text|formData|parseBody|toString|entries)$/u.test(name)
        ? onRequest(run, of, name, values)
        : undefined;
    default:
      return undefined;
  }
};

/** A module that is asked for: assets of Twilio Functions by the path that they have when they are deployed. */
const moduleOf = (run: Run, node: ts.CallExpression): Value | undefined => {
  const specifier = requiredBy(node);
  return specifier === undefined ? undefined : (required(run, node.getSourceFile(), specifier) ?? unknown(specifier.split('/').at(-1) ?? 'module'));
};

/** `dial[kind](to)`: a verb by a name that is worked out; where that cannot be seen, somebody is called. */
const byName = (run: Run, node: ts.CallExpression, scope: Scope): Value | undefined => {
  const callee = node.expression;
  if (!ts.isElementAccessExpression(callee)) return undefined;
  const of = evaluate(run, callee.expression, scope);
  if (of.is !== 'document') return undefined;
  const name = textOf(evaluate(run, callee.argumentExpression, scope));
  return putVerb(run, of.document, name === undefined ? 'number' : (verbOf(name) ?? name), argumentsOf(run, node.arguments, scope), node);
};

const callOf = (run: Run, node: ts.CallExpression, scope: Scope, isAwaited: boolean): Value => {
  run.burn();
  const needed = moduleOf(run, node);
  if (needed !== undefined) return needed;
  const chain = chainOf(run, node, scope);
  if (chain !== undefined) return followChain(run, chain.begin, chain.links, scope);
  const callee = node.expression;
  if (ts.isPropertyAccessExpression(callee)) {
    const of = evaluate(run, callee.expression, scope);
    const values = argumentsOf(run, node.arguments, scope);
    const told = onMethod(run, of, callee.name.text, values, node) ?? ofAddress(callee.name.text, values);
    if (told !== undefined) return told;
    return applied(run, node, memberOf(run, of, callee.name.text), values, isAwaited, of);
  }
  const named = byName(run, node, scope);
  if (named !== undefined) return named;
  const value = evaluate(run, callee, scope);
  const values = argumentsOf(run, node.arguments, scope);
  const told = ts.isIdentifier(callee) && value.is === 'unknown' ? (ofLanguage(callee.text, values) ?? ofAddress(callee.text, values)) : undefined;
  return told ?? applied(run, node, value, values, isAwaited, lookUp(scope, 'this'));
};

const applied = (run: Run, node: ts.CallExpression, callee: Value, values: readonly Value[], isAwaited: boolean, self: Value | undefined): Value => {
  if (callee.is !== 'function') return outside(run, node, callee, values, isAwaited);
  const before = run.met.length;
  const value = goThrough(run, callee, values, self);
  // A function of the project that only passes a look-up on is the look-up.
  const asks = isAwaited && run.met.length === before && (value === undefined || value.is === 'unknown' || value.is === 'method');
  if (asks && isLookUp(node, nameOf(callee), true) && doing(run, node, run.catching > 0)) throw new Thrown();
  if (value !== undefined) return value;
  for (const each of values) if (each.is === 'document') each.document.isOpen = true;
  return unknown(lastName(node.expression));
};

export const callValue = {
  of: callOf,
  /** A value is handed to the server by setting a property of its answer. */
  sends: (node: ts.Node, value: Value, name: string): void => {
    if (/^(?:body|data|payload|content)$/u.test(name)) sends(node, [value], 'send', 'response');
  },
};
