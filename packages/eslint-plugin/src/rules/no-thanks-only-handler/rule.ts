import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import { ancestorsOf } from '../../code/around.js';
import { functionOf, meant, nameOfFunction, someBelow, type FunctionNode } from '../../code/functions.js';
import { doingsIn, type Doing } from '../../code/handlers.js';
import { attributeExpression, attributeOf, attributeText, elementName, hasSpread, readText } from '../../code/jsx.js';
import { isForStaff, pageOf } from '../../code/pages.js';
import { pathInProject } from '../../code/project-path.js';
import { isFunction, lastName } from '../../code/walk.js';
import { codeRule } from '../../rule.js';

type SourceCode = Readonly<TSESLint.SourceCode>;

const PURPOSES = new Set(['contact', 'feedback', 'complaints', 'help']);
/** Names of components and files in which customers write to somebody: `FeedbackForm`, `ContactUs`, `complaint-modal`. */
const NAMED =
  /^(?:Give|Send|Submit|Leave|Customer|User|App|Site|Page|Product|Report)?(?:Feedback|Contact|Complaints?|Support|Enquiry|Inquiry|Helpdesk|Problem|Issue)(?:Us|Me|Form|Page|Modal|Dialog|Widget|Section|Card|Box|Screen|View|Ticket|Request|Block|Area)*$/u;
/** The same in selectors and names of variables: `#contact-form`, `feedbackForm`. */
const SELECTED = /contact|feedback|complaint|enquir|inquir|support/iu;
const OTHER_FORM = /search|login|sign|newsletter|subscri|contacts|address/iu;

const THANKS =
  /\bthank|\breceived\b|(?:been|successfully|message|was) (?:sent|submitted)|get back to you|\bin touch\b|\bdanke\b|\bgracias\b|\bmerci\b|\bgrazie\b|\bbedankt\b|\bobrigad[oa]\b/iu;
const EFFECT = /^use\w*Effect$/u;

/** What a handler may do and still send nothing. */
const sendsNothing = (doings: ReadonlySet<Doing>): boolean => !doings.has('unknown');

const pascal = (name: string): string => name.replace(/(?:^|[-_.])(\w)/gu, (_, letter: string) => letter.toUpperCase());

/** A field in which one writes in words of one's own. */
const isFreeText = (node: TSESTree.Node, source: SourceCode): boolean => {
  if (node.type !== 'JSXElement') return false;
  const { openingElement } = node;
  const name = elementName(openingElement);
  if (/text-?area$/iu.test(name) || attributeOf(openingElement, 'multiline') !== undefined) return true;
  return (
    /^(?:input|Input|TextField|Field|Form\.Control)$/u.test(name) &&
    /message|feedback|comment|complaint|question/iu.test(attributeText(openingElement, source, 'name', 'id') ?? '')
  );
};

const callsPreventDefault = (fn: FunctionNode, source: SourceCode): boolean =>
  someBelow(fn.body, source, (node) => node.type === 'CallExpression' && lastName(node.callee) === 'preventDefault');

/** The handler of a form in this file; of libraries that keep the browser from sending by themselves, the function that they are given. */
const handlerOf = (written: TSESTree.Node, source: SourceCode): FunctionNode | undefined => {
  const node = meant(written);
  if (node.type === 'CallExpression' && /(?:^h|H)andleSubmit$/u.test(lastName(node.callee))) {
    const [first] = node.arguments;
    return first === undefined ? undefined : functionOf(first, source);
  }
  const fn = functionOf(node, source);
  return fn !== undefined && callsPreventDefault(fn, source) ? fn : undefined;
};

/** The component or class around a node that stands at the top of the file. */
const componentAround = (node: TSESTree.Node): TSESTree.Node | undefined =>
  ancestorsOf(node).findLast((one) => isFunction(one) || one.type === 'ClassDeclaration' || one.type === 'ClassExpression');

const nameOfComponent = (component: TSESTree.Node): string => {
  if (isFunction(component)) return nameOfFunction(component);
  return component.type === 'ClassDeclaration' ? (component.id?.name ?? '') : '';
};

