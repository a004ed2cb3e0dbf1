import { purposeOfPath, type PagePurpose } from '@carelint/core/model';
import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import { guardOf, isGuardFunction, isGuardWrapper } from '../../code/guards.js';
import { isForStaff, isInside, pageOf } from '../../code/pages.js';
import { pathInProject } from '../../code/project-path.js';
import { isProtectedList, pathOfPattern, routeOfElement, routeOfObject, type TableRoute } from '../../code/routes.js';
import { possibleTexts } from '../../code/texts.js';
import { dottedName, type FunctionNode, functionOf, meant, nameOfFunction, someBelow } from '../../code/functions.js';
import { keyOf, lastName } from '../../code/walk.js';
import { codeRule, type CodeContext } from '../../rule.js';

type SourceCode = Readonly<TSESLint.SourceCode>;

const FOR_EVERYBODY: readonly (PagePurpose | undefined)[] = ['contact', 'help', 'complaints', 'feedback', 'unsubscribe'];

/** Functions of a page's file that run before the page is shown. */
const BEFORE = /^(?:getServerSideProps|getInitialProps|loader|clientLoader|load|beforeLoad)$/u;
const PAGE_COMPONENT = /^[A-Z]\w*(?:Page|Screen|View|Route)$/u;
/** Files that answer programs, not people. */
const ENDPOINT = /(?:^|\/)(?:route|\+server)\.[cm]?[jt]s$/u;
const MIDDLEWARE = /(?:^|\/)(?:middleware|proxy)\.[cm]?[jt]s$/u;
const AUTH_MIDDLEWARE = /^(?:next-auth\/middleware|@auth0\/nextjs-auth0\/edge)$/u;

/** What a file gives to others by default: names, functions, and the calls around them. */
const defaultExport = (program: TSESTree.Program): TSESTree.Node | undefined => {
  for (const statement of program.body) {
    if (statement.type === 'ExportDefaultDeclaration') return statement.declaration;
    if (statement.type !== 'ExpressionStatement' || statement.expression.type !== 'AssignmentExpression') continue;
    if (dottedName(statement.expression.left) === 'module.exports') return statement.expression.right;
  }
  return undefined;
};

/** The function inside calls that wrap it: `withAuth(observer(Page))`. */
const unwrapped = (written: TSESTree.Node, source: SourceCode): FunctionNode | undefined => {
  const node = meant(written);
  const direct = functionOf(node, source);
  if (direct !== undefined || node.type !== 'CallExpression') return direct;
  return node.arguments.map((argument) => unwrapped(argument, source)).find((fn) => fn !== undefined);
};

const wrapperOf = (written: TSESTree.Node): TSESTree.Node | undefined => {
  const node = meant(written);
  if (node.type !== 'CallExpression') return undefined;
  if (isGuardWrapper(lastName(node.callee)) || (node.callee.type === 'CallExpression' && isGuardWrapper(lastName(node.callee.callee))))
    return node.callee;
  return node.arguments.map(wrapperOf).find((found) => found !== undefined);
};

/** What keeps visitors out of the page that this file is. */
const guardOfPage = (program: TSESTree.Program, functions: readonly FunctionNode[], source: SourceCode): TSESTree.Node | undefined => {
  const given = defaultExport(program);
  const wrapper = given === undefined ? undefined : wrapperOf(given);
  if (wrapper !== undefined) return wrapper;
  const page = given === undefined ? undefined : unwrapped(given, source);
  for (const fn of functions) {
    const name = nameOfFunction(fn);
    const isPage = page === undefined ? PAGE_COMPONENT.test(name) : fn === page;
    const found = isPage || BEFORE.test(name) ? guardOf(fn, source) : undefined;
    if (found !== undefined) return found;
  }
  return undefined;
};

const strings = (written: TSESTree.Node, source: SourceCode): readonly { readonly text: string; readonly node: TSESTree.Node }[] => {
  const node = meant(written);
  if (node.type === 'ArrayExpression')
    return node.elements.flatMap((one) => (one === null || one.type === 'SpreadElement' ? [] : strings(one, source)));
  if (node.type === 'NewExpression' || node.type === 'CallExpression') return node.arguments.slice(0, 1).flatMap((one) => strings(one, source));
  return node.type === 'Literal' ? possibleTexts(node, source) : [];
};

/** Whether whatever comes through this middleware must have signed in. */
const isGuardMiddleware = (program: TSESTree.Program, functions: readonly FunctionNode[], source: SourceCode): boolean => {
  for (const statement of program.body) {
    if (statement.type === 'ExportNamedDeclaration' && AUTH_MIDDLEWARE.test(statement.source?.value ?? ''))
      return statement.specifiers.some(({ exported }) => exported.type === 'Identifier' && /^(?:default|middleware|proxy)$/u.test(exported.name));
  }
  const given = defaultExport(program);
  const written = given === undefined ? undefined : meant(given);
  if (written?.type === 'CallExpression' && /^(?:withAuth|withMiddlewareAuthRequired)$/u.test(lastName(written.callee)))
    // Own conditions decide for themselves who may come in.
    return !written.arguments.some((argument) => someBelow(argument, source, (one) => one.type === 'Property' && keyOf(one) === 'authorized'));
  const own = written === undefined ? undefined : unwrapped(written, source);
  return functions.some((fn) => (fn === own || /^(?:middleware|proxy)$/u.test(nameOfFunction(fn))) && guardOf(fn, source) !== undefined);
};

