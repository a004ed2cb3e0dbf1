import type { ParserServicesWithTypeInformation, TSESLint, TSESTree } from '@typescript-eslint/utils';

/** What of the compiler's types is used here. */
interface Type {
  readonly value?: unknown;
  readonly types?: readonly Type[];
}

/** More literals than this in one type say nothing about a place. */
const MOST = 8;

const literalsOf = (type: Type): readonly string[] =>
  typeof type.value === 'string' ? [type.value] : (type.types ?? []).length > MOST ? [] : (type.types ?? []).flatMap(literalsOf);

/** The texts that the type of an expression allows, where the parser was given types and each of them is a literal; else none. */
export const typedTexts = (node: TSESTree.Node, source: Readonly<TSESLint.SourceCode>): readonly string[] => {
  const services = source.parserServices as Partial<ParserServicesWithTypeInformation> | undefined;
  if (!services?.program || services.getTypeAtLocation === undefined) return [];
  const type = services.getTypeAtLocation(node) as Type;
  const texts = literalsOf(type);
  const members = type.types?.length ?? 1;
  return texts.length === members ? texts : [];
};
