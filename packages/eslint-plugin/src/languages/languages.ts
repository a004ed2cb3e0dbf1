import path from 'node:path';
import type { File, Language, LanguageContext } from '@eslint/core';
import { loadEngine } from './load-engine.js';
import type { FlowDocument, ParsedFlow } from './read.js';
import type { FlowSourceCode } from './source-code.js';

/** Options of the languages: `assume` are the facts outside the files, as in the config of the command. */
export interface FlowLanguageOptions extends Record<string, unknown> {
  assume?: Record<string, unknown>;
}

type FlowLanguage = Language<{ LangOptions: FlowLanguageOptions; Code: FlowSourceCode; RootNode: FlowDocument; Node: FlowDocument }>;

/** A path as the command tells it: readers know some formats by the folders they lie in. */
const shownPath = (file: string): string => (path.isAbsolute(file) ? path.relative(process.cwd(), file) : file).split(path.sep).join('/');

const textOf = ({ body }: File): string => (typeof body === 'string' ? body : new TextDecoder().decode(body));

const assumed = ({ languageOptions: { assume } }: LanguageContext<FlowLanguageOptions>): Record<string, unknown> => assume ?? {};

/** One language for both names: what a file holds is told by its text, as everywhere in carelint. */
const language: FlowLanguage = {
  fileType: 'text',
  lineStart: 1,
  columnStart: 1,
  nodeTypeKey: 'type',
  visitorKeys: { FlowDocument: [] },
  // Rules for code that are on for all files look into these.
  defaultLanguageOptions: { parserOptions: {} },
  validateLanguageOptions: ({ assume }: Record<string, unknown>) => {
    // Options of other languages come along with configs that are for all files.
    if (assume !== undefined && (typeof assume !== 'object' || assume === null || Array.isArray(assume)))
      throw new TypeError('Key "assume": Expected an object of facts, such as { country: "DE" }.');
  },
  parse: (file) => loadEngine().parseFlow({ path: shownPath(file.path), text: textOf(file) }, file.physicalPath),
  createSourceCode: (_file, parsed, context) => {
    const { FlowSourceCode: SourceCode } = loadEngine();
    const { flow, ast } = parsed as Extract<ParsedFlow, { ok: true }>;
    return new SourceCode(flow, ast, assumed(context));
  },
};

/** The languages of the plugin, by name. */
export const languages = { yaml: language, json: { ...language } } satisfies Record<string, FlowLanguage>;
