type Map = Readonly<Record<string, unknown>>;
const isMap = (value: unknown): value is Map => typeof value === 'object' && value !== null && !Array.isArray(value);
const plain = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));
const either = (parts: readonly string[]): string =>
  parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} or ${parts.at(-1) ?? ''}`;
const all = (parts: readonly string[]): string => (parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1) ?? ''}`);

const SCHEMA_WORDS: Readonly<Record<string, (value: unknown) => string>> = {
  const: (value) => `is ${plain(value)}`,
  enum: (value) => `is ${either((value as unknown[]).map(plain))}`,
  minimum: (value) => `is at least ${plain(value)}`,
  maximum: (value) => `is at most ${plain(value)}`,
  exclusiveMinimum: (value) => `is more than ${plain(value)}`,
  exclusiveMaximum: (value) => `is less than ${plain(value)}`,
  contains: (value) => `holds one that ${schema(value)}`,
  required: (value) => `has ${all((value as unknown[]).map(plain))}`,
  pattern: (value) => `matches /${plain(value)}/`,
  type: (value) => `is of type ${plain(value)}`,
  maxItems: (value) => (value === 0 ? 'is empty' : `has at most ${plain(value)} entries`),
  minItems: (value) => `has at least ${plain(value)} ${value === 1 ? 'entry' : 'entries'}`,
  not: (value) => `is not so that it ${schema(value)}`,
};

/** A JSON Schema as the end of a sentence: `is at most 3`. What has no words is shown as it is. */
const schema = (value: unknown): string => {
  if (!isMap(value)) return `is ${plain(value)}`;
  const words = Object.entries(value).map(([keyword, operand]) => SCHEMA_WORDS[keyword]?.(operand) ?? `${keyword} ${plain(operand)}`);
  return words.length === 0 ? 'is there' : all(words);
};

const fields = (value: unknown): string =>
  isMap(value) ? all(Object.entries(value).map(([field, test]) => `its ${field} ${schema(test)}`)) : plain(value);
const sayings = (value: unknown): string => either((Array.isArray(value) ? value : [value]).map((set: unknown) => `“${plain(set)}”`));

/** A step pattern in words. */
export const pattern = (value: unknown): string => {
  if (Array.isArray(value)) return either(value.map(pattern));
  if (!isMap(value)) return plain(value);
  const { kind, with: having, says, not, same, offers } = value;
  const parts = [
    ...(having === undefined ? [] : [`where ${fields(having)}`]),
    ...(says === undefined ? [] : [`that says ${sayings(says)}`]),
    ...(same === undefined ? [] : [`with the same ${plain(same)} as the first step`]),
    ...(offers === undefined ? [] : [`that offers ${pattern(offers)}`]),
    ...(not === undefined ? [] : [`but not ${pattern(not)}`]),
  ];
  return [kind === undefined || kind === 'any' ? 'any step' : pattern(kind), ...parts].join(' ');
};

/** An edge pattern in words. */
const edges = (value: unknown): string => {
  if (Array.isArray(value)) return either(value.map(edges));
  if (!isMap(value)) return plain(value);
  const { on, of, says, not } = value;
  return [
    on === undefined ? 'any way' : edges(on),
    ...(of === undefined ? [] : [`of ${pattern(of)}`]),
    ...(says === undefined ? [] : [`with words of ${sayings(says)}`]),
    ...(not === undefined ? [] : [`but not ${edges(not)}`]),
  ].join(' ');
};

const bound = (value: unknown): string => (isMap(value) ? all(Object.entries(value).map(([unit, most]) => `${plain(most)} ${unit}`)) : plain(value));

const path = (value: unknown): string => {
  if (!isMap(value)) return plain(value);
  const { from, 'leaving-by': leaving, along, through, to, avoiding, within, times } = value;
  return [
    `from ${pattern(from)}`,
    ...(leaving === undefined ? [] : [`left by ${edges(leaving)}`]),
    ...(along === undefined ? [] : [`going on by ${edges(along)}`]),
    ...(through === undefined ? [] : [`passing ${pattern(through)}${times === undefined ? '' : ` ${plain(times)} times`}`]),
    `to ${pattern(to)}`,
    ...(avoiding === undefined ? [] : [`without meeting ${pattern(avoiding)}`]),
    ...(within === undefined ? [] : [`within ${bound(within)}`]),
  ].join(', ');
};

const loop = (value: unknown): string => {
  if (!isMap(value)) return plain(value);
  const { through, along, avoiding } = value;
  return [
    `round through ${pattern(through)}`,
    ...(along === undefined ? [] : [`going by ${edges(along)}`]),
    ...(avoiding === undefined ? [] : [`without meeting ${pattern(avoiding)}`]),
  ].join(', ');
};

const text = (value: unknown): string => {
  if (!isMap(value)) return plain(value);
  const { says, with: having, not, avoiding } = value;
  return [
    `words of ${sayings(says)}`,
    ...(having === undefined ? [] : [`where ${fields(having)}`]),
    ...(isMap(not) && not['says'] !== undefined ? [`but not of ${sayings(not['says'])}`] : []),
    ...(avoiding === undefined ? [] : [`not followed by ${sayings(avoiding)}`]),
  ].join(' ');
};

const timed = (value: unknown): string => (isMap(value) && value['times'] !== undefined ? `${plain(value['times'])} times ` : '');
const valueAt = (value: unknown): string =>
  isMap(value) ? `a value at ${plain(value['at'])}${value['matches'] === undefined ? '' : ` that ${schema(value['matches'])}`}` : plain(value);
const longer = (value: unknown): string =>
  isMap(value)
    ? `that the way ${path(value['path'])} takes more than ${bound(value['by'])} longer than the way ${path(value['than'])}`
    : plain(value);

const WORDS: Readonly<Record<string, { readonly forbid: (value: unknown) => string; readonly require: (value: unknown) => string }>> = {
  path: { forbid: (value) => `There is no way ${path(value)}.`, require: (value) => `There is a way ${path(value)}.` },
  loop: { forbid: (value) => `There is no way ${loop(value)}.`, require: (value) => `There is a way ${loop(value)}.` },
  step: { forbid: (value) => `There is not ${timed(value)}${pattern(value)}.`, require: (value) => `There is ${timed(value)}${pattern(value)}.` },
  value: { forbid: (value) => `There is not ${valueAt(value)}.`, require: (value) => `There is ${timed(value)}${valueAt(value)}.` },
  text: { forbid: (value) => `Nobody hears or reads ${text(value)}.`, require: (value) => `Somebody hears or reads ${text(value)}.` },
  longer: { forbid: (value) => `It must not be ${longer(value)}.`, require: (value) => `It must be ${longer(value)}.` },
};

const assertions = (value: unknown, sense: 'forbid' | 'require'): readonly string[] =>
  (Array.isArray(value) ? value : value === undefined ? [] : [value]).flatMap((assertion: unknown) =>
    isMap(assertion) ? Object.entries(assertion).map(([name, body]) => WORDS[name]?.[sense](body) ?? `${sense} ${name}: ${plain(body)}`) : [],
  );

/** What must hold, in sentences: the assertions of a rule as somebody would say them. */
export const condition = (rule: unknown): readonly string[] => {
  if (!isMap(rule)) return [];
  const sentences = [...assertions(rule['forbid'], 'forbid'), ...assertions(rule['require'], 'require')];
  return typeof rule['check'] === 'string' ? [...sentences, `Judged by the check \`${rule['check']}\`.`] : sentences;
};
