import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import { attributeOf, elementName } from './jsx.js';
import { possibleTexts } from './texts.js';
import { propertyOf } from './around.js';
import { dottedName, type FunctionNode, functionOf, meant, someBelow, statementsOf } from './functions.js';
import { isFunction, keyOf, lastName, walk } from './walk.js';

type SourceCode = Readonly<TSESLint.SourceCode>;

/** Names that speak of signing in, but keep out who has signed in, or let in staff only, or keep nobody out. */
const OTHER = /guest|un_?auth|no_?auth|not|public|anonym|admin|role|permission|staff|redirect_?if|optional|maybe|already|if_?logged|login_?guard$/iu;

/** Components that show what they hold to those who have signed in. */
const COMPONENT =
  /^(?:(?:Require|Requires|Required|Needs)(?:Auth(?:entication)?|Login|SignIn|User|Session)|(?:Protected|Private|Authenticated|Authed)(?:Route|Routes|Page|Layout|Outlet|Content|Component|Wrapper|Screen|View)?|Auth(?:entication)?(?:Guard|Required|Gate|Wall)|(?:Login|SignIn)(?:Required|Guard|Wall)|(?:Ensure|With)(?:Auth|Authenticated|LoggedIn))$/u;

/** Functions that send away who has not signed in, by their own doing. */
const CALL =
  /^(?:require|ensure|enforce|must(?:_?be|_?have)?|useRequire)_?(?:is_?)?(?:auth(?:enticat(?:ed|ion))?|logged_?in|login|signed_?in|sign_?in|user(?:_?id|_?session)?|session|account|member)(?:_?or_?redirect)?$/iu;

/** Functions that make a page into one for those who have signed in. */
const WRAPPER =
  /^(?:with(?:Required)?Auth(?:entication)?(?:Required|Guard|SSR)?|with(?:Page)?Auth(?:entication)?Required|withLogin(?:Required)?|withProtection|withAuthenticator|withPrivateRoute|withProtectedRoute|with(?:Auth)?Guard|requireAuth|requireLogin|authenticatedPage)$/u;

/** Names of functions between a path and its handler, and of guards in tables of routes. */
const BETWEEN =
  /^(?:(?:is|ensure|require|check|verify|must_?be)_?(?:auth(?:enticat(?:ed|ion))?|logged_?in|login|signed_?in|user|session|token)|(?:require|need)s?_?(?:auth(?:entication)?|login|sign_?in)|auth(?:enticated?|entication)?_?(?:guard|middleware|required|user)?|authenticate_?(?:token|user|jwt)?|logged_?in_?(?:only|guard)?|if_?authenticated|(?:msal|okta_?auth|keycloak|auth_?0|jwt_?auth|user_?auth|session)_?guard|if_?signed_?in)\d*(?:_?(?:guard|service|cls|fn|middleware))*$/iu;

/** Where one signs in: `/login`, `ROUTES.SIGN_IN`. */
const SIGN_IN = /(?:log|sign)[-_ ]?in\b|\/auth\b|\bauth\/|user-auth|authenticate|anmeld|einloggen|connexion|iniciar-sesion|inloggen/iu;

const REDIRECT = /^(?:redirect|permanentRedirect|push|replace|navigate|goto|navigateTo|assign|rewrite|redirectTo|setLocation)$/u;
/** These lead to the place where one signs in whatever they are given. */
const TO_SIGN_IN = /^(?:redirectTo(?:SignIn|Login)|loginWithRedirect|signIn|unauthorized|RedirectTo(?:SignIn|Login))$/u;

/** Something that stands for whoever has signed in. */
const WHO =
  /^(?:is_?|has_?)?(?:session|sessions|user|user_?id|user_?data|current_?user|auth|auth_?user|auth_?state|authed|authenticated|authorized|logged_?in|signed_?in|log_?in|token|access_?token|auth_?token|session_?token|jwt|me|viewer|claims)$/iu;
/** Something that says whether this is known already. */
const WAITING = /load|pending|ready|mounted|checked|checking|hydrat|initial|fetch|status|restor/iu;

/** Whether a component lets in only who has signed in. */
export const isGuardComponent = (name: string): boolean => COMPONENT.test(name) && !OTHER.test(name);

