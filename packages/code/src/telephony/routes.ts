import { ts } from 'ts-morph';
import type { Names } from '../project/names.js';
import { walk } from '../project/walk.js';
import { Routers } from './routers.js';
import { siteOf, type Site } from './value.js';
import { plainAddress } from './targets.js';

/** What answers at an address. */
export interface Route {
  readonly path: string;
  /** The part of the address under which its router hangs. */
  readonly base: string;
  /** What is gone through, in order. */
  readonly handlers: readonly ts.Expression[];
  /** How handlers are called: with a request, or as functions of Twilio, with a context first. */
  readonly style: 'request' | 'function';
  readonly site: Site;
}

const METHODS = /^(?:get|post|all|put|use)$/u;

/** The path of `X.route('/menu')` in front of a method. */
const routeOf = (node: ts.Expression): { readonly router: ts.Expression; readonly path: string } | undefined => {
  if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return undefined;
  const [first] = node.arguments;
  if (node.expression.name.text === 'route' && first !== undefined && ts.isStringLiteralLike(first))
    return { router: node.expression.expression, path: first.text };
  return METHODS.test(node.expression.name.text) ? routeOf(node.expression.expression) : undefined;
};

const isFunction = (node: ts.Node): node is ts.ArrowFunction | ts.FunctionExpression => ts.isArrowFunction(node) || ts.isFunctionExpression(node);
const mayHandle = (node: ts.Expression): boolean =>
  isFunction(node) ||
  ts.isIdentifier(node) ||
  ts.isPropertyAccessExpression(node) ||
  (ts.isCallExpression(node) && node.arguments.some((each) => isFunction(each)));

/** A handler that is wrapped (`asyncHandler(async (req, res) => ...)`) is the function inside. */
const unwrapped = (node: ts.Expression): ts.Expression => {
  if (!ts.isCallExpression(node)) return node;
  return node.arguments.find((each) => isFunction(each)) ?? node;
};

const addresses = (node: ts.Expression): readonly string[] => {
  if (ts.isStringLiteralLike(node)) return [node.text];
  return ts.isArrayLiteralExpression(node) ? node.elements.filter(ts.isStringLiteralLike).map(({ text }) => text) : [];
};

