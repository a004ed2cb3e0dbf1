import { purposeOfPath, type PagePurpose } from '@carelint/core/model';
import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import { asksForRole, isGuardComponent, isGuardFunction } from './guards.js';
import { attributeExpression, attributeOf, attributeText, elementName } from './jsx.js';
import { possibleTexts, staticValue } from './texts.js';
import { ancestorsOf, propertyOf } from './around.js';
import { dottedName, meant, someBelow } from './functions.js';
import { keyOf, lastName } from './walk.js';

type SourceCode = Readonly<TSESLint.SourceCode>;

/** One route of a table. */
export interface TableRoute {
  /** The whole path, with that of the routes around it. */
  readonly path: string;
  readonly node: TSESTree.Node;
  /** `staff`: for those with a role. `open`: nothing in this file keeps anybody out. `aside`: it leads to no page that one opens for itself. */
  readonly access: 'guarded' | 'staff' | 'open' | 'aside';
}

/** Lists of paths that only those who have signed in may open: `protectedRoutes`, `isPrivatePath`. */
const PROTECTED =
  /^(?:is_?)?(?:protected|private|authenticated|guarded|secured|login_?required|auth_?required|requires?_?(?:auth|login)|needs?_?(?:auth|login))_?(?:app_?)?(?:routes?|paths?|pages?|urls?|prefixes|matcher|route_?matcher)?(?:_?(?:list|patterns?))?$/iu;

/** Whether a list has a name that says: only for those who have signed in. */
export const isProtectedList = (name: string): boolean => PROTECTED.test(name);

/** Pages that are open in every application, also where all others ask to sign in. */
const ALWAYS_OPEN =
  /(?:^|\/)(?:\*+|:.*\*.*|\(\.\*\)|log-?out|sign-?out|forgot.*|reset.*|recover.*|verify.*|activate.*|confirm.*|callback|auth.*|otp|sso|oauth.*|404|403|401|500|not-?found|error.*|unauthori[sz]ed|forbidden|access-denied|invite.*|setup|install|welcome|onboarding|maintenance|splash|loading|health|terms.*|privacy.*|legal)$/iu;
const SIGN_IN_COMPONENT = /log-?in|sign-?in|sign-?up|register|auth|welcome|splash/iu;

/** The path of a page without what stands for more below it: `/support(.*)`, `/support/:path*`. */
export const pathOfPattern = (pattern: string): string => pattern.replace(/(?:\/?\(\.\*\)|\/:\w+\*|\/\*+)\??$/u, '');

const joined = (parts: readonly string[]): string =>
  `/${parts
    .join('/')
    .split('/')
    .filter((part) => part !== '')
    .join('/')}`;

type Guard = 'guarded' | 'staff' | undefined;

const accessOf = (path: string, guard: Guard, shows: string): TableRoute['access'] => {
  if (guard !== undefined) return guard;
  const purpose: PagePurpose | undefined = purposeOfPath(path);
  const isSignIn = purpose === 'sign-in' || purpose === 'sign-up' || SIGN_IN_COMPONENT.test(shows);
  return isSignIn || ALWAYS_OPEN.test(path) ? 'aside' : 'open';
};

const stronger = (...guards: readonly Guard[]): Guard => (guards.includes('staff') ? 'staff' : guards.find((guard) => guard !== undefined));

const guardElement = (element: TSESTree.JSXOpeningElement): Guard =>
  isGuardComponent(elementName(element))
    ? asksForRole(element)
      ? 'staff'
      : 'guarded'
    : /admin|role|permission/iu.test(elementName(element))
      ? 'staff'
      : undefined;

/** The guard in what a route shows: `element={<RequireAuth><Contact /></RequireAuth>}`. */
const guardShown = (node: TSESTree.Node | undefined, source: SourceCode): Guard => {
  if (node === undefined) return undefined;
  let found: Guard;
  someBelow(node, source, (one) => {
    if (one.type === 'JSXElement') found = stronger(found, guardElement(one.openingElement));
    return false;
  });
  return found;
};

const shownBy = (element: TSESTree.JSXOpeningElement): TSESTree.Node | undefined => {
  const attribute = attributeOf(element, 'element', 'component', 'render', 'Component');
  return attribute === undefined ? undefined : attributeExpression(attribute);
};

const nameOfShown = (node: TSESTree.Node | undefined): string =>
  node === undefined ? '' : node.type === 'JSXElement' ? elementName(node.openingElement) : dottedName(node);

/** The route that an element stands for: `<Route path="/contact" element={…} />`, `<PrivateRoute path="/contact">`. Undefined where it is none. */
export const routeOfElement = (node: TSESTree.JSXElement, source: SourceCode): TableRoute | undefined => {
  const { openingElement } = node;
  const own = attributeText(openingElement, source, 'path');
  if (own === undefined || !/(?:Route|Private|Protected|RequireAuth)/u.test(elementName(openingElement))) return undefined;
  if (attributeOf(openingElement, 'element', 'component', 'render', 'Component', 'children') === undefined && node.children.length === 0)
    return undefined;
  const parts = [own];
  let guard = stronger(guardElement(openingElement), guardShown(shownBy(openingElement), source));
  if (node.children.every(({ type }) => type === 'JSXText' || type === 'JSXElement'))
    for (const child of node.children)
      if (child.type === 'JSXElement' && !/Route$/u.test(elementName(child.openingElement))) guard = stronger(guard, guardShown(child, source));
  for (const at of ancestorsOf(node)) {
    if (at.type !== 'JSXElement') continue;
    parts.unshift(attributeText(at.openingElement, source, 'path') ?? '');
    guard = stronger(guard, guardElement(at.openingElement), guardShown(shownBy(at.openingElement), source));
  }
  const path = joined(parts);
  return { path, node: openingElement, access: accessOf(path, guard, nameOfShown(shownBy(openingElement))) };
};