/** Whether a function lets on only who has signed in, by the name it has in a table of routes or before a handler. */
export const isGuardFunction = (name: string): boolean => BETWEEN.test(name) && !OTHER.test(name);

/** Whether a function makes a page into one for those who have signed in: `withAuth(Page)`. */
export const isGuardWrapper = (name: string): boolean => WRAPPER.test(name);

/** Whether a guard asks for more than a customer can have: `<ProtectedRoute roles={['admin']}>`. */
export const asksForRole = (element: TSESTree.JSXOpeningElement): boolean =>
  element.attributes.some(
    (one) => one.type === 'JSXAttribute' && one.name.type === 'JSXIdentifier' && /role|admin|permission|scope|staff/iu.test(one.name.name),
  );

const speaksOfSignIn = (node: TSESTree.Node, source: SourceCode): boolean =>
  someBelow(node, source, (one) => {
    if (one.type === 'Literal' || one.type === 'TemplateLiteral') return possibleTexts(one, source).some(({ text }) => SIGN_IN.test(text));
    return one.type === 'MemberExpression' || one.type === 'Identifier'
      ? SIGN_IN.test(lastName(one)) || possibleTexts(one, source).some(({ text }) => SIGN_IN.test(text))
      : false;
  });

const isWayToSignIn = (node: TSESTree.Node, source: SourceCode): boolean => {
  switch (node.type) {
    case 'CallExpression': {
      const name = lastName(node.callee);
      return TO_SIGN_IN.test(name) || (REDIRECT.test(name) && node.arguments.some((argument) => speaksOfSignIn(argument, source)));
    }
    case 'JSXElement': {
      const name = elementName(node.openingElement);
      const to = attributeOf(node.openingElement, 'to', 'href');
      return TO_SIGN_IN.test(name) || (/^(?:Navigate|Redirect)$/u.test(name) && to !== undefined && speaksOfSignIn(to, source));
    }
    case 'Property':
      return keyOf(node) === 'destination' && speaksOfSignIn(node.value, source);
    case 'AssignmentExpression':
      return /\blocation(?:\.href)?$/u.test(dottedName(node.left)) && speaksOfSignIn(node.right, source);
    default:
      return false;
  }
};

/** Whether a node or one below it passes, apart from what only runs later. */
const someAtOnce = (node: TSESTree.Node, source: SourceCode, passes: (node: TSESTree.Node) => boolean): boolean => {
  let found = false;
  walk(node, source, (one) => {
    if (isFunction(one)) return false;
    found ||= passes(one);
    return !found;
  });
  return found;
};

/** Whether whoever comes by here is sent to the place where one signs in. What only runs later is not looked at. */
const sendsToSignIn = (node: TSESTree.Node, source: SourceCode): boolean => someAtOnce(node, source, (one) => isWayToSignIn(one, source));

const standsForWho = (written: TSESTree.Node): boolean => {
  const node = meant(written);
  if (node.type === 'CallExpression') {
    const [first] = node.arguments;
    const asked = first?.type === 'Literal' ? String(first.value) : '';
    return /^(?:get|has|getItem)$/u.test(lastName(node.callee)) ? WHO.test(asked) || /session|token|auth/iu.test(asked) : standsForWho(node.callee);
  }
  return dottedName(node)
    .split(/\.|\(\)/u)
    .some((part) => WHO.test(part));
};

const isNothing = (node: TSESTree.Node): boolean =>
  (node.type === 'Literal' && (node.value === null || node.value === false)) || (node.type === 'Identifier' && node.name === 'undefined');

/** Whether a test is passed by everybody who has not signed in. */
const isSignedOut = (written: TSESTree.Node): boolean => {
  const node = meant(written);
  if (node.type === 'LogicalExpression') {
    if (node.operator === '||') return isSignedOut(node.left) || isSignedOut(node.right);
    const sides = [node.left, node.right];
    return node.operator === '&&' && sides.some(isSignedOut) && sides.every((side) => isSignedOut(side) || isWaiting(side));
  }
  if (node.type === 'UnaryExpression' && node.operator === '!') return standsForWho(node.argument);
  if (node.type !== 'BinaryExpression') return false;
  const { left, right, operator } = node;
  if (/^===?$/u.test(operator) && isNothing(right)) return standsForWho(left);
  const said = right.type === 'Literal' ? right.value : undefined;
  return (/^===?$/u.test(operator) && said === 'unauthenticated') || (/^!==?$/u.test(operator) && said === 'authenticated');
};