/** What a component does by itself when its state changes. */
const effectsSend = (component: TSESTree.Node, source: SourceCode): boolean =>
  someBelow(component, source, (node) => {
    if (node.type === 'MethodDefinition' && lastName(node.key) === 'componentDidUpdate') return true;
    if (node.type !== 'CallExpression' || !EFFECT.test(lastName(node.callee))) return false;
    const [first] = node.arguments;
    const effect = first === undefined ? undefined : functionOf(first, source);
    return effect === undefined || !sendsNothing(doingsIn(effect.body, source));
  });

const saysThanks = (node: TSESTree.Node, source: SourceCode): boolean =>
  someBelow(node, source, (one) => {
    if (one.type === 'JSXElement' || one.type === 'JSXFragment') return THANKS.test(readText(one, source));
    return one.type === 'Literal' && typeof one.value === 'string' && THANKS.test(one.value);
  });

/** The words by which a script finds the form to which it listens. */
const wordsOfTarget = (target: TSESTree.Node, source: SourceCode): string =>
  source.getText(target) +
  ((): string => {
    const node = meant(target);
    if (node.type !== 'Identifier') return '';
    const declared = source.getScope(node).references.find(({ identifier }) => identifier === node)?.resolved?.defs[0]?.node as
      TSESTree.Node | undefined;
    return declared?.type === 'VariableDeclarator' && declared.init !== null ? source.getText(declared.init) : '';
  })();

export const rule = codeRule({
  about: {
    title: 'What customers write is sent to somebody',
    suffers: 'They say what is wrong, and get a thank-you. Nobody ever reads it.',
    instead: 'Send it to somebody who can act, and say by when you answer.',
    notWhen: 'The page is a mock-up that no customer sees.',
    level: 'warning',
    certainty: 'medium',
    policies: ['thanks-only-reply'],
    sources: [{ seed: 'N150', says: 'Thank you for your input.' }],
  },
  messages: {
    thanks: 'What customers write here is sent nowhere: they are thanked, and nobody reads it. Send it to somebody who can act.',
  },
  create: (context) => {
    const source = context.sourceCode;
    const file = pathInProject(context);
    if (isForStaff(file)) return {};
    const fileName = pascal((file.split('/').at(-1) ?? '').replace(/\.\w+$/u, ''));
    const isPage = PURPOSES.has(pageOf(file)?.purpose ?? '') || NAMED.test(fileName);
    return {
      JSXElement: (node) => {
        const { openingElement } = node;
        const submit = attributeOf(openingElement, 'onSubmit', 'onFinish');
        const expression = submit === undefined ? undefined : attributeExpression(submit);
        if (submit === undefined || expression === undefined || !/(?:^|\.)form$/iu.test(elementName(openingElement))) return;
        if (hasSpread(openingElement) || attributeOf(openingElement, 'action', 'data-netlify', 'netlify') !== undefined) return;
        const component = componentAround(node);
        if (component === undefined || !(isPage || NAMED.test(nameOfComponent(component)))) return;
        const handler = handlerOf(expression, source);
        if (handler === undefined || !someBelow(node, source, (one) => isFreeText(one, source))) return;
        if (!sendsNothing(doingsIn(handler.body, source)) || effectsSend(component, source) || !saysThanks(component, source)) return;
        context.report({ node: submit, messageId: 'thanks' });
      },
      CallExpression: (node) => {
        const [event, listener] = node.arguments;
        if (node.callee.type !== 'MemberExpression' || lastName(node.callee) !== 'addEventListener') return;
        if (event?.type !== 'Literal' || event.value !== 'submit' || listener === undefined) return;
        const target = wordsOfTarget(node.callee.object, source);
        const handler = functionOf(listener, source);
        if (handler === undefined || !SELECTED.test(target) || OTHER_FORM.test(target) || !callsPreventDefault(handler, source)) return;
        if (sendsNothing(doingsIn(handler.body, source)) && saysThanks(handler.body, source))
          context.report({ node: node.callee, messageId: 'thanks' });
      },
    };
  },
});
