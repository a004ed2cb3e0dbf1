import type { MendPattern } from '../policy/rule.js';
import { parseYaml } from '../source/parse-yaml.js';
import { spanAt } from '../source/locate.js';
import type { Route, Source, Syntax } from '../source/source.js';
import { isMap } from '../source/values.js';
import { YamlError } from '../source/yaml-tree.js';
import { compilePattern } from '../words/pattern.js';
import type { Edit } from './edit.js';
import { leadingEdits, teamOf, type Leaving } from './native-flow.js';
import { attributeEdits } from './start-tag.js';
import { keyEdits, mapAt, type YamlGround } from './yaml-edits.js';

/** What a mend has to know of the finding. */
export interface Mendable {
  readonly source: Source;
  readonly syntax: Syntax;
  /** What the finding points at. */
  readonly route: Route;
  /** Kind of the document, and name of its reader. */
  readonly kind: string;
  readonly format: string;
  /** The way out of the first step, where there is a journey. */
  readonly leaving?: Leaving | undefined;
  /** The stations of the journey that lie in this file. */
  readonly stations?: readonly { readonly kind: string; readonly route: Route }[];
}

const NATIVE = 'native';

const textEdits = ({ is, begins, like, becomes }: NonNullable<MendPattern['text']>, finding: Mendable): readonly Edit[] | undefined => {
  const { start, end } = spanAt(finding.source, finding.syntax, finding.route);
  const written = finding.source.text.slice(start, end);
  if (like !== undefined && !compilePattern(like.slice(1, -1)).test(written)) return undefined;
  if (is !== undefined) return written === is ? [{ start, end, text: becomes }] : undefined;
  if (begins === undefined || !written.startsWith(begins)) return undefined;
  return [{ start, end: start + begins.length, text: becomes }];
};

/** The text with its tree; the last one is remembered, since many findings of one file ask in a row. */
let last: { readonly text: string; readonly ground: YamlGround | undefined } | undefined;

const groundOf = (text: string): YamlGround | undefined => {
  if (last?.text === text) return last.ground;
  let ground: YamlGround | undefined;
  try {
    const tree = parseYaml(text, true);
    // Placeholders and a second document are not what they seem.
    ground = tree.syntax === 'yaml' && tree.second === undefined && tree.duplicates.length === 0 ? { text, tree } : undefined;
  } catch (error) {
    if (!(error instanceof YamlError)) throw error;
  }
  last = { text, ground };
  return ground;
};

const filled = (value: unknown, team: string): unknown => {
  if (typeof value === 'string') return value.replaceAll('{team}', team);
  if (Array.isArray(value)) return value.map((item) => filled(item, team));
  return isMap(value) ? Object.fromEntries(Object.entries(value).map(([key, held]) => [key, filled(held, team)])) : value;
};

const nativeEdits = (pattern: MendPattern, { source, syntax, route, kind, leaving }: Mendable): readonly Edit[] | undefined => {
  const ground = syntax === 'yaml' ? groundOf(source.text) : undefined;
  const map = ground === undefined ? undefined : mapAt(ground, route);
  if (ground === undefined || map === undefined || !isMap(ground.tree.value)) return undefined;
  const keys = filled(pattern.keys ?? {}, teamOf(ground.tree.value)) as Readonly<Record<string, unknown>>;
  const help = pattern['lead-to'];
  if (help === undefined) return keyEdits(ground, map, keys);
  if (kind !== 'flow' || leaving === undefined) return undefined;
  return leadingEdits(ground, { map, route }, help, leaving, keys);
};

/** The edits by which a pattern mends a finding; undefined where it does not fit what is written there. */
export const editsOf = (pattern: MendPattern, finding: Mendable): readonly Edit[] | undefined => {
  if (pattern.in !== undefined && ![pattern.in].flat().includes(finding.kind)) return undefined;
  if (pattern.text !== undefined) return textEdits(pattern.text, finding);
  if (pattern.attribute !== undefined) {
    if (finding.format !== 'html') return undefined;
    const { start } = spanAt(finding.source, finding.syntax, finding.route);
    return attributeEdits(finding.source.text, start, pattern.attribute);
  }
  if (finding.format !== NATIVE) return undefined;
  if (pattern.at === undefined) return nativeEdits(pattern, finding);
  const station = finding.stations?.find(({ kind }) => kind === pattern.at);
  return station === undefined ? undefined : nativeEdits(pattern, { ...finding, route: station.route });
};
