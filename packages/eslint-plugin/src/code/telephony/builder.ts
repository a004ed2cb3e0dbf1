// Responses that are put together by calls: Twilio's and SignalWire's `VoiceResponse`, Plivo's `Response`, Vonage's NCCO builders and lists.
import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import { constantOf, possibleTexts } from '../texts.js';
import { above, bare, isFunction, isInline, keyOf, lastName } from '../walk.js';
import { nccoVerbOf, verbOf, type CallResponse, type Verb } from './verb.js';

type SourceCode = Readonly<TSESLint.SourceCode>;
type Variable = TSESLint.Scope.Variable;

/** Functions that send a response on its way: nothing is added there. */
const SENDS =
  /^(?:send|end|callback|cb|write|text|xml|html|type|json|body|status|log|info|debug|warn|error|String|stringify|Response|NextResponse|HttpResponse)$/u;
/** Methods of a response that add nothing. */
const WRITES_OUT = /^(?:toString|toXML|toxml|toXml|to_xml|build|asXML)$/u;
const GIVEN = /^(?:twiml|voiceResponse|twimlResponse|vr)$/u;

/** What kind of response an expression makes; undefined where it makes none. */
const madeBy = (written: TSESTree.Node): CallResponse['style'] | undefined => {
  const node = bare(written);
  if (node.type !== 'NewExpression' && node.type !== 'CallExpression') return undefined;
  const name = lastName(node.callee);
  if (name === 'VoiceResponse') return 'twiml';
  if (node.type === 'NewExpression' && /^NCCO(?:Builder)?$/u.test(name)) return 'ncco';
  const { callee } = node;
  if (name === 'Response' && callee.type === 'MemberExpression' && /^plivo$/iu.test(lastName(callee.object))) return 'plivo';
  return undefined;
};

const objectOf = (node: TSESTree.Node, source: SourceCode): TSESTree.ObjectExpression | undefined => {
  const written = bare(node);
  if (written.type === 'ObjectExpression') return written;
  const constant = constantOf(written, source);
  return constant?.type === 'ObjectExpression' ? constant : undefined;
};

const keysOf = (object: TSESTree.ObjectExpression): ReadonlySet<string> | undefined => {
  const keys = object.properties.map(keyOf);
  return keys.includes(undefined) ? undefined : new Set(keys.map((key) => (key ?? '').toLowerCase()));
};

/** Arguments that cannot be options. */
const isPlainArgument = (node: TSESTree.Node, source: SourceCode): boolean =>
  ['Literal', 'TemplateLiteral', 'BinaryExpression'].includes(node.type) ||
  possibleTexts(node, source).length > 0 ||
  (/number|phone|to$|target|dest|agent|forward/iu.test(lastName(node)) && objectOf(node, source) === undefined);

const optionsIn = (call: TSESTree.CallExpression, source: SourceCode): Pick<Verb, 'options' | 'optionsNode'> => {
  const args = call.arguments;
  const objects = args.map((one) => objectOf(one, source));
  const index = objects.findIndex((one) => one !== undefined);
  const object = objects[index];
  if (object !== undefined) return { options: keysOf(object), ...(args[index] === object ? { optionsNode: object } : {}) };
  return { options: args.every((one) => isPlainArgument(one, source)) ? new Set() : undefined };
};

/** What is said in a call: the last argument that is a text. */
const wordsIn = (call: TSESTree.CallExpression, source: SourceCode): string | undefined =>
  call.arguments
    .filter(({ type }) => type !== 'ObjectExpression' && type !== 'SpreadElement')
    .flatMap((one) => possibleTexts(one, source))
    .at(-1)?.text;

/** Calls made on what a call gives back: `gather.say(...)`, `twiml.dial().number(...)`. */
const callsOn = (call: TSESTree.CallExpression, source: SourceCode): readonly (TSESTree.CallExpression | 'unknown')[] => {
  const { parent } = call;
  if (parent.type === 'MemberExpression' && parent.object === call) return parent.parent.type === 'CallExpression' ? [parent.parent] : ['unknown'];
  if (parent.type === 'ExpressionStatement') return [];
  if (parent.type !== 'VariableDeclarator' || parent.id.type !== 'Identifier') return ['unknown'];
  const variable = source.getDeclaredVariables(parent)[0];
  return (variable?.references ?? [])
    .filter((reference) => reference.isRead())
    .map(({ identifier }) => {
      const member = identifier.parent;
      const isCalled = member.type === 'MemberExpression' && member.object === identifier && member.parent.type === 'CallExpression';
      return isCalled ? (member.parent as TSESTree.CallExpression) : 'unknown';
    });
};

