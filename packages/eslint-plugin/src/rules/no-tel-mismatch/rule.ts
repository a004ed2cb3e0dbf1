import { numbersLikeIn } from '@carelint/core/model';
import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import { phonePlacesAt, type PhonePlace } from '../../code/phone-places.js';
import { phoneOf } from '../../code/phones.js';
import { possibleTexts } from '../../code/texts.js';
import { walk } from '../../code/walk.js';
import { codeRule, type CodeContext } from '../../rule.js';

type Message = 'differs' | 'noNumber' | 'dialShown';

/** So many digits are a whole number in any country, with its area. */
const WHOLE = 9;

const digitsOf = (text: string): string => text.replace(/\D/gu, '');

/** Whether all words of a link are known; what is filled in may complete a number. */
const isReadable = (element: TSESTree.Node, source: Readonly<TSESLint.SourceCode>): boolean => {
  let readable = true;
  walk(element, source, (node) => {
    if (node.type === 'JSXAttribute') return false;
    if (node.type !== 'JSXExpressionContainer' || node.expression.type === 'JSXEmptyExpression') return undefined;
    readable &&= possibleTexts(node.expression, source).length === 1;
    return false;
  });
  return readable;
};

/** A link without any digits that holds words or the address of a mail. */
const isNoNumber = (raw: string): boolean => {
  const behind = raw.trim().replace(/^tel:/iu, '');
  if (/[⟨⟩{}$<>]/u.test(behind)) return false;
  return /[^@\s]@[^@\s]+\.[^@\s]/u.test(behind) || (!/\d/u.test(behind) && /\p{Ll}{3}/u.test(behind) && !/^(?:undefined|null)$/u.test(behind));
};

/** The number that a link shows and does not dial, as it is dialled; undefined where both agree or that cannot be told. */
const shownInstead = (place: PhonePlace, context: CodeContext<Message, unknown>): string | undefined => {
  const { raw, label = '' } = place;
  const phone = phoneOf(place, context);
  const [shown, ...more] = numbersLikeIn(label);
  if (phone === undefined || shown === undefined || more.length > 0) return undefined;
  const real = phoneOf({ raw: shown.raw, from: 'text', near: `phone ${shown.raw}` }, context);
  if (real === undefined || real.placeholder) return undefined;
  if (phone.differs === true) return !phone.placeholder || real.valid === true ? phone.shown : undefined;
  if (phone.number !== undefined) return undefined;
  // In whatever country: two whole numbers of one length are the same only if their digits are.
  const [dialled, read] = [digitsOf(raw), digitsOf(shown.raw)];
  const isOther = !phone.placeholder && dialled.length >= WHOLE && dialled.length === read.length && dialled !== read;
  return isOther && !shown.raw.startsWith('+') && !raw.includes('+') ? read : undefined;
};

export const rule = codeRule({
  about: {
    title: 'A tap dials the number that is shown',
    suffers: 'They tap one number and reach another, or nobody.',
    instead: 'Make both the number that answers.',
    notWhen: 'The link goes through a number that counts calls, and leads to the number that is shown.',
    level: 'error',
    certainty: 'high',
    policies: ['tel-link-mismatch'],
    sources: [{ seed: 'M118', says: 'Few sites show their phone number.' }],
  },
  messages: {
    differs: 'The link dials {{dialled}}, and its words show {{shown}}. Whoever taps it reaches another number than they read.',
    noNumber: 'The link says that it dials, and holds no phone number: {{dialled}}. Whoever taps it reaches nobody.',
    dialShown: 'Dial {{shown}}, the number that is shown.',
  },
  suggests: true,
  create: (context: CodeContext<Message, unknown>) => ({
    JSXOpeningElement: (node) => {
      const { sourceCode } = context;
      for (const place of phonePlacesAt(node, sourceCode)) {
        const dialled = place.raw.trim().replace(/^tel:/iu, '');
        if (isNoNumber(place.raw)) {
          context.report({ node: place.node, messageId: 'noNumber', data: { dialled } });
          continue;
        }
        const shown = place.isOnly && isReadable(node.parent, sourceCode) ? shownInstead(place, context) : undefined;
        if (shown === undefined) continue;
        const { node: at } = place;
        const quote = sourceCode.getText(at).charAt(0);
        const suggest =
          at.type === 'Literal'
            ? [
                {
                  messageId: 'dialShown' as const,
                  data: { shown },
                  fix: (fixer: TSESLint.RuleFixer) => fixer.replaceText(at, `${quote}tel:${shown}${quote}`),
                },
              ]
            : [];
        context.report({ node: at, messageId: 'differs', data: { dialled, shown }, suggest });
      }
    },
  }),
});
