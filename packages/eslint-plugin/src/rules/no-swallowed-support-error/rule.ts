import { wordsOf } from '@carelint/core/model';
import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import { ancestorsOf, propertyOf } from '../../code/around.js';
import { dottedName, functionOf, initOf, meant, someBelow } from '../../code/functions.js';
import { doingsIn, type Doing } from '../../code/handlers.js';
import { isForStaff, pageOf } from '../../code/pages.js';
import { pathInProject } from '../../code/project-path.js';
import { possibleTexts } from '../../code/texts.js';
import { isFunction, lastName, walk } from '../../code/walk.js';
import { codeRule } from '../../rule.js';

type SourceCode = Readonly<TSESLint.SourceCode>;

/** Names of functions that bring a matter of a customer before somebody, as words: `createSupportTicket`, `submitComplaint`, `requestCallback`. */
const OPENS =
  /^(?:handle )?(?:create|open|raise|submit|send|file|post|lodge|request|report|make|schedule)(?: (?:new|a|an|the|my|user|customer|support|help|service|contact))* (?:ticket|case|complaint|call ?back|refund|enquiry|inquiry|grievance|(?:support|help|service|contact|refund|callback) (?:request|message|form|email))(?: (?:request|form|action|mutation|async|api))?$/u;
/** The same where the page is one by which customers reach somebody. */
const SENDS =
  /^(?:send|submit|post)(?: (?:a|the|my|contact|support|customer))* (?:message|mail|email|e mail|form|request|question|feedback)(?: (?:action|async|api|form))?$/u;
/** Where such matters are sent: `/api/tickets`, `/support/request`. A list of contacts is none. */
const ADDRESS =
  /\/(?:support[-_]?)?(?:tickets?|complaints?|call-?backs?|callback-requests?|contact|contact-?us|contact-?(?:form|messages?|requests?)|enquir(?:y|ies)|inquir(?:y|ies)|refunds?|refund-requests?|support|support-(?:requests?|messages?)|grievances?)(?:\/(?:create|new|submit|send|request))?\/?$/iu;
/** A click on a thumb is sent to such an address, too: it counts where customers write. */
const FEEDBACK = /\/feedbacks?(?:\/(?:create|new|submit|send))?\/?$/iu;
const POSTS = /^(?:axios|api|http|client|request|\$http|apiClient|axiosInstance|this\.http|this\.api|instance)\.post$/u;
const REACHES = new Set(['contact', 'help', 'complaints', 'feedback']);
const FRONT_END = /^(?:react|react-dom|react-native|preact|solid-js|vue|svelte|@angular\/|next\/(?:navigation|router|link)|@remix-run\/react)/u;

/** What may be done about a failure without the customer learning of it. */
const SILENT: ReadonlySet<Doing> = new Set(['log', 'busy', 'nothing']);

