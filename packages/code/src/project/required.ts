import { ts } from 'ts-morph';
import { walk } from './walk.js';

/** `x` of `require('x')` and `import('x')`. */
export const requiredBy = (node: ts.Node): string | undefined => {
  if (!ts.isCallExpression(node)) return undefined;
  const isRequire = ts.isIdentifier(node.expression) && node.expression.text === 'require';
  const [named] = node.arguments;
  const loads = isRequire || node.expression.kind === ts.SyntaxKind.ImportKeyword;
  return loads && named !== undefined && ts.isStringLiteralLike(named) ? named.text : undefined;
};

/** All modules that a file asks for, as it names them, wherever that stands in it. */
export const modulesNamedIn = (file: ts.SourceFile): readonly string[] => {
  const named = new Set<string>();
  walk(file, (node) => {
    const specifier =
      ts.isImportDeclaration(node) || ts.isExportDeclaration(node)
        ? node.moduleSpecifier
        : ts.isExternalModuleReference(node)
          ? node.expression
          : undefined;
    const name = specifier !== undefined && ts.isStringLiteral(specifier) ? specifier.text : requiredBy(node);
    if (name !== undefined) named.add(name);
    return true;
  });
  return [...named];
};