const FLAG =
  /^(?:requires?|needs?|is|auth|login)?_?(?:auth(?:enticat(?:ed|ion))?|login|sign_?in|signed_?in|logged_?in|protected|private|required)_?(?:required|needed)?$/iu;

/** Flags of a route: `requiresAuth: true` guards, `requiresAuth: false` opens. */
const flagOf = (object: TSESTree.ObjectExpression | undefined, source: SourceCode): boolean | undefined => {
  for (const one of object?.properties ?? []) {
    if (one.type !== 'Property' || !FLAG.test(keyOf(one) ?? '')) continue;
    const value = staticValue(one.value, source)?.value;
    if (typeof value === 'boolean') return value;
  }
  return undefined;
};

const hasRole = (object: TSESTree.ObjectExpression | undefined): boolean =>
  object?.properties.some((one) => one.type === 'Property' && /role|permission|admin|authorit/iu.test(keyOf(one) ?? '')) ?? false;

const guardNames = (node: TSESTree.Node | undefined): readonly string[] => {
  if (node === undefined) return [];
  const written = meant(node);
  if (written.type === 'ArrayExpression') return written.elements.flatMap((one) => (one === null ? [] : guardNames(one)));
  return [lastName(written.type === 'CallExpression' ? written.callee : written)];
};

const objectAt = (object: TSESTree.ObjectExpression, name: string): TSESTree.ObjectExpression | undefined => {
  const value = propertyOf(object, name)?.value;
  return value?.type === 'ObjectExpression' ? value : undefined;
};

/** What one object of a table says of who may come in; `'open'` where it says: everybody. */
const guardOfObject = (object: TSESTree.ObjectExpression, source: SourceCode): Guard | 'open' => {
  const meta = objectAt(object, 'meta') ?? objectAt(object, 'data') ?? objectAt(object, 'handle');
  if (hasRole(meta) || hasRole(object)) return 'staff';
  const flag = flagOf(meta, source) ?? flagOf(object, source);
  if (flag !== undefined) return flag ? 'guarded' : 'open';
  const names = [
    ...guardNames(propertyOf(object, 'canActivate')?.value),
    ...guardNames(propertyOf(object, 'canActivateChild')?.value),
    ...guardNames(propertyOf(object, 'canMatch')?.value),
    ...guardNames(propertyOf(object, 'canLoad')?.value),
    ...guardNames(propertyOf(object, 'beforeEnter')?.value),
  ];
  if (names.some((name) => /admin|role|permission/iu.test(name))) return 'staff';
  return names.some(isGuardFunction) ? 'guarded' : guardShown(propertyOf(object, 'element', 'component', 'Component')?.value, source);
};

const SHOWS = ['element', 'component', 'Component', 'loadComponent', 'loadChildren', 'lazy', 'page', 'view', 'render'] as const;

const nameOfList = ({ parent }: TSESTree.ArrayExpression): string => {
  if (parent.type === 'VariableDeclarator') return dottedName(parent.id);
  return parent.type === 'Property' ? (keyOf(parent) ?? '') : '';
};

/** The route that an object of a table stands for: `{ path: '/contact', meta: { requiresAuth: true }, component: Contact }`. Undefined where it is none. */
export const routeOfObject = (object: TSESTree.ObjectExpression, source: SourceCode): TableRoute | undefined => {
  const own = propertyOf(object, 'path')?.value;
  const shows = propertyOf(object, ...SHOWS)?.value;
  if (own === undefined || shows === undefined || object.parent.type !== 'ArrayExpression') return undefined;
  const written = possibleTexts(own, source)[0];
  if (written?.only !== true) return undefined;
  const parts = [written.text];
  let guard = guardOfObject(object, source);
  for (const at of ancestorsOf(object)) {
    if (at.type === 'ArrayExpression' && guard === undefined && isProtectedList(nameOfList(at))) guard = 'guarded';
    if (at.type !== 'ObjectExpression') continue;
    const path = propertyOf(at, 'path')?.value;
    parts.unshift(path === undefined ? '' : (possibleTexts(path, source)[0]?.text ?? ''));
    const around = guardOfObject(at, source);
    if (guard !== 'open' && around !== 'open') guard = stronger(guard, around);
  }
  const path = joined(parts);
  // What has routes below it is no page of its own: the one with an empty path is.
  if (propertyOf(object, 'children') !== undefined) return { path, node: own, access: 'aside' };
  return { path, node: own, access: accessOf(path, guard === 'open' ? undefined : guard, nameOfShown(shows)) };
};
