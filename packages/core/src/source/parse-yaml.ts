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

/** Parses YAML, if need be with its unquoted `{{placeholders}}` masked. Throws a YamlError. */
export const parseYaml = (text: string, keepMarks: boolean): YamlTree & { readonly syntax: Syntax } => {
  const hasBraces = text.includes('{{');
  let broken: YamlError | undefined;
  try {
    const events = yamlEvents(text);
    const braces = hasBraces ? doubleBraces(events, text) : [];
    if (braces.length === 0) return { ...buildTree(events, text, keepMarks), syntax: 'yaml' };
    const masked = maskAt(text, braces);
    return { ...buildTree(masked === text ? events : yamlEvents(masked), text, keepMarks), syntax: masked === text ? 'yaml' : 'template-yaml' };
  } catch (error) {
    if (!(error instanceof YamlError) || !hasBraces) throw error;
    broken = error;
  }
  try {
    const masked = text.replace(PLACEHOLDER, mask);
    if (masked !== text) return { ...buildTree(yamlEvents(masked), text, keepMarks), syntax: 'template-yaml' };
  } catch (error) {
    if (!(error instanceof YamlError)) throw error;
    // With all placeholders out of the way the place of the error is the true one.
    broken = error;
  }
  throw broken;
};
