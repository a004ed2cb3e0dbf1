import { build } from 'esbuild';
import { HOME } from './house.js';

interface Parser {
  readonly parseAction: (
    file: { readonly name: string; readonly content: string },
    trace: unknown,
  ) => {
    readonly context: { readonly errors: { readonly getErrors: () => readonly { readonly message: string }[] } };
  };
  readonly NoOperationTraceWriter: new () => unknown;
}

/** GitHub's own parser. It imports JSON as bundlers do, and not as Node does. */
const loadParser = async (): Promise<Parser> => {
  const contents = `export { NoOperationTraceWriter } from '@actions/workflow-parser';
export { parseAction } from '@actions/workflow-parser/actions/action-parser';`;
  const banner = { js: `import { createRequire } from 'node:module'; const require = createRequire('file:///');` };
  const options = { bundle: true, format: 'esm', platform: 'node', write: false, banner, logLevel: 'silent' } as const;
  const { outputFiles } = await build({ stdin: { contents, resolveDir: HOME }, ...options });
  return (await import(`data:text/javascript;base64,${Buffer.from(outputFiles[0]!.contents).toString('base64')}`)) as Parser;
};

/** What is wrong with an action.yml, by the schema that GitHub itself uses. */
export const mistakesInAction = async (content: string): Promise<readonly string[]> => {
  const { parseAction, NoOperationTraceWriter } = await loadParser();
  const { context } = parseAction({ name: 'action.yml', content }, new NoOperationTraceWriter());
  return context.errors.getErrors().map(({ message }) => message);
};