/** Whether a handler answers with a page; others answer programs, which have keys of their own. */
const showsPage = (node: TSESTree.CallExpressionArgument | undefined, source: SourceCode): boolean => {
  const fn = node === undefined || node.type === 'SpreadElement' ? undefined : functionOf(node, source);
  return (
    fn !== undefined && someBelow(fn.body, source, (one) => one.type === 'CallExpression' && /^(?:render|sendFile|view)$/u.test(lastName(one.callee)))
  );
};

interface Options {
  readonly allow: readonly string[];
}

interface Found {
  readonly path: string;
  readonly node: TSESTree.Node;
}

/** Guarded pages of a table that has open ones, too. Where all is behind sign-in, the pages for everybody are elsewhere. */
const guardedAmongOpen = (routes: readonly TableRoute[]): readonly Found[] =>
  routes.some(({ access }) => access === 'open') ? routes.filter(({ access }) => access === 'guarded') : [];

export const rule = codeRule({
  about: {
    title: 'Contact and help need no account',
    suffers: 'They look for help, and the page asks them to sign in. Who has lost the password, or is no customer yet, cannot ask.',
    instead: 'Let everybody open the page. Ask who it is only where the answer needs it.',
    notWhen:
      'The application is for staff only, or another page that is open to all gives the same ways to reach you; put the path on the list `allow`.',
    level: 'error',
    certainty: 'medium',
    policies: ['contact-behind-login', 'feedback-behind-login', 'unsubscribe-behind-login'],
    sources: [
      { seed: 'M121', says: 'Only sign-in boxes in the contact area.' },
      { seed: 'H34', says: 'You must be logged in to comment.' },
    ],
  },
  messages: {
    contact: '{{path}} opens only after signing in. Who has lost the password, or is no customer yet, gets no help: let everybody open it.',
    feedback: '{{path}} opens only after signing in. Who has no account cannot say what went wrong: let everybody open it.',
    unsubscribe: '{{path}} opens only after signing in. Who has lost the password stays on the list: let one click from the mail do.',
  },
  options: {
    allow: {
      description: 'Paths that may ask to sign in all the same: `/support`.',
      type: 'array',
      items: { type: 'string' },
      default: [],
    },
  },
  create: (context: CodeContext<'contact' | 'feedback' | 'unsubscribe', Options>) => {
    const source = context.sourceCode;
    const file = pathInProject(context);
    if (isForStaff(file)) return {};
    const page = pageOf(file);
    const isPage = page !== undefined && !page.inside && FOR_EVERYBODY.includes(page.purpose) && !ENDPOINT.test(file);
    const functions: FunctionNode[] = [];
    const routes: TableRoute[] = [];
    const answered: Found[] = [];
    let homeIsGuarded = false;
    const report = ({ path: pattern, node }: Found): void => {
      const path = pathOfPattern(pattern);
      const purpose = purposeOfPath(path);
      if (!FOR_EVERYBODY.includes(purpose) || isInside(path) || context.settled.allow.includes(path)) return;
      context.report({ node, messageId: purpose === 'feedback' || purpose === 'unsubscribe' ? purpose : 'contact', data: { path } });
    };
    const keep = (route: TableRoute | undefined): void => {
      if (route !== undefined) routes.push(route);
    };
    const collect = (node: FunctionNode): void => {
      functions.push(node);
    };
    const isMiddleware = MIDDLEWARE.test(file);
    let matcher: TSESTree.Node | undefined;
    return {
      FunctionDeclaration: collect,
      FunctionExpression: collect,
      ArrowFunctionExpression: collect,
      JSXElement: (node) => keep(routeOfElement(node, source)),
      ObjectExpression: (node) => keep(routeOfObject(node, source)),
      VariableDeclarator: (node) => {
        if (node.id.type === 'Identifier' && node.init !== null && isProtectedList(node.id.name))
          for (const { text, node: at } of strings(node.init, source)) report({ path: text, node: at });
      },
      Property: (node) => {
        if (isMiddleware && keyOf(node) === 'matcher') matcher = node.value;
      },
      CallExpression: (node) => {
        const [path, ...rest] = node.arguments;
        const between = rest.slice(0, -1).map((one) => lastName(one.type === 'CallExpression' ? one.callee : one));
        if (path?.type !== 'Literal' || typeof path.value !== 'string' || node.callee.type !== 'MemberExpression' || lastName(node.callee) !== 'get')
          return;
        if (!between.some(isGuardFunction) || between.some((name) => /admin|role|permission/iu.test(name)) || !showsPage(rest.at(-1), source)) return;
        if (path.value === '/') homeIsGuarded = true;
        answered.push({ path: path.value, node: path });
      },
      'Program:exit': (program: TSESTree.Program) => {
        for (const found of guardedAmongOpen(routes)) report(found);
        if (!homeIsGuarded) for (const found of answered) report(found);
        if (matcher !== undefined && isGuardMiddleware(program, functions, source))
          for (const { text, node } of strings(matcher, source)) report({ path: text, node });
        const guard = isPage ? guardOfPage(program, functions, source) : undefined;
        if (guard !== undefined) report({ path: page?.path ?? '', node: guard });
      },
    };
  },
});
