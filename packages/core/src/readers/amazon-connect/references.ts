import type { Reference } from '../../model/step.js';
import { textOf } from '../../source/values.js';

/** What a placeholder of the surrounding template stands for. */
export type Placeholders = ReadonlyMap<string, string>;

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/iu;
const PLACEHOLDER = /^\$?\$\{([^}]*)\}$|^\{\{([^}]*)\}\}$|^<%=?([^%]*)%>$|^%([A-Za-z]\w*)%$|^__([A-Z][A-Z\d_]*)__$/u;

/** What stands inside a placeholder, whatever its marks. */
const innerOf = (match: RegExpExecArray): string => match.slice(1).find((group: string | undefined) => group !== undefined) ?? '';

const STAND_IN = /^(?:REPLACE|CHANGE|TODO|ENTER|INSERT|YOUR|<|\*\*)|PLACEHOLDER/iu;
/** Parts of a placeholder that name a kind of thing, not the thing. */
const KINDS = new Set([
  'contactflow',
  'contactflows',
  'contact_flow',
  'contact_flows',
  'flow',
  'flows',
  'module',
  'modules',
  'contact_flow_module',
  'flowmodules',
  'arn',
  'id',
  'contactflowarn',
  'contactflowid',
  'contact_flow_arn',
  'contact_flow_id',
  'contactflowmodulearn',
  'contact_flow_ids',
  'aws_connect_contact_flow',
  'aws_connect_contact_flow_module',
  'data',
  'var',
  'local',
  'ref',
  'outputs',
  'connect',
]);

/** The name that a placeholder such as `{{contactFlows.Main.arn}}` or `MainFlowArn` carries. */
const namesIn = (inner: string): readonly string[] => {
  const parts = inner
    .split(/[.[\]"':]+/u)
    .map((part) => part.trim())
    .filter((part) => part !== '' && !KINDS.has(part.toLowerCase()));
  const name = parts.findLast((part) => part.length > 2) ?? parts.at(-1);
  if (name === undefined) return [];
  const bare = name.replace(/[_-]?(?:contact[_-]?flow)?[_-]?(?:arn|id)$/iu, '');
  return bare === '' || bare === name ? [name] : [name, bare];
};

/** The keys under which a flow of that name may be known, best first. */
const nameKeys = (name: string): readonly string[] => {
  const lower = name.trim().toLowerCase();
  return lower === '' ? [] : [`connect:name:${lower}`, `connect:file:${lower}`];
};

/** The keys of an ARN or an id. */
export const idKeys = (value: string): readonly string[] => {
  const out: string[] = [];
  const lower = value.toLowerCase().replace(/:\$?[a-z]+$/u, '');
  if (lower.startsWith('arn:')) out.push(`connect:arn:${lower}`);
  const id = UUID.exec(lower.slice(lower.lastIndexOf('/') + 1))?.[0];
  if (id !== undefined) out.push(`connect:id:${id}`);
  return out;
};

const ofPlaceholder = (inner: string, placeholders: Placeholders): { keys: readonly string[]; label: string } | undefined => {
  const stands = placeholders.get(inner.trim());
  if (stands !== undefined) {
    const ids = idKeys(stands);
    return { keys: [...ids, ...nameKeys(stands)], label: stands };
  }
  const names = namesIn(inner);
  return names.length === 0 ? undefined : { keys: names.flatMap(nameKeys), label: names.at(-1) ?? inner };
};

/** Who is meant by the value of a flow parameter. `shown` is the name that the console kept beside it. */
export const referenceTo = (as: Reference['as'], value: unknown, shown: string | undefined, placeholders: Placeholders): Reference => {
  const text = textOf(value);
  const named = shown === undefined ? [] : nameKeys(shown);
  if (text === undefined) {
    if (shown !== undefined) return { as, keys: named, label: shown };
    return { as, keys: [], label: 'a flow that is not chosen', dynamic: 'no flow has been chosen there' };
  }
  if (text.startsWith('$.')) return { as, keys: [], label: text, dynamic: `the flow is taken from ${text} when the call comes in` };
  const last = text.slice(text.lastIndexOf('/') + 1);
  const inner = PLACEHOLDER.exec(text) ?? PLACEHOLDER.exec(last);
  if (inner !== null) {
    const meant = ofPlaceholder(innerOf(inner), placeholders);
    if (meant !== undefined) return { as, keys: [...meant.keys, ...named], label: shown ?? meant.label };
    if (shown !== undefined) return { as, keys: named, label: shown };
    return { as, keys: [], label: text, dynamic: 'a placeholder stands in its place' };
  }
  const ids = idKeys(text);
  if (ids.length > 0) return { as, keys: [...ids, ...named], label: shown ?? `flow ${(UUID.exec(last)?.[0] ?? '').slice(0, 8)}…` };
  if (STAND_IN.test(text) && shown === undefined)
    return { as, keys: nameKeys(text), label: text, dynamic: `a stand-in ("${text.slice(0, 40)}") is written in its place` };
  return { as, keys: [...nameKeys(last), ...named], label: shown ?? last };
};

/** A queue's or function's name out of an ARN, a placeholder or a plain name; never an id or an account number. */
export const plainName = (value: unknown, shown?: string): string | undefined => {
  if (shown !== undefined) return shown;
  const text = textOf(value);
  if (text === undefined || text.startsWith('$')) return undefined;
  const inner = PLACEHOLDER.exec(text);
  if (inner !== null) return namesIn(innerOf(inner)).at(-1);
  if (text.startsWith('arn:')) {
    const parts = text.split(/[:/]/u);
    const at = parts.indexOf('function');
    const name = at === -1 ? parts.at(-1) : parts[at + 1];
    return name === undefined || UUID.test(name) || /^\d*$/u.test(name) || PLACEHOLDER.test(name) ? undefined : name;
  }
  return UUID.test(text) ? undefined : text;
};