const addressOf = (call: TSESTree.CallExpression, reaches: boolean, source: SourceCode): string => {
  const [first, second] = call.arguments;
  const name = dottedName(call.callee);
  const isFetch = /^(?:window\.)?fetch$/u.test(name);
  if (first === undefined || !(isFetch || POSTS.test(name))) return '';
  const method = second?.type === 'ObjectExpression' ? propertyOf(second, 'method')?.value : undefined;
  if (isFetch && (method === undefined || !possibleTexts(method, source).some(({ text }) => /^post$/iu.test(text)))) return '';
  const texts = possibleTexts(first, source).map(({ text }) => text.replace(/[?#].*$/u, ''));
  return texts.find((text) => ADDRESS.test(text) || (reaches && FEEDBACK.test(text))) ?? '';
};

/** Whether a function comes from a hook: such a one often tells of a failure by itself. */
const isFromHook = (callee: TSESTree.Node, source: SourceCode): boolean => {
  const node = meant(callee);
  const root = node.type === 'MemberExpression' ? meant(node.object) : node;
  const init = root.type === 'Identifier' ? initOf(root, source)?.init : undefined;
  return init?.type === 'CallExpression' && /^use[A-Z]/u.test(lastName(init.callee));
};

const isId = (node: TSESTree.Node | undefined): boolean => node !== undefined && /(?:^i|I)d$/u.test(dottedName(node));

/** A piece of code that is carried out before an error can be caught around it. */
const findBelow = (
  node: TSESTree.Node,
  source: SourceCode,
  passes: (call: TSESTree.CallExpression) => boolean,
): TSESTree.CallExpression | undefined => {
  let found: TSESTree.CallExpression | undefined;
  walk(node, source, (one) => {
    if (found !== undefined || isFunction(one) || (one.type === 'TryStatement' && one.handler !== null)) return false;
    if (one.type === 'CallExpression' && passes(one)) found = one;
    return undefined;
  });
  return found;
};

const changesOuter = (node: TSESTree.Node, source: SourceCode): boolean =>
  someBelow(node, source, ({ type }) => type === 'AssignmentExpression' || type === 'UpdateExpression');

/** Whether code ends with something that whoever called it can see. */
const handsOn = (node: TSESTree.Node, source: SourceCode): boolean =>
  someBelow(node, source, (one) => one.type === 'ThrowStatement' || (one.type === 'ReturnStatement' && one.argument !== null));

type Fate = 'swallowed' | 'claimed' | undefined;

/** What becomes of a failure in the code that catches it. */
const fateIn = (body: TSESTree.Node, source: SourceCode): Fate => {
  if (body.type !== 'BlockStatement' && body.type !== 'CallExpression') return undefined;
  if (handsOn(body, source) || changesOuter(body, source) || someBelow(body, source, ({ type }) => type === 'JSXElement')) return undefined;
  const doings = [...doingsIn(body, source)];
  if (doings.every((doing) => SILENT.has(doing))) return 'swallowed';
  return doings.includes('success') && doings.every((doing) => SILENT.has(doing) || doing === 'success' || doing === 'state') ? 'claimed' : undefined;
};

/** What is done after a failure was caught, in the same block and in `finally`. */
const afterwards = (statement: TSESTree.TryStatement): readonly TSESTree.Node[] => {
  const { parent } = statement;
  const siblings = parent.type === 'BlockStatement' ? parent.body.slice(parent.body.indexOf(statement) + 1) : [];
  return [...(statement.finalizer === null ? [] : [statement.finalizer]), ...siblings.filter(({ type }) => type !== 'FunctionDeclaration')];
};

const fateOfTry = (statement: TSESTree.TryStatement, source: SourceCode): Fate => {
  const fate = statement.handler === null ? undefined : fateIn(statement.handler.body, source);
  if (fate !== 'swallowed') return fate;
  const after = afterwards(statement);
  // What is asked later, or kept for later, may well be whether it failed.
  if (
    changesOuter(statement.block, source) ||
    after.some((one) => someBelow(one, source, ({ type }) => type === 'IfStatement' || type === 'ConditionalExpression'))
  )
    return undefined;
  const doings = after.flatMap((one) => [...doingsIn(one, source)]);
  if (doings.includes('success') && !doings.includes('failure')) return 'claimed';
  return doings.every((doing) => SILENT.has(doing) || doing === 'state') ? 'swallowed' : undefined;
};

export const rule = codeRule({
  about: {
    title: 'Customers learn when their message did not get through',
    suffers: 'They wait for an answer to something that nobody has received.',
    instead: 'Show that it failed, keep what they wrote, and give another way to reach you.',
    notWhen: 'The function that fails tells the customer by itself.',
    level: 'warning',
    certainty: 'medium',
    policies: ['said-before-known'],
    sources: [
      { seed: 'N148', says: 'You must act on what they tell you.' },
      { seed: 'H28', says: 'Their calls must not fall on deaf ears.' },
    ],
  },
  messages: {
    swallowed: 'Where {{call}} fails, the customer is not told and waits for an answer in vain. Show it, and give another way to reach you.',
    claimed: 'Where {{call}} fails, the customer is told that all went well. Show that it failed, and give another way to reach you.',
  },
  create: (context) => {
    const source = context.sourceCode;
    const file = pathInProject(context);
    if (isForStaff(file)) return {};
    const reaches = REACHES.has(pageOf(file)?.purpose ?? '');
    const found: { readonly fate: 'swallowed' | 'claimed'; readonly call: string; readonly node: TSESTree.Node }[] = [];
    let isFrontEnd = false;
    const nameOf = (call: TSESTree.CallExpression): string | undefined => {
      const words = wordsOf(lastName(call.callee));
      const opens = OPENS.test(words) || (reaches && SENDS.test(words));
      if (opens && !isFromHook(call.callee, source) && !isId(call.arguments[0])) return lastName(call.callee);
      const address = addressOf(call, reaches, source);
      return address === '' ? undefined : `the request to ${address}`;
    };
    const keep = (fate: Fate, call: TSESTree.CallExpression | undefined, node: TSESTree.Node): void => {
      const name = fate === undefined || call === undefined ? undefined : nameOf(call);
      if (fate !== undefined && name !== undefined) found.push({ fate, call: name, node });
    };
    return {
      ImportDeclaration: ({ source: { value } }) => {
        isFrontEnd ||= FRONT_END.test(value);
      },
      JSXElement: () => {
        isFrontEnd = true;
      },
      TryStatement: (node) => {
        if (node.handler === null) return;
        const fate = fateOfTry(node, source);
        if (fate === undefined) return;
        const call = findBelow(
          node.block,
          source,
          (one) => nameOf(one) !== undefined && ancestorsOf(one).some(({ type }) => type === 'AwaitExpression'),
        );
        keep(fate, call, node.handler.param ?? node.handler);
      },
      CallExpression: (node) => {
        if (node.callee.type !== 'MemberExpression' || lastName(node.callee) !== 'catch') return;
        const statement = ancestorsOf(node).find(
          ({ type }) => type !== 'AwaitExpression' && type !== 'UnaryExpression' && type !== 'ChainExpression',
        );
        const [first] = node.arguments;
        const handler = first === undefined ? undefined : functionOf(first, source);
        if (statement?.type !== 'ExpressionStatement' || handler === undefined) return;
        const call = findBelow(node.callee.object, source, (one) => nameOf(one) !== undefined);
        keep(fateIn(handler.body, source), call, node.callee.property);
      },
      'Program:exit': () => {
        if (isFrontEnd) for (const { fate, call, node } of found) context.report({ node, messageId: fate, data: { call } });
      },
    };
  },
});
