import { wordsOf } from '@carelint/core/model';
import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import { dottedName, initOf, isImported, meant } from './functions.js';
import { possibleTexts } from './texts.js';
import { lastName, walk } from './walk.js';

type SourceCode = Readonly<TSESLint.SourceCode>;

/**
 * What a call in a handler does. `success` and `failure`: tells the customer so; `told`: tells them something; `state`: changes what is shown; `busy`: ends or
 * begins the waiting; `log`: tells those who run the site; `nothing`: none of these, and sends nothing; `unknown`: it may do anything.
 */
export type Doing = 'success' | 'failure' | 'told' | 'state' | 'busy' | 'log' | 'nothing' | 'unknown';

const LOGS =
  /^(?:console|log|logger|Sentry|bugsnag|rollbar|newrelic|datadog\w*|analytics|posthog|mixpanel|amplitude|Logger)\b|(?:^|\.)(?:capture(?:Exception|Message|Error)|report(?:Error|Exception)|log(?:ger)?(?:Error|Exception|Event|Warning)?|track(?:Event|Error)?|gtag)$/u;
const TELLS =
  /^(?:window\.)?(?:alert|toast|notify|notification|notifications|message|snackbar|enqueueSnackbar|showToast|addToast|Alert|Swal|swal|showNotification|showSnackbar|openSnackbar|showMessage|showAlert|Toast|ElMessage|Message)\b/u;
const BUSY = /^set (?:is )?(?:loading|submitting|sending|busy|pending|saving|processing|in progress|disabled|posting|uploading|waiting)\b/u;
const SUCCESS =
  /\b(?:success\w*|submitted|sent|thank\w*|done|completed?|received|get back to you|danke|gracias|merci|grazie|bedankt|obrigad[oa])\b/iu;
const FAILURE =
  /\b(?:errors?|fail\w*|wrong|could ?n[o']t|unable|cannot|can't|try again|invalid|required|please (?:fill|enter|select|provide)|missing)\b/iu;

/** Calls that work something out, or touch only what stands on the page. */
const PURE_ROOT =
  /^(?:JSON|Object|String|Number|Boolean|Array|Date|Math|document|parseInt|parseFloat|setTimeout|clearTimeout|setInterval|clearInterval|isNaN|Promise|RegExp)\b/u;
const PURE_LAST =
  /^(?:preventDefault|stopPropagation|persist|trim|test|match|includes|startsWith|endsWith|toLowerCase|toUpperCase|toString|toISOString|split|join|slice|replace|replaceAll|map|filter|some|every|find|forEach|entries|keys|values|get|getAll|has|querySelector|querySelectorAll|getElementById|getAttribute|setAttribute|removeAttribute|add|remove|toggle|focus|blur|reset|resetFields|resetForm|scrollIntoView|scrollTo|checkValidity|reportValidity|setCustomValidity|closest|contains|length|now|getTime|confirm)$/u;

const textsIn = (call: TSESTree.CallExpression, source: SourceCode): string => {
  const texts: string[] = [];
  for (const argument of call.arguments)
    walk(argument, source, (node) => {
      if (node.type === 'Literal' || node.type === 'TemplateLiteral') texts.push(...possibleTexts(node, source).map(({ text }) => text));
      return undefined;
    });
  return texts.join(' ');
};

const isOff = (node: TSESTree.Node | undefined): boolean =>
  node === undefined ||
  (node.type === 'Literal' && (node.value === false || node.value === null || node.value === '')) ||
  (node.type === 'Identifier' && node.name === 'undefined');

/** Whether a name sets state of the component it is used in. */
const isSetter = (callee: TSESTree.Node, source: SourceCode): boolean => {
  const node = meant(callee);
  if (node.type === 'MemberExpression') return dottedName(node) === 'this.setState';
  const init = node.type === 'Identifier' ? initOf(node, source) : undefined;
  return init?.id.type === 'ArrayPattern' && init.init?.type === 'CallExpression' && lastName(init.init.callee) === 'useState';
};

const settingDoes = (call: TSESTree.CallExpression, source: SourceCode): Doing => {
  const words = wordsOf(lastName(call.callee));
  const [first] = call.arguments;
  if (isOff(first)) return 'state';
  if (/\b(?:error|fail|problem)/u.test(words)) return 'failure';
  const said = `${/\b(?:success|submitted|sent|done|complete|thank|submit success)/u.test(words) ? 'success' : ''} ${textsIn(call, source)}`;
  return FAILURE.test(said) ? 'failure' : SUCCESS.test(said) ? 'success' : 'state';
};

/** What a call does, as far as its name and its words tell. */
const doingOf = (call: TSESTree.CallExpression, source: SourceCode): Doing => {
  const name = dottedName(call.callee);
  const last = lastName(call.callee);
  if (LOGS.test(name)) return 'log';
  if (TELLS.test(name)) {
    const said = `${last} ${textsIn(call, source)}`;
    return FAILURE.test(said) ? 'failure' : SUCCESS.test(said) ? 'success' : 'told';
  }
  if (BUSY.test(wordsOf(last)) && typeof (call.arguments[0] as { value?: unknown } | undefined)?.value === 'boolean') return 'busy';
  if (isSetter(call.callee, source)) return settingDoes(call, source);
  const callee = meant(call.callee);
  if (PURE_ROOT.test(name)) return 'nothing';
  if (callee.type !== 'MemberExpression') return 'unknown';
  // `api.get()` of another module asks a server; `form.get()` does not.
  const root = rootOf(callee);
  return PURE_LAST.test(last) && !(root?.type === 'Identifier' && isImported(root, source)) ? 'nothing' : 'unknown';
};

const rootOf = (written: TSESTree.Node): TSESTree.Node | undefined => {
  const node = meant(written);
  if (node.type === 'MemberExpression') return rootOf(node.object);
  return node.type === 'CallExpression' ? rootOf(node.callee) : node;
};

/** Changes of what stands on the page: `button.disabled = true`, `note.textContent = '…'`. */
const ON_PAGE =
  /\.(?:innerHTML|innerText|textContent|value|disabled|hidden|className|display|opacity|visibility|color|background\w*|transform|transition|checked|style|cssText|required)$/u;

/** All that a piece of code does, also in what it hands to timers. A new object, and a change of anything but the page, may do anything. */
export const doingsIn = (node: TSESTree.Node, source: SourceCode): ReadonlySet<Doing> => {
  const found = new Set<Doing>();
  walk(node, source, (one) => {
    if (one.type === 'CallExpression') found.add(doingOf(one, source));
    else if (one.type === 'NewExpression')
      found.add(/^(?:FormData|Promise|Date|Error|Set|Map|RegExp|URLSearchParams|Array)$/u.test(dottedName(one.callee)) ? 'nothing' : 'unknown');
    else if (one.type === 'AssignmentExpression' && one.left.type === 'MemberExpression' && !ON_PAGE.test(dottedName(one.left))) found.add('unknown');
    else if (one.type === 'TaggedTemplateExpression' || one.type === 'YieldExpression') found.add('unknown');
    return undefined;
  });
  return found;
};
