import { wordsOf } from '@carelint/core/model';
import type { TSESTree } from '@typescript-eslint/utils';
import { attributeExpression, attributeOf, elementName, readText } from '../../code/jsx.js';
import { saysPhrase } from '../../code/phrases.js';
import { possibleTexts } from '../../code/texts.js';
import { someBelow } from '../../code/functions.js';
import { keyOf } from '../../code/walk.js';
import { codeRule } from '../../rule.js';

/** Elements that are pressed or chosen. */
const PRESSED = /(?:button|btn|link|anchor|label|pressable|touchable\w*|menuitem|chip|dialog\.?(?:close|cancel|action))$/iu;
const PRESSED_TAGS = new Set(['a', 'button', 'label', 'summary']);

/** Names without these are no names of a refusal: most are told at a glance. */
const MAY_REFUSE = /decline|dismiss|reject|refus|deny|skip|cancel|close|opt|no|secondary|negative/iu;
/** Names of properties and of entries of catalogues that hold the words of a refusal: `declineText`, `cancelLabel`, `noThanks`, `dismiss`. */
const REFUSES = /\b(?:decline|dismiss|reject|refuse|refusal|deny|skip|cancel|close|opt out|optout|no|secondary|negative|not now)\b/u;
/** Names that hold the words of any button; they count beside a sign that the button refuses. */
const WORDS = /^(?:text|label|title|children|content|caption|buttonText)$/u;
const REFUSING = /^(?:cancel|decline|dismiss|reject|no|close|secondary|skip|negative|ghost|link)$/iu;

const refuses = (name: string): boolean => MAY_REFUSE.test(name) && REFUSES.test(wordsOf(name));

const LONGEST = 160;

const shames = (text: string): boolean => text.length < LONGEST && saysPhrase('confirmshame', text);

/** Whether an object with the words of a button says that the button refuses: `{ text: "…", style: 'cancel' }`. */
const isRefusing = (object: TSESTree.ObjectExpression): boolean =>
  object.properties.some(
    (one) =>
      one.type === 'Property' &&
      one.value.type === 'Literal' &&
      typeof one.value.value === 'string' &&
      !WORDS.test(keyOf(one) ?? '') &&
      REFUSING.test(one.value.value),
  );

export const rule = codeRule({
  about: {
    title: 'No is a plain no',
    suffers: 'To say no they must call themselves a fool.',
    instead: 'Write "No, thank you", or say what the button does.',
    notWhen: 'The words are quoted as an example of what not to do.',
    level: 'warning',
    certainty: 'high',
    policies: ['cancel-confirmshaming'],
    sources: [{ seed: 'M77', says: 'Rules that disrespect, offend, ignore, insult or frustrate.' }],
  },
  messages: { shames: 'Whoever says no must say "{{text}}". Write "No, thank you", or say what the button does.' },
  create: (context) => {
    const source = context.sourceCode;
    const judge = (text: string, node: TSESTree.Node): void => {
      if (shames(text)) context.report({ node, messageId: 'shames', data: { text } });
    };
    const look = (expression: TSESTree.Node): void => {
      for (const { text, node } of possibleTexts(expression, source)) judge(text, node);
    };
    const isPressed = ({ openingElement }: TSESTree.JSXElement): boolean => {
      const name = elementName(openingElement);
      return PRESSED_TAGS.has(name) || PRESSED.test(name) || attributeOf(openingElement, 'onClick', 'onPress') !== undefined;
    };
    /** Of elements that lie in one another the innermost holds the words. */
    const isOuter = ({ children }: TSESTree.JSXElement): boolean =>
      children.some((child) => someBelow(child, source, (one) => one.type === 'JSXElement' && isPressed(one)));
    return {
      JSXElement: (node) => {
        if (isPressed(node) && !isOuter(node)) judge(readText(node, source), node);
      },
      JSXAttribute: (node) => {
        const expression = attributeExpression(node);
        if (expression === undefined || node.name.type !== 'JSXIdentifier') return;
        const { name } = node.name;
        const element = elementName(node.parent);
        if (refuses(name) || (WORDS.test(name) && PRESSED.test(element)) || (name === 'value' && element === 'input')) look(expression);
      },
      Property: (node) => {
        if (node.parent.type !== 'ObjectExpression' || node.value.type === 'ObjectExpression') return;
        const key = keyOf(node) ?? '';
        if (refuses(key) || (WORDS.test(key) && isRefusing(node.parent))) look(node.value);
      },
    };
  },
});