const ofCall = (node: ts.CallExpression, routers: Routers): readonly Route[] => {
  const callee = node.expression;
  if (!ts.isPropertyAccessExpression(callee) || !METHODS.test(callee.name.text)) return [];
  const named = routeOf(callee.expression);
  const [first, ...rest] = node.arguments;
  const paths = named === undefined ? (first === undefined ? [] : addresses(first)) : [named.path];
  const handlers = (named === undefined ? rest : [...node.arguments])
    .flatMap((each) => (ts.isArrayLiteralExpression(each) ? [...each.elements] : [each]))
    .filter(mayHandle);
  if (paths.length === 0 || handlers.length === 0) return [];
  if (paths.some((path) => path !== '' && !/^[/*]/u.test(path))) return [];
  const last = handlers.at(-1);
  // A router that is hung up looks like a handler; it is none.
  if (callee.name.text === 'use' && last !== undefined && !isFunction(last)) return [];
  const base = routers.pathOf(named?.router ?? callee.expression);
  return paths.map((path) => ({
    path: plainAddress(`${base}/${path}`),
    base,
    handlers: handlers.map(unwrapped),
    style: 'request',
    site: siteOf(node),
  }));
};

/** The address of a file that is a function of Twilio, or of a server without servers: its path without what only says who may call it. */
const addressOfFile = (path: string): string => {
  const inside = /(?:^|\/)(?:functions|api|lambdas?|handlers)\/(.*)$/u.exec(path)?.[1] ?? path.slice(path.lastIndexOf('/') + 1);
  return plainAddress(
    inside
      .replace(/\.[cm]?[jt]s$/u, '')
      .replace(/\.(?:protected|private)$/u, '')
      .replace(/(?:^|\/)index$/u, ''),
  );
};

/** The expression that a file exports under a name; a function stands for itself. */
const exportedFrom = (names: Names, file: ts.SourceFile, name: string): ts.Expression | undefined => {
  const meaning = names.exported(file, name);
  if (meaning?.is === 'function') return meaning.node.name ?? (meaning.node as unknown as ts.Expression);
  return meaning?.is === 'value' ? names.written(meaning) : undefined;
};

const NEXT_APP = /(?:^|\/)app\/((?:.*\/)?)route\.[cm]?[jt]sx?$/u;
const NEXT_PAGES = /(?:^|\/)pages\/(api\/.*)\.[cm]?[jt]sx?$/u;
const VERCEL = /(?:^|\/)(api\/.*)\.[cm]?[jt]s$/u;

const nextAddress = (path: string): string =>
  plainAddress(
    path
      .replace(/\([^)]*\)\//gu, '')
      .replace(/\[(?:\.\.\.)?([^\]]+)\]/gu, ':$1')
      .replace(/(?:^|\/)index$/u, ''),
  );

/** Handlers that are found by the path of their file. */
const ofFile = (names: Names, file: ts.SourceFile): readonly Route[] => {
  const path = file.fileName;
  const made = (address: string, handler: ts.Expression | undefined, style: Route['style']): readonly Route[] =>
    handler === undefined ? [] : [{ path: address, base: '', handlers: [unwrapped(handler)], style, site: siteOf(handler) }];
  const app = NEXT_APP.exec(path)?.[1];
  if (app !== undefined) return ['POST', 'GET'].flatMap((method) => made(nextAddress(app), exportedFrom(names, file, method), 'request')).slice(0, 1);
  const handler = exportedFrom(names, file, 'handler');
  if (handler !== undefined) return made(addressOfFile(path), handler, isTwilioFunction(handler) ? 'function' : 'request');
  const page = NEXT_PAGES.exec(path)?.[1] ?? VERCEL.exec(path)?.[1];
  const only = page === undefined ? undefined : exportedFrom(names, file, 'default');
  return page === undefined || only === undefined || ts.isObjectLiteralExpression(only) ? [] : made(nextAddress(page), only, 'request');
};

/** Functions of Twilio are called with a context, an event and a callback. */
const isTwilioFunction = (node: ts.Expression): boolean => {
  const parameters = isFunction(node)
    ? node.parameters
    : ts.isIdentifier(node) && ts.isFunctionDeclaration(node.parent)
      ? node.parent.parameters
      : [];
  const [first] = parameters;
  return parameters.length >= 3 || (first !== undefined && first.name.getText() === 'context');
};

/** `exports.voice = functions.https.onRequest((req, res) => ...)`. */
const ofCloud = (names: Names, file: ts.SourceFile): readonly Route[] =>
  [...names.exportsOf(file).named.keys()].flatMap((name): readonly Route[] => {
    const expression = exportedFrom(names, file, name);
    if (expression === undefined || !ts.isCallExpression(expression) || !/onRequest$|\bhttp$/u.test(expression.expression.getText())) return [];
    const handler = expression.arguments.find((each) => isFunction(each));
    return handler === undefined ? [] : [{ path: plainAddress(name), base: '', handlers: [handler], style: 'request', site: siteOf(handler) }];
  });

const CONTROLLER = /^(?:Controller)$/u;

const decorated = (node: ts.Node, names: RegExp): ts.CallExpression | undefined => {
  const decorators = ts.canHaveDecorators(node) ? (ts.getDecorators(node) ?? []) : [];
  for (const { expression } of decorators) if (ts.isCallExpression(expression) && names.test(expression.expression.getText())) return expression;
  return undefined;
};

const pathIn = (node: ts.CallExpression): string => {
  const [first] = node.arguments;
  return first !== undefined && ts.isStringLiteralLike(first) ? first.text : '';
};

/** Methods of controllers: `@Controller('voice')`, `@Post('menu')`. */
const ofController = (node: ts.ClassDeclaration): readonly Route[] => {
  const controller = decorated(node, CONTROLLER);
  if (controller === undefined) return [];
  const base = plainAddress(pathIn(controller));
  return node.members.flatMap((member): readonly Route[] => {
    const method = ts.isMethodDeclaration(member) ? decorated(member, /^(?:Post|Get|All)$/u) : undefined;
    if (method === undefined) return [];
    return [
      {
        path: plainAddress(`${base}/${pathIn(method)}`),
        base,
        handlers: [member as unknown as ts.Expression],
        style: 'request',
        site: siteOf(member),
      },
    ];
  });
};

/** All routes in these files of a project. */
export const routesOf = (names: Names, files: readonly ts.SourceFile[]): readonly Route[] => {
  const routers = new Routers(names);
  const calls: ts.CallExpression[] = [];
  const routes: Route[] = [];
  for (const file of files) {
    walk(file, (node) => {
      if (ts.isCallExpression(node)) {
        calls.push(node);
        routers.note(node);
      } else if (ts.isClassDeclaration(node)) routes.push(...ofController(node));
      return true;
    });
    routes.push(...ofFile(names, file), ...ofCloud(names, file));
  }
  for (const call of calls) routes.push(...ofCall(call, routers));
  return routes;
};
