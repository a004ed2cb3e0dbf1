import { boxAgrees, CHOSEN_BEFORE, fieldSlot, folded, wordsOf, type BoxMeaning } from '@carelint/core/model';
import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import { ancestorsOf, namesAround, propertyOf } from '../../code/around.js';
import { askedFor, controlNames, elementsIn, isBox, labelOf, wordsIn, type Elements, type Words } from '../../code/controls.js';
import { formStarts, pathsIn, valueAt } from '../../code/forms.js';
import { attributeExpression, attributeOf, attributeText, attributeValue, elementName } from '../../code/jsx.js';
import { pathInProject } from '../../code/project-path.js';
import { startOf } from '../../code/starts.js';
import { bare, isWithin, lastName, walk } from '../../code/walk.js';
import { codeRule, type CodeContext } from '../../rule.js';

type Opening = TSESTree.JSXOpeningElement;
type Context = CodeContext<'ticked' | 'empty', unknown>;

/** Attributes that say what a box begins with, and those that say what it shows. */
const BEGINS = ['defaultChecked', 'defaultSelected', 'defaultIsChecked', 'initialChecked', 'defaultValue', 'initialValue'];
const SHOWS = ['checked', 'isChecked', 'isSelected', 'selected', 'on', 'isOn', 'value', 'modelValue', 'active', 'enabled'];

/** Parts of a path or a name of what is for people who have chosen before, or who work here. */
const INSIDE =
  /\b(?:settings?|preferences?|notifications?|profile|account|dashboard|admin|backoffice|staff|console|workspace|cms|users?|customers?|campaigns?|demo|mock|theme|design system|style ?guide|kitchen ?sink)\b/u;
/** Parts of a path or a name that say that somebody is new here. */
const NEW_HERE =
  /\b(?:sign ?up|register|registration|join|contact|checkout|newsletter|subscribe|subscription form|waitlist|wait list|order|booking|donat\w*|onboarding|quote|enquiry|inquiry|lead|consent|cookies?|gdpr|signup)\b/u;
/** Boxes for what a site cannot do without. */
const NEEDED = /necessary|essential|required|functional|notwendig|erforderlich|essenziell|necesari|necessair|necessari|technisch|strictly/u;
/** Names that refuse, or that are about something else than an answer. */
const NO_ANSWER = /\b(?:no|not|un|stop|block|hide|hidden|show|shown|out|open|disabled?|loading|visible)\b/u;
/** The words that a subscription can be ended do not refuse it. */
const CAN_END =
  /(?:you|i|we)(?:'ll)? (?:can|may|could) (?:\S+ ){0,4}(?:unsubscribe|opt[- ]?out|withdraw)[^.]*|unsubscribe (?:at )?any ?time|no spam[^.]*|we (?:will )?(?:never|don'?t|do not) [^.]*/gu;

/** Names that stand for advertising and nothing else, whatever the label is. */
const ADVERTISES_BY_NAME =
  /\bnewsletters?\b|\bmarketing (?:consent|opt ?in|e?mails?|permission)\b|\b(?:e?mail|sms) opt ?in\b|\baccepts? marketing\b/u;
/** Subscriptions to goods. */
const BUYS = /subscribe (?:&|and|\+) save|auto-?(?:renew|ship|deliver|refill)/u;
/** Words of a button that changes what was there before. */
const CHANGES = /\b(?:update|save|apply)\b|speichern|aktualisieren|guardar|enregistrer|salva|opslaan/u;

/** A file without these holds nothing that is looked for: most are told at a glance. */
const SPEAKS =
  /newsletter|marketing|subscri|opt[-_ ]?in|cookie|offers|promo|deals|updates|\bnews\b|e-?mails?\b|tips|partners|third part|mailing list|werbung|angebote|publici|ofertas|offres|novita|aanbiedingen|share (?:my|your)/iu;
