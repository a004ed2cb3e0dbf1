import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import { after, isAmong } from '../course.js';
import { keyOf, walk } from '../walk.js';
import { builtIn, nccoVerb } from './builder.js';
import { markupResponse } from './markup.js';
import { verbOf, type CallResponse, type Verb } from './verb.js';

type SourceCode = Readonly<TSESLint.SourceCode>;

/** Signs of code that answers a telephone platform. */
const SIGN = /VoiceResponse|<Response[\s>]|<(?:Hangup|Reject)\s*\/?>|\bncco|NCCO|plivo|LaML|\btwiml\b/u;

const read = new WeakMap<SourceCode, readonly CallResponse[]>();

const ACTIONS = new Set(['talk', 'stream', 'input', 'connect', 'record', 'conversation', 'notify', 'transfer', 'wait']);
/** What a step of Vonage's has beside its action, and hardly anything else. */
const TELLTALE = /^(?:text|streamUrl|endpoint|eventUrl|dtmf|speech|bargeIn|voiceName)$/u;

const isNccoObject = (node: TSESTree.Node | null): boolean => {
  if (node?.type !== 'ObjectExpression') return false;
  const action = node.properties.find((one) => keyOf(one) === 'action');
  const named = action?.type === 'Property' && action.value.type === 'Literal' && ACTIONS.has(String(action.value.value));
  return named && node.properties.some((one) => TELLTALE.test(keyOf(one) ?? ''));
};

const nccoResponse = (node: TSESTree.Node, source: SourceCode): CallResponse | undefined => {
  if (node.type !== 'ArrayExpression' || !node.elements.some(isNccoObject)) return undefined;
  const verbs = node.elements.flatMap((one) => (one === null ? [] : [nccoVerb(one, source)]));
  return { style: 'ncco', node, verbs, isOpen: false };
};

const elementVerb = (node: TSESTree.JSXElement): Verb | undefined => {
  const { name } = node.openingElement;
  if (name.type !== 'JSXIdentifier') return undefined;
  return { name: verbOf(name.name), node, options: undefined, words: undefined, inside: [] };
};

/** Elements that stand for verbs: `<Response><Say>...</Say><Hangup /></Response>`. */
const elementResponse = (node: TSESTree.Node): CallResponse | undefined => {
  if (node.type !== 'JSXElement') return undefined;
  const { name } = node.openingElement;
  if (name.type !== 'JSXIdentifier' || name.name !== 'Response') return undefined;
  const verbs = node.children.flatMap((child): readonly Verb[] => {
    if (child.type === 'JSXElement')
      return [elementVerb(child) ?? { name: 'unknown', node: child, options: undefined, words: undefined, inside: [] }];
    return child.type === 'JSXText' ? [] : [{ name: 'unknown', node: child, options: undefined, words: undefined, inside: [] }];
  });
  return { style: 'markup', node, verbs, isOpen: false };
};

const collect = (source: SourceCode): readonly CallResponse[] => {
  const built = (source.scopeManager?.scopes ?? []).flatMap(({ variables }) => variables.flatMap((variable) => builtIn(variable, source) ?? []));
  const written: CallResponse[] = [];
  walk(source.ast, source, (node) => {
    const response = markupResponse(node, source) ?? nccoResponse(node, source) ?? elementResponse(node);
    if (response !== undefined) written.push(response);
    return undefined;
  });
  return [...built, ...written].filter(({ verbs }) => verbs.length > 0);
};

/** All responses to telephone platforms in a file; none in most files, which costs one look at their text. Read once for all rules. */
export const callResponses = (source: SourceCode): readonly CallResponse[] => {
  const known = read.get(source);
  if (known !== undefined) return known;
  const found = SIGN.test(source.text) ? collect(source) : [];
  read.set(source, found);
  return found;
};

const followers = new WeakMap<Verb, readonly Verb[]>();

/** Verbs that may come after one in its response. */
export const verbsAfter = (response: CallResponse, verb: Verb): readonly Verb[] => {
  const known = followers.get(verb) ?? findAfter(response, verb);
  followers.set(verb, known);
  return known;
};

const findAfter = ({ verbs, style }: CallResponse, verb: Verb): readonly Verb[] => {
  const index = verbs.indexOf(verb);
  const isList = verbs.every(({ node }) => node === verb.node) || verbs.every(({ node }) => node.parent === verb.node.parent && style !== 'twiml');
  if (isList) return verbs.slice(index + 1);
  const places = after(verb.node);
  return verbs.filter((other) => other !== verb && isAmong(other.node, places));
};
