import { ACCEPTS, BEYOND_NEED, folded, REJECTS, SETTLES, wordsOf } from '@carelint/core/model';
import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import { ancestorsOf } from './around.js';
import { elementsIn, wordsIn } from './controls.js';
import { attributeExpression, attributeOf, elementName, hasSpread } from './jsx.js';
import { startOf } from './starts.js';
import { isWithin } from './walk.js';

type SourceCode = Readonly<TSESLint.SourceCode>;
type Opening = TSESTree.JSXOpeningElement;

const BUTTON = /button|pressable|touchable|^a$|link$|cta$/iu;
const ACTS = ['onClick', 'onPress', 'onSelect', 'onMouseDown', 'onTap'];
/** Names of handlers and keys of texts, as words. */
const DOES_ACCEPT = /\b(?:accept|allow|agree|grant)/u;
const DOES_REJECT =
  /reject|declin|refus|\bden(?:y|ied)\b|necessary|essential|required|opt ?out|disagree|disallow|dismiss|close|withdraw|none|skip|later|minimal|strict|false/u;
const DOES_SETTLE = /setting|preference|customi[sz]|manage|detail|option|choose/u;
/** Words of buttons that leave a banner without agreeing. */
const LEAVES = /\bclose\b|\bdismiss\b|not now|no,? thanks|\blater\b|\bskip\b|schliessen|cerrar|fermer|chiudi|sluiten|^[x×✕✖]$/u;
const SAVES = /\bsave\b|\bconfirm\b|selection|auswahl|speichern|guardar|enregistrer|salva\b|opslaan/u;
/** What a site can do without, in code. */
const LOADS_MORE =
  /\bgtag\b|\bfbq\b|ReactGA|posthog|hotjar|matomo|googletagmanager|(?:load|init|enable|start)(?:Google)?(?:Analytics|Tracking|GA)\b|ad_storage|analytics_storage|\b(?:analytics|marketing|statistics|tracking|advertising)["']?\s*:\s*true/iu;
const NEGATES = /\b(?:no|not|never|without|don'?t|none|kein\w*|nicht|sans|sin|senza|geen)\b/u;

/** What somebody does by a button. */
type Act = 'accept' | 'reject' | 'settle' | 'save' | 'unknown' | 'nothing';

interface Button {
  readonly element: Opening;
  readonly act: Act;
}

const actOf = (element: Opening, source: SourceCode): Act => {
  const { text, keys } = wordsIn(element.parent, source);
  const handler = attributeOf(element, ...ACTS);
  const expression = handler === undefined ? undefined : attributeExpression(handler);
  if (expression === undefined && !/button/iu.test(elementName(element))) return 'nothing';
  const said = folded(text);
  const handled = expression === undefined ? '' : source.getText(expression).replace(/\bset\w*\((?:false|true|null)\)/gu, '');
  const done = wordsOf([handled, ...keys].join(' ').replace(/[^\p{L}\d_.]+/gu, ' '));
  if (REJECTS.test(said) || LEAVES.test(said) || /necessary|essential|required/u.test(said) || DOES_REJECT.test(done)) return 'reject';
  if (SAVES.test(said)) return 'save';
  if (ACCEPTS.test(said) || (said === '' && DOES_ACCEPT.test(done))) return 'accept';
  return SETTLES.test(said) || DOES_SETTLE.test(done) ? 'settle' : 'unknown';
};

/** Whether a text speaks of cookies that a site can do without, and not only to say that there are none. */
export const asksForMore = (text: string): boolean =>
  folded(text)
    .split(/[.!?;]/u)
    .some((sentence) => (BEYOND_NEED.test(sentence) || /analy[sz]|\bads\b/u.test(sentence)) && !NEGATES.test(sentence));

/** Whether code loads what a site can do without. */
export const loadsMore = (code: string): boolean => LOADS_MORE.test(code);

/** The conditions under which an element is shown at all, as they are met inside the JSX around it. */
const conditions = (element: Opening, source: SourceCode): readonly TSESTree.Node[] =>
  ancestorsOf(element).flatMap((at) => {
    if (at.type !== 'LogicalExpression' && at.type !== 'ConditionalExpression') return [];
    const test = at.type === 'LogicalExpression' ? at.left : at.test;
    return source.getText(at).includes('<') && !isWithin(element, test) ? [at] : [];
  });

/** Whether an element is only shown once another layer was opened: its condition is a state that begins with false, and the other element is not under it. */
const isBehind = (element: Opening, first: Opening, source: SourceCode): boolean =>
  conditions(element, source).some((at) => {
    const test = at.type === 'LogicalExpression' ? at.left : at.type === 'ConditionalExpression' ? at.test : undefined;
    if (test === undefined || isWithin(first, at)) return false;
    const start = startOf(test, source);
    return start?.node.type === 'Literal' && start.node.value === false;
  });

/** Whether parts of a banner stand elsewhere: components that are told what to do, children, lists. */
const isElsewhere = (element: Opening): boolean =>
  /^[A-Z]/u.test(elementName(element)) &&
  element.selfClosing &&
  !BUTTON.test(elementName(element)) &&
  !/setting|preference|modal|dialog|detail|icon|switch|checkbox|toggle|link/iu.test(elementName(element)) &&
  (hasSpread(element) ||
    element.attributes.some((one) => one.type === 'JSXAttribute' && one.name.type === 'JSXIdentifier' && /^on[A-Z]/u.test(one.name.name)));

/** How one says no to a banner that asks for consent; undefined where it does not ask, or where that cannot be told. */
export interface HardReject {
  readonly how: 'none' | 'settings';
  /** The button that says yes. */
  readonly accept: Opening;
}

/** Judges a component by its buttons. */
export const hardReject = (component: TSESTree.Node, source: SourceCode): HardReject | undefined => {
  const { all } = elementsIn(component, source);
  if (all.some(isElsewhere) || /\{\s*(?:props\.)?(?:children|actions|buttons|footer)\s*\}/u.test(source.getText(component))) return undefined;
  const buttons = all.filter((one) => BUTTON.test(elementName(one))).map((element): Button => ({ element, act: actOf(element, source) }));
  const acts = (act: Act): readonly Opening[] => buttons.filter((one) => one.act === act).map(({ element }) => element);
  const [accept] = acts('accept');
  if (accept === undefined || acts('unknown').length > 0 || buttons.some(({ element }) => hasSpread(element))) return undefined;
  const noes = [...acts('reject'), ...acts('save')];
  if (noes.some((one) => acts('accept').some((yes) => !isBehind(one, yes, source)))) return undefined;
  const root = all.find((one) => isWithin(accept, one.parent));
  if (root === undefined || !(asksForMore(wordsIn(root.parent, source).text) || loadsMore(source.text))) return undefined;
  return { how: noes.length > 0 || acts('settle').length > 0 ? 'settings' : 'none', accept };
};
