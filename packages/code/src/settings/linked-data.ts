import { ts } from 'ts-morph';
import type { PhoneCandidate } from '@carelint/core/model';
import { linkedData, type LinkedData } from '@carelint/core/values';
import { walk } from '../project/walk.js';
import type { Literal } from './literal.js';
import { placeIn } from './place.js';
import { Plain, spotOfPart } from './plain.js';
import type { LiteralReader } from './read-literal.js';

/** More blocks of a file than this are generated. */
const MOST = 200;

const isContext = (property: ts.ObjectLiteralElementLike): boolean =>
  ts.isPropertyAssignment(property) && ts.isStringLiteralLike(property.name) && property.name.text === '@context';

/** Whether a context is that of schema.org; others describe other things in the same syntax. */
const isSchemaOrg = (context: Literal | undefined): boolean => {
  if (context?.is === 'leaf') return String(context.value).includes('schema.org');
  if (context?.is === 'list') return context.items.some(isSchemaOrg);
  return context?.is === 'map' && isSchemaOrg(context.entries.get('@vocab'));
};

const ofObject = (literal: Literal, path: string): readonly LinkedData[] => {
  if (literal.is !== 'map' || !isSchemaOrg(literal.entries.get('@context'))) return [];
  const plain = new Plain(literal);
  return linkedData(plain.value, (object, telephone) => {
    const origin = plain.originOf(object) ?? literal;
    if (telephone === undefined || origin.is !== 'map') return placeIn(path, { ...origin.spot, end: origin.spot.start + 1 });
    const own = origin.entries.get('telephone');
    return placeIn(path, own === undefined ? origin.spot : spotOfPart(own, telephone));
  });
};

/** JSON-LD that is written as a text. */
const ofText = (literal: Literal, path: string): readonly LinkedData[] => {
  if (literal.is !== 'leaf' || typeof literal.value !== 'string' || !literal.value.includes('schema.org')) return [];
  let value: unknown;
  try {
    value = JSON.parse(literal.value) as unknown;
  } catch {
    return [];
  }
  return linkedData(value, (_object, telephone) => placeIn(path, telephone === undefined ? literal.spot : spotOfPart(literal, telephone)));
};

/** What the data for search engines in a file say of organisations. */
export interface LinkedDataOfFile {
  readonly objects: readonly Readonly<Record<string, unknown>>[];
  readonly phones: readonly PhoneCandidate[];
}

/** All data for search engines in a file, wherever it is written: objects, and texts in JSON. */
export const linkedDataIn = (file: ts.SourceFile, reader: LiteralReader): LinkedDataOfFile => {
  const found: LinkedData[] = [];
  const { text } = file;
  if (!text.includes('@context')) return { objects: [], phones: [] };
  let left = MOST;
  walk(file, (node) => {
    if (ts.isObjectLiteralExpression(node) && node.properties.some(isContext)) {
      if (left-- > 0) found.push(...ofObject(reader.readOwn(node), file.fileName));
      return false;
    }
    if ((ts.isStringLiteralLike(node) || ts.isTemplateExpression(node)) && text.slice(node.pos, node.end).includes('"@context"')) {
      if (left-- > 0) found.push(...ofText(reader.read(node), file.fileName));
      return false;
    }
    return true;
  });
  return { objects: found.flatMap(({ object }) => (object === undefined ? [] : [object])), phones: found.flatMap(({ phones }) => phones) };
};
