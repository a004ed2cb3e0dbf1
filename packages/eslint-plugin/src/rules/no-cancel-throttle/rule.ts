import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import { isCancelFile, namesCancelling } from '../../code/cancel.js';
import { ancestorsOf } from '../../code/around.js';
import { dottedName, functionOf, meant, nameOfFunction, someBelow } from '../../code/functions.js';
import { attributeExpression, attributeOf, attributeText, attributeValue, elementName, readText } from '../../code/jsx.js';
import { isForStaff } from '../../code/pages.js';
import { pathInProject } from '../../code/project-path.js';
import { isFunction, lastName, walk } from '../../code/walk.js';
import { codeRule } from '../../rule.js';

type SourceCode = Readonly<TSESLint.SourceCode>;

const REASON = /reason(?!able)/iu;
const COUNT = /count_?down|seconds?(?:Left|Remaining)?$|time_?(?:Left|Remaining)$|remaining(?:Seconds|Time)?$|cool_?down|wait_?(?:Time|Seconds)/iu;
const ENDS = /\b(?:cancel|confirm|continue|proceed|delete|close|end|terminate|yes)\b|\bnext\b|\bkündig|\bweiter\b/iu;
const OTHER_BUTTON = /\b(?:resend|code|keep|stay|back|feedback|accept|claim)\b/iu;

const STEP = /(?:step|stage|screen|phase)$/iu;
/** Steps in which customers are asked to stay. */
const OFFER = /offer|discount|pause|downgrade|downsell|retention|retain|win_?-?back|last_?-?chance|(?:^|[-_])(?:stay|deal)(?:$|[-_])/iu;
const AFTER_OFFER = /accept|success|done|applied|thank|complete|claimed|confirmed|paused|result/iu;
/** Steps that lead on to the end. */
const ONWARD = /confirm|cancel|final|reason|survey|feedback|end|done|good-?_?bye|success|complete/iu;

const isOffer = (step: string): boolean => OFFER.test(step) && !AFTER_OFFER.test(step);

/** Whether a button stays without effect until something with a name like this has come. */
const waitsFor = (written: TSESTree.Node, name: RegExp, isCount: boolean): boolean => {
  const node = meant(written);
  if (node.type === 'LogicalExpression') return node.operator === '||' && (waitsFor(node.left, name, isCount) || waitsFor(node.right, name, isCount));
  if (node.type === 'UnaryExpression' && node.operator === '!') return !isCount && namesIt(node.argument, name);
  if (node.type !== 'BinaryExpression') return isCount && namesIt(node, name);
  if (isCount) return /^(?:>|!==?)$/u.test(node.operator) && namesIt(node.left, name);
  return (
    (/^===?$/u.test(node.operator) && node.right.type === 'Literal' && !node.right.value && namesIt(node.left, name)) ||
    (/^<=?$/u.test(node.operator) && namesIt(node.left, name))
  );
};

const namesIt = (written: TSESTree.Node, name: RegExp): boolean =>
  dottedName(written)
    .split(/\.|\(\)/u)
    .some((part) => name.test(part));

/** The steps to which a piece of code leads: `setStep('confirm')`, also in the handlers that its buttons name. */
const stepsFrom = (node: TSESTree.Node, source: SourceCode, depth = 0): readonly string[] => {
  const found: string[] = [];
  walk(node, source, (one) => {
    if (one.type === 'CallExpression' && STEP.test(lastName(one.callee))) {
      const [first] = one.arguments;
      if (first?.type === 'Literal' && typeof first.value === 'string') found.push(first.value);
    }
    if (one.type === 'JSXAttribute' && depth === 0) {
      const expression = attributeExpression(one);
      const handler = expression?.type === 'Identifier' ? functionOf(expression, source) : undefined;
      if (handler !== undefined) found.push(...stepsFrom(handler.body, source, 1));
    }
    return undefined;
  });
  return found;
};

/** The step that a test asks for: `step === 'offer'`. */
const askedStep = (written: TSESTree.Node): string | undefined => {
  const node = meant(written);
  if (node.type !== 'BinaryExpression' || !/^===?$/u.test(node.operator) || !STEP.test(lastName(node.left))) return undefined;
  return node.right.type === 'Literal' && typeof node.right.value === 'string' ? node.right.value : undefined;
};

const isQuestion = (node: TSESTree.Node): boolean => node.type === 'CallExpression' && /^(?:window\.)?confirm$/u.test(dottedName(node.callee));

/** Whether somebody who has said yes to one question of the browser's is asked another. */
const asksAgain = (node: TSESTree.CallExpression, source: SourceCode): boolean => {
  if (!isQuestion(node)) return false;
  const around = ancestorsOf(node).filter((one) => one.type === 'IfStatement');
  const [own, ...before] = around.filter(({ test }, index) => index > 0 || someBelow(test, source, (one) => one === node));
  return own !== undefined && before.some(({ test }) => someBelow(test, source, (one) => one !== node && isQuestion(one)));
};