const HAS_BOXES = /check-?box|switch|toggle|\.check\b|defaultValues|initialValues|\.default\(\s*true/iu;
const TICKS = /\btrue\b|default(?:Is)?(?:Checked|Selected)|\bchecked\b/u;

/** A schema that ticks a box. */
const DEFAULTS_TRUE = /\.default\(\s*true/u;

const isTrue = (node: TSESTree.Node | undefined): node is TSESTree.Literal => node?.type === 'Literal' && node.value === true;

const wordsOfPath = (path: string): string => wordsOf(path.replace(/\.[cm]?[jt]sx?$/u, '').replaceAll('/', ' ')).replace(/[()[\]@]/gu, ' ');

/** The names of what is around a place, up to its file: of functions and components. */
const namesNear = (node: TSESTree.Node, context: Context): string => {
  const file = pathInProject(context);
  return folded(`${wordsOf(namesAround(node).join(' '))} ${wordsOfPath(file.slice(file.lastIndexOf('/') + 1))}`);
};

/** What the boxes around a place can mean, by the names of what is around it and of the file. */
const meaningAt = (node: TSESTree.Node, context: Context, asks: ReadonlySet<string>): BoxMeaning => {
  const near = namesNear(node, context);
  if (/cookie|gdpr|ccpa|consent banner/u.test(near)) return 'cookies';
  if (INSIDE.test(near) || CHOSEN_BEFORE.test(near)) return 'chosen before';
  if (!NEW_HERE.test(near) && INSIDE.test(folded(wordsOfPath(pathInProject(context))))) return 'chosen before';
  return ['email', 'password', 'phone', 'name'].some((slot) => asks.has(slot)) ? 'anything' : 'a selection';
};

/** Whether a box is sent somewhere: it lies in a form that is no change of what was there before. Else it may only show what boxes look like. */
const isSent = (element: Opening, { all, source }: Elements, context: Context): boolean => {
  const form = ancestorsOf(element).find((at) => at.type === 'JSXElement' && /form$/iu.test(elementName(at.openingElement)));
  const buttons = all.filter((one) => /button$/iu.test(elementName(one)) && (form === undefined || isWithin(one, form)));
  if (buttons.some((one) => CHANGES.test(folded(wordsIn(one.parent, source).text)))) return false;
  return form !== undefined || /\bonSubmit\b|["']submit["']/u.test(source.text) || NEW_HERE.test(namesNear(element, context));
};

/** Headings say of a part of a page that it holds settings. */
const isUnderSettings = (element: Opening, { all, source }: Elements): boolean =>
  all.some((one) => {
    if (!/^h[1-6]$|title|heading/iu.test(elementName(one))) return false;
    const holder = one.parent.parent;
    const text = folded(source.getText(one.parent).replace(/<[^>]*>/gu, ' '));
    return CHOSEN_BEFORE.test(text) && ancestorsOf(element).includes(holder);
  });

/** Whether a box agrees to something, by what it says, and by what it is called where it says nothing that can be read. */
const agrees = ({ text, keys }: Words, names: readonly string[], meaning: BoxMeaning): boolean => {
  const called = [...names, ...keys].map((name) => wordsOf(name));
  if (meaning === 'cookies' && [folded(text), ...called].some((one) => NEEDED.test(one))) return false;
  const label = folded(text).replace(CAN_END, ' ').trim();
  if (meaning === 'chosen before' || BUYS.test(label) || called.some((name) => BUYS.test(name))) return false;
  if (text !== '') {
    const byName = meaning === 'anything' && ADVERTISES_BY_NAME.test(called.join(' '));
    return boxAgrees(called.join(' '), byName ? `${label} newsletter` : label === '' ? '-' : label, meaning);
  }
  return called.length > 0 && boxAgrees(called.join(' '), '', meaning) && !called.some((name) => NO_ANSWER.test(name));
};

/** What ticks a box before anybody has. */
interface Ticked {
  readonly node: TSESTree.Node;
  readonly names: readonly string[];
  /** How it is left empty; undefined where that is not plain. */
  readonly fix: ((fixer: TSESLint.RuleFixer) => TSESLint.RuleFix) | undefined;
}

const toFalse = (node: TSESTree.Node) => (fixer: TSESLint.RuleFixer) => fixer.replaceText(node, 'false');

const byAttribute = (element: Opening, { source }: Elements): Ticked | undefined => {
  const begins = attributeOf(element, ...BEGINS);
  if (begins !== undefined && attributeValue(begins, source)?.value === true) {
    const before = source.getTokenBefore(begins);
    const from = before === null ? begins.range[0] : before.range[1];
    return { node: begins, names: [], fix: (fixer) => fixer.removeRange([from, begins.range[1]]) };
  }
  const shows = attributeOf(element, ...SHOWS);
  if (shows === undefined) return undefined;
  const expression = attributeExpression(shows);
  if (expression === undefined || isTrue(expression)) return { node: shows, names: [], fix: undefined };
  const start = startOf(expression, source);
  return start !== undefined && isTrue(start.node) ? { node: start.node, names: start.path.slice(-1), fix: toFalse(start.node) } : undefined;
};

/** The key under which a form holds what a box shows: `checked={values.newsletter}`, `checked={watch('newsletter')}`. */
const keyShown = (element: Opening): string | undefined => {
  const shows = attributeOf(element, ...SHOWS);
  const written = shows === undefined ? undefined : attributeExpression(shows);
  const at = written === undefined ? undefined : bare(written);
  if (at?.type === 'CallExpression' && /^(?:watch|getValues|useWatch|getFieldValue)$/u.test(lastName(at.callee))) {
    const [first] = at.arguments;
    return first?.type === 'Literal' ? String(first.value) : undefined;
  }
  if (at?.type !== 'MemberExpression' || at.computed) return undefined;
  const holder = lastName(at.object);
  return /^(?:values|formData|data|state)$/u.test(holder) ? lastName(at) : undefined;
};

const byForm = (element: Opening, { source }: Elements, forms: readonly TSESTree.ObjectExpression[]): Ticked | undefined => {
  const shown = keyShown(element);
  for (const name of shown === undefined ? controlNames(element, source) : [shown]) {
    for (const form of forms) {
      const value = valueAt(form, name, source);
      if (isTrue(value)) return { node: value, names: [name], fix: toFalse(value) };
    }
  }
  for (const at of ancestorsOf(element.parent)) {
    if (at.type !== 'JSXElement') continue;
    const name = attributeText(at.openingElement, source, 'name');
    const begins = attributeOf(at.openingElement, 'defaultValue', 'initialValue', 'defaultChecked');
    if (name !== undefined && begins !== undefined && attributeValue(begins, source)?.value === true)
      return { node: begins, names: [name], fix: undefined };
  }
  return undefined;
};

/** Ticked values of forms and schemas that are told by their names alone, beside what says who somebody is. */
const looseStarts = (program: TSESTree.Node, forms: readonly TSESTree.ObjectExpression[], source: Elements['source']): readonly Ticked[] => {
  const asksWho = (names: readonly string[]): boolean =>
    names.some((name) => /^(?:email|password|phone|name)$/u.test(fieldSlot(name, '', 'text') ?? ''));
  const found: Ticked[] = forms.flatMap((form) => {
    const paths = pathsIn(form);
    if (!asksWho(paths.map(([path]) => path))) return [];
    return paths.flatMap(([path, value]) => (isTrue(value) ? [{ node: value, names: [path.split('.').at(-1) ?? path], fix: toFalse(value) }] : []));
  });
  if (!DEFAULTS_TRUE.test(source.text)) return found;
  walk(program, source, (node) => {
    if (node.type !== 'Property' || node.parent.type !== 'ObjectExpression' || node.value.type !== 'CallExpression') return;
    const { callee, arguments: given } = node.value;
    const text = source.getText(callee);
    if (lastName(callee) !== 'default' || !isTrue(given[0]) || !/\b(?:boolean|bool|checkbox)\(/u.test(text)) return;
    const siblings = node.parent.properties.flatMap((one) => (one.type === 'Property' ? [lastName(one.key)] : []));
    if (asksWho(siblings) && propertyOf(node.parent, 'id') === undefined)
      found.push({ node: given[0], names: [lastName(node.key)], fix: toFalse(given[0]) });
  });
  return found;
};

const check = (program: TSESTree.Program, context: Context): void => {
  const source = context.sourceCode;
  const elements = elementsIn(program, source);
  const forms = formStarts(program, source);
  const asks = askedFor(elements);
  const seen = new Set<TSESTree.Node>();
  const tell = ({ node, names, fix }: Ticked, words: Words, meaning: BoxMeaning): void => {
    if (seen.has(node) || !agrees(words, names, meaning)) return;
    seen.add(node);
    const label = words.text === '' ? (names[0] ?? '') : words.text;
    context.report({
      node,
      messageId: 'ticked',
      data: { label: label.length > 80 ? `${label.slice(0, 79).trimEnd()}…` : label },
      suggest: fix === undefined ? [] : [{ messageId: 'empty', fix }],
    });
  };
  for (const element of elements.all) {
    if (!isBox(element, source)) continue;
    const ticked = byAttribute(element, elements) ?? byForm(element, elements, forms);
    if (ticked === undefined || isUnderSettings(element, elements)) continue;
    const meaning = meaningAt(element, context, asks);
    if (meaning === 'cookies' ? attributeOf(element, 'disabled', 'readOnly', 'isDisabled') !== undefined : !isSent(element, elements, context))
      continue;
    tell({ ...ticked, names: [...ticked.names, ...controlNames(element, source)] }, labelOf(element, elements), meaning);
    seen.add(ticked.node);
  }
  for (const loose of looseStarts(program, forms, source)) {
    const meaning = meaningAt(loose.node, context, asks);
    if (meaning !== 'cookies') tell(loose, { text: '', keys: [] }, meaning);
  }
};

export const rule = codeRule({
  about: {
    title: 'Consent begins empty',
    suffers: 'They have agreed to what they never saw.',
    instead: 'Leave the box empty, so that only who wants it ticks it.',
    notWhen: 'The control shows a choice that the customer made before, and the value only holds its place until that choice is loaded.',
    level: 'error',
    certainty: 'medium',
    policies: ['preticked-consent'],
    sources: [{ seed: 'M125', says: 'Unsolicited e-mail results.' }],
  },
  messages: {
    ticked: '“{{label}}” is ticked before the customer has chosen. A tick that nobody made is no consent: leave it empty.',
    empty: 'Leave it empty.',
  },
  suggests: true,
  create: (context: Context) => ({
    'Program:exit': (program) => {
      if ([SPEAKS, HAS_BOXES, TICKS].every((sign) => sign.test(context.sourceCode.text))) check(program, context);
    },
  }),
});
