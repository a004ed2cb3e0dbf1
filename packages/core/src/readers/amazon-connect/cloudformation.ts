import type { Route } from '../../source/source.js';
import type { Placeholders } from './references.js';
import type { Values } from '../../source/values.js';
import { isMap, listOf, textOf } from '../../source/values.js';

/** A flow's content inside a template, found but not yet read. */
export interface FoundContent {
  /** The JSON of the flow as a string, or the flow itself. */
  readonly content: unknown;
  /** Leads to `content`. */
  readonly route: Route;
  readonly placeholders: Placeholders;
  /** Pieced together from parts: positions inside it mean nothing. */
  readonly joined?: boolean;
}

/** An intrinsic function, written short (`!Sub`: the YAML reader makes it a map with that key) or long (`Fn::Sub`). */
const call = (value: unknown, name: string): { readonly argument: unknown; readonly key: string } | undefined => {
  if (!isMap(value)) return undefined;
  for (const key of [`!${name}`, `Fn::${name}`, name]) if (Object.hasOwn(value, key)) return { argument: value[key], key };
  return undefined;
};

/** The resource or parameter that a value of a template names: `!Ref X`, `!GetAtt X.Arn`, `!ImportValue X`. */
const namedBy = (value: unknown): string | undefined => {
  if (typeof value === 'string') return value;
  const reference = call(value, 'Ref') ?? call(value, 'ImportValue');
  if (reference !== undefined) return textOf(reference.argument);
  const attribute = call(value, 'GetAtt');
  if (attribute === undefined) return undefined;
  return Array.isArray(attribute.argument) ? textOf((attribute.argument as readonly unknown[])[0]) : textOf(attribute.argument)?.split('.')[0];
};

/** The same, wherever it stands inside other functions: `!Select [1, !Split ["flow-module/", !Ref X]]`. */
const namedInside = (value: unknown, depth = 0): string | undefined => {
  if (typeof value === 'string' && depth === 0) return value;
  if (typeof value !== 'object' || value === null || depth > 6) return undefined;
  const here = namedBy(value);
  if (here !== undefined) return here;
  for (const each of Object.values(value as Record<string, unknown>)) {
    const found = namedInside(each, depth + 1);
    if (found !== undefined) return found;
  }
  return undefined;
};

/** Text out of a template: `!Sub` without its values, `!Join` with holes where a value is only known later. */
export const templateText = (value: unknown): string | undefined => {
  const plain = textOf(value);
  if (plain !== undefined) return plain;
  const sub = call(value, 'Sub');
  if (sub !== undefined) return textOf(Array.isArray(sub.argument) ? (sub.argument as readonly unknown[])[0] : sub.argument);
  const join = call(value, 'Join');
  if (join === undefined) return undefined;
  const [separator, parts] = listOf(join.argument);
  const between = typeof separator === 'string' ? separator : '';
  return listOf(parts)
    .map((part) => (typeof part === 'string' ? part : `\${${namedBy(part) ?? 'value'}}`))
    .join(between);
};

const NONE: Placeholders = new Map();

/** Finds the content of a flow behind the functions of the template language. */
export const contentOf = (value: unknown, route: Route): FoundContent | undefined => {
  if (typeof value === 'string') return { content: value, route, placeholders: NONE };
  const sub = call(value, 'Sub');
  if (sub !== undefined) {
    const list = Array.isArray(sub.argument) ? (sub.argument as readonly unknown[]) : undefined;
    const placeholders = new Map<string, string>();
    const given = list?.[1];
    if (isMap(given)) {
      for (const name in given) {
        const named = namedInside(given[name]);
        if (named !== undefined) placeholders.set(name, named);
      }
    }
    const at = [...route, sub.key];
    return list === undefined ? { content: sub.argument, route: at, placeholders } : { content: list[0], route: [...at, 0], placeholders };
  }
  if (call(value, 'Join') !== undefined) {
    const content = templateText(value);
    return content === undefined ? undefined : { content, route, placeholders: NONE, joined: true };
  }
  const json = call(value, 'ToJsonString');
  if (json !== undefined) return { content: json.argument, route: [...route, json.key], placeholders: NONE };
  return isMap(value) ? { content: value, route, placeholders: NONE } : undefined;
};

/** Resources of a template that are flows or modules. */
export const flowResources = (
  document: Values,
): readonly { readonly id: string; readonly isModule: boolean; readonly properties: Values; readonly route: Route }[] => {
  const resources = isMap(document.Resources) ? document.Resources : {};
  const out: { id: string; isModule: boolean; properties: Values; route: Route }[] = [];
  for (const id in resources) {
    const resource = resources[id];
    if (!isMap(resource) || !isMap(resource.Properties)) continue;
    const isModule = resource.Type === 'AWS::Connect::ContactFlowModule';
    if (!isModule && resource.Type !== 'AWS::Connect::ContactFlow') continue;
    out.push({ id, isModule, properties: resource.Properties, route: ['Resources', id, 'Properties'] });
  }
  return out;
};