/** One plea to stay that leads to another: the two steps. */
const pleas = (test: TSESTree.Node, shown: TSESTree.Node, source: SourceCode): { readonly first: string; readonly second: string } | undefined => {
  const first = askedStep(test);
  if (first === undefined || !isOffer(first)) return undefined;
  const next = stepsFrom(shown, source).filter((step) => step !== first);
  const second = next.find(isOffer);
  const isOnward = next.some((step) => !isOffer(step) && ONWARD.test(step) && !AFTER_OFFER.test(step));
  return second === undefined || isOnward ? undefined : { first, second };
};

/** What keeps a button that ends it from working at once. */
const barOf = (
  node: TSESTree.JSXElement,
  source: SourceCode,
): { readonly node: TSESTree.Node; readonly messageId: 'reason' | 'wait' } | undefined => {
  const { openingElement } = node;
  const disabled = attributeOf(openingElement, 'disabled', 'isDisabled');
  const expression = disabled === undefined ? undefined : attributeExpression(disabled);
  if (disabled === undefined || expression === undefined || !/button|btn|action$/iu.test(elementName(openingElement))) return undefined;
  const handler = attributeOf(openingElement, 'onClick', 'onPress');
  const written = readText(node, source);
  const words = `${written} ${handler === undefined ? '' : source.getText(handler).replace(/(?<=[a-z])(?=[A-Z])/gu, ' ')}`;
  if (!ENDS.test(words) || OTHER_BUTTON.test(written)) return undefined;
  if (waitsFor(expression, REASON, false)) return { node: disabled, messageId: 'reason' };
  return waitsFor(expression, COUNT, true) ? { node: disabled, messageId: 'wait' } : undefined;
};

export const rule = codeRule({
  about: {
    title: 'Whoever has decided to leave is let go',
    suffers: 'They have said no, and are asked again, made to explain themselves, or made to wait.',
    instead: 'Make one offer at most, ask for a reason without insisting, and let the button work at once.',
    notWhen: 'A law demands the reason.',
    level: 'warning',
    certainty: 'medium',
    policies: ['cancel-save-loop'],
    sources: [{ seed: 'M75', says: 'Stop making it so hard on your customers.' }],
  },
  messages: {
    offers: 'Whoever declines the step "{{first}}" comes to "{{second}}", one more plea to stay. Lead them on to the end.',
    reason: 'Customers cannot leave before they give a reason. Ask for it if you like, and let them go without.',
    wait: 'Customers must wait before they can leave. Let the button work at once.',
    again: 'Customers are asked twice whether they are sure. Once is enough.',
  },
  create: (context) => {
    const source = context.sourceCode;
    const file = pathInProject(context);
    if (isForStaff(file)) return {};
    const found: {
      readonly node: TSESTree.Node;
      readonly messageId: 'offers' | 'reason' | 'wait' | 'again';
      readonly data?: Record<string, string>;
    }[] = [];
    const ofFile = isCancelFile(file, source.text);
    const isCancelling = (node: TSESTree.Node): boolean =>
      ofFile || ancestorsOf(node).some((one) => isFunction(one) && /^[A-Z]/u.test(nameOfFunction(one)) && namesCancelling(nameOfFunction(one)));
    const keep = (node: TSESTree.Node, messageId: 'offers' | 'reason' | 'wait' | 'again', data?: Record<string, string>): void => {
      // A field and the button below it insist on the same reason.
      if (found.some((one) => one.messageId === messageId && messageId === 'reason')) return;
      if (isCancelling(node)) found.push({ node, messageId, ...(data === undefined ? {} : { data }) });
    };
    const lookAtStep = (test: TSESTree.Node, shown: TSESTree.Node): void => {
      const data = pleas(test, shown, source);
      if (data !== undefined) keep(test, 'offers', data);
    };
    return {
      JSXElement: (node) => {
        const bar = barOf(node, source);
        if (bar !== undefined) keep(bar.node, bar.messageId);
      },
      JSXOpeningElement: (node) => {
        const required = attributeOf(node, 'required', 'isRequired');
        if (required === undefined || attributeValue(required, source)?.value !== true) return;
        if (REASON.test(attributeText(node, source, 'name', 'id') ?? '')) keep(required, 'reason');
      },
      LogicalExpression: (node) => {
        if (node.operator === '&&') lookAtStep(node.left, node.right);
      },
      ConditionalExpression: (node) => lookAtStep(node.test, node.consequent),
      IfStatement: (node) => lookAtStep(node.test, node.consequent),
      CallExpression: (node) => {
        if (asksAgain(node, source)) keep(node, 'again');
      },
      'Program:exit': () => {
        for (const one of found) context.report(one);
      },
    };
  },
});