const verbFrom = (call: TSESTree.CallExpression, method: string, source: SourceCode): Verb => {
  const name = verbOf(method);
  const own = name === 'say' ? [wordsIn(call, source)] : [];
  const inner = callsOn(call, source);
  const said = inner.map((one) => (one === 'unknown' ? undefined : verbOf(lastName(one.callee)) === 'say' ? wordsIn(one, source) : ''));
  const words = [...own, ...said];
  const dialled = name === 'dial' ? [call, ...inner.filter((one) => one !== 'unknown')] : [];
  const target = dialled.flatMap((one) => one.arguments).findLast(({ type }) => type !== 'ObjectExpression');
  return {
    name,
    node: call,
    ...optionsIn(call, source),
    words: words.includes(undefined) ? undefined : words.join(' ').trim(),
    inside: inner.map((one) => (one === 'unknown' ? 'unknown' : lastName(one.callee).toLowerCase().replace(/^add/u, ''))),
    ...(target === undefined ? {} : { target }),
  };
};

const UNKNOWN = { name: 'unknown', options: undefined, words: undefined, inside: [] } as const;

/** The step that an object of Vonage's tells: `{ action: 'talk', text: ... }`. */
export const nccoVerb = (written: TSESTree.Node, source: SourceCode): Verb => {
  const node = bare(written);
  if (node.type === 'NewExpression') {
    const name = nccoVerbOf(lastName(node.callee).toLowerCase());
    const words = node.arguments.flatMap((one) => possibleTexts(one, source))[0]?.text;
    return { name, node, options: undefined, words: name === 'say' ? words : '', inside: [] };
  }
  if (node.type !== 'ObjectExpression') return { ...UNKNOWN, node };
  const valueOf = (key: string): string | undefined => {
    const property = node.properties.find((one) => keyOf(one) === key);
    return property?.type === 'Property' ? possibleTexts(property.value, source)[0]?.text : undefined;
  };
  const action = valueOf('action');
  if (action === undefined) return { ...UNKNOWN, node };
  const name = nccoVerbOf(action);
  return { name, node, options: keysOf(node), words: name === 'say' ? valueOf('text') : '', inside: [] };
};

/** What a use of a response's variable does to it: verbs that it adds, or something unknown; nothing where it only sends or makes it. */
const usesOf = (node: TSESTree.Identifier | TSESTree.JSXIdentifier, style: CallResponse['style'], source: SourceCode): readonly Verb[] => {
  const { parent } = node;
  const unknown = [{ ...UNKNOWN, node }];
  if (parent.type === 'MemberExpression' && parent.object === node) {
    const call = parent.parent;
    const method = lastName(parent);
    if (call.type !== 'CallExpression' || call.callee !== parent) return WRITES_OUT.test(method) || method === 'length' ? [] : unknown;
    if (WRITES_OUT.test(method)) return [];
    if (style === 'ncco') return /^(?:push|addAction)$/u.test(method) ? call.arguments.map((one) => nccoVerb(one, source)) : unknown;
    return [verbFrom(call, method, source)];
  }
  if (parent.type === 'CallExpression' || parent.type === 'NewExpression') return SENDS.test(lastName(parent.callee)) ? [] : unknown;
  if (parent.type === 'TemplateLiteral') return [];
  if (parent.type === 'AssignmentExpression' && parent.right === node && /^(?:body|response)$/u.test(lastName(parent.left))) return [];
  return unknown;
};

/** The function in which a node stands, apart from those that run as a part of it. */
const ownFunction = (node: TSESTree.Node): TSESTree.Node | undefined => {
  for (let at: TSESTree.Node | undefined = node; at !== undefined; at = above(at)) if (isFunction(at) && !isInline(at)) return at;
  return undefined;
};

const isNccoList = ({ name }: Variable, init: TSESTree.Node): boolean =>
  init.type === 'ArrayExpression' && init.elements.length === 0 && /ncco/iu.test(name);

/** The style of a variable that holds responses only, and whether it came from elsewhere. */
const heldBy = (
  variable: Variable,
): { readonly style: CallResponse['style']; readonly isGiven: boolean; readonly made: readonly TSESTree.Node[] } | undefined => {
  const [definition] = variable.defs;
  if (definition === undefined) return undefined;
  if ((definition.type as string) === 'Parameter')
    return GIVEN.test(variable.name) ? { style: 'twiml', isGiven: true, made: [definition.node] } : undefined;
  const made = variable.references.flatMap(({ writeExpr }) => (writeExpr === null || writeExpr === undefined ? [] : [writeExpr]));
  const styles = made.map((one) => (isNccoList(variable, one) ? 'ncco' : madeBy(one)));
  const [style] = styles;
  return style !== undefined && styles.every((one) => one === style) ? { style, isGiven: false, made } : undefined;
};

/** The response that a variable holds; undefined where it holds something else. */
export const builtIn = (variable: Variable, source: SourceCode): CallResponse | undefined => {
  const held = heldBy(variable);
  if (held === undefined) return undefined;
  const { style, isGiven, made } = held;
  const verbs = variable.references
    .filter((reference) => reference.isRead())
    .flatMap(({ identifier }) => usesOf(identifier, style, source))
    .toSorted((a, b) => a.node.range[0] - b.node.range[0]);
  const homes = new Set(made.map(ownFunction));
  // A function of its own that adds verbs may run at any time.
  const isOpen = isGiven || verbs.some(({ node }) => !homes.has(ownFunction(node)));
  return { style, node: made[0] ?? (variable.identifiers[0] as TSESTree.Node), verbs, isOpen };
};