/** Whether a test only asks whether it is known yet who has come. */
const isWaiting = (written: TSESTree.Node): boolean => {
  const node = meant(written);
  if (node.type === 'LogicalExpression') return isWaiting(node.left) && isWaiting(node.right);
  if (node.type === 'UnaryExpression') return isWaiting(node.argument);
  if (node.type === 'BinaryExpression') return isWaiting(node.left);
  return WAITING.test(dottedName(node));
};

const isGuardCall = (written: TSESTree.Node): boolean => {
  const node = meant(written);
  if (node.type !== 'CallExpression') return false;
  const name = dottedName(node.callee);
  if (/^auth(?:\(\))?\.protect$/u.test(name)) return true;
  const [first, second] = node.arguments;
  if (lastName(node.callee) === 'useSession' && first?.type === 'ObjectExpression') {
    const required = propertyOf(first, 'required')?.value;
    return required?.type === 'Literal' && required.value === true;
  }
  if (lastName(node.callee) === 'isAuthenticated' && second?.type === 'ObjectExpression') return propertyOf(second, 'failureRedirect') !== undefined;
  return CALL.test(lastName(node.callee)) && !OTHER.test(lastName(node.callee));
};

/** The outermost element that a page shows is a guard, or it shows nothing but a way to sign in to who has not. */
const shownGuard = (written: TSESTree.Node, source: SourceCode): TSESTree.Node | undefined => {
  const node = meant(written);
  if (node.type === 'ConditionalExpression') {
    if (isSignedOut(node.test) && sendsToSignIn(node.consequent, source)) return node;
    return standsForWho(node.test) && sendsToSignIn(node.alternate, source) ? node : undefined;
  }
  if (node.type !== 'JSXElement') return undefined;
  const { openingElement } = node;
  return isGuardComponent(elementName(openingElement)) && !asksForRole(openingElement) ? openingElement : undefined;
};

const EFFECT = /^(?:useEffect|useLayoutEffect|useIsomorphicLayoutEffect|onMounted|onBeforeMount)$/u;

const leaves = (node: TSESTree.Node, source: SourceCode): boolean => someAtOnce(node, source, ({ type }) => type === 'ReturnStatement');

/** The guard among statements that everybody passes; `'unknown'` where some may have left before. */
const guardAmong = (statements: readonly TSESTree.Statement[], source: SourceCode): TSESTree.Node | 'unknown' | undefined => {
  for (const statement of statements) {
    const found = guardAt(statement, source);
    if (found !== undefined) return found;
  }
  return undefined;
};

const guardAt = (statement: TSESTree.Statement, source: SourceCode): TSESTree.Node | 'unknown' | undefined => {
  switch (statement.type) {
    case 'IfStatement':
      if (isSignedOut(statement.test) && sendsToSignIn(statement.consequent, source)) return statement.test;
      return leaves(statement, source) && !isWaiting(statement.test) && !isSignedOut(statement.test) ? 'unknown' : undefined;
    case 'TryStatement':
      return guardAmong(statement.block.body, source);
    case 'VariableDeclaration':
      return statement.declarations.find(({ init }) => init !== null && isGuardCall(init))?.init ?? undefined;
    case 'ReturnStatement':
      return statement.argument === null ? undefined : isGuardCall(statement.argument) ? statement.argument : shownGuard(statement.argument, source);
    case 'ExpressionStatement': {
      const node = meant(statement.expression);
      if (isGuardCall(node)) return node;
      const [first] = node.type === 'CallExpression' && EFFECT.test(lastName(node.callee)) ? node.arguments : [];
      const effect = first === undefined ? undefined : functionOf(first, source);
      const inside = effect === undefined ? undefined : guardAmong(statementsOf(effect), source);
      return inside === 'unknown' ? undefined : inside;
    }
    default:
      return undefined;
  }
};

/** What keeps out of a page or a handler everybody who has not signed in; undefined where nothing does, or where only some are kept out. */
export const guardOf = (fn: FunctionNode, source: SourceCode): TSESTree.Node | undefined => {
  const found = fn.body.type === 'BlockStatement' ? guardAmong(fn.body.body, source) : shownGuard(fn.body, source);
  return found === 'unknown' ? undefined : found;
};
