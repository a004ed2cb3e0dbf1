import type { Syntax } from './source.js';
import { buildTree, doubleBraces, yamlEvents, YamlError } from './yaml-tree.js';
import type { YamlTree } from './yaml-tree.js';

const PLACEHOLDER = /\{\{\{[^{}\r\n]*\}\}\}|\{\{[^{}\r\n]*\}\}/gu;

/** Makes a placeholder one plain word of the same length. Its text is taken from the source later on. */
const mask = (placeholder: string): string => 'x'.repeat(placeholder.length);

/** Masks the placeholders that stand without quotes at these offsets. */
const maskAt = (text: string, offsets: readonly number[]): string => {
  const starts = new Set(offsets);
  return text.replace(PLACEHOLDER, (found, at: number) => (starts.has(at) ? mask(found) : found));
};

/** A closing bracket on a line of its own, with the line break (and a comment) before it. */
const LONE_BRACKET = /(?:[ \t]#[^\r\n"']*)?\r?\n[ \t]*(?=[\]}])/gu;

/**
 * Events of a text. Many people close a bracket in the column of its key, which YAML forbids and most software allows:
 * then the line breaks before such brackets become blanks. Every other character stays where it is.
 */
const eventsOf = (text: string): ReturnType<typeof yamlEvents> => {
  try {
    return yamlEvents(text);
  } catch (error) {
    if (!(error instanceof YamlError) || error.reason !== 'deficient indentation') throw error;
    const joined = text.replace(LONE_BRACKET, (found) => ' '.repeat(found.length));
    if (joined === text) throw error;
    try {
      return yamlEvents(joined);
    } catch (second) {
      // The first error is in the text as its author knows it.
      throw second instanceof YamlError ? error : second;
    }
  }
};

/** Parses YAML, if need be with its unquoted `{{placeholders}}` masked. Throws a YamlError. */
export const parseYaml = (text: string, keepMarks: boolean): YamlTree & { readonly syntax: Syntax } => {
  const hasBraces = text.includes('{{');
  let broken: YamlError | undefined;
  try {
    const events = eventsOf(text);
    const braces = hasBraces ? doubleBraces(events, text) : [];
    if (braces.length === 0) return { ...buildTree(events, text, keepMarks), syntax: 'yaml' };
    const masked = maskAt(text, braces);
    return { ...buildTree(masked === text ? events : eventsOf(masked), text, keepMarks), syntax: masked === text ? 'yaml' : 'template-yaml' };
  } catch (error) {
    if (!(error instanceof YamlError) || !hasBraces) throw error;
    broken = error;
  }
  try {
    const masked = text.replace(PLACEHOLDER, mask);
    if (masked !== text) return { ...buildTree(eventsOf(masked), text, keepMarks), syntax: 'template-yaml' };
  } catch (error) {
    if (!(error instanceof YamlError)) throw error;
    // With all placeholders out of the way the place of the error is the true one.
    broken = error;
  }
  throw broken;
};
