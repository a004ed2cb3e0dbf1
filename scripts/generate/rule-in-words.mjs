// The assertions of a rule in a sentence each: enough to read the YAML beside it with understanding, not to replace it.

const isMap = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);
const list = (value) => (value === undefined ? [] : [value].flat());
const either = (parts) => (parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} or ${parts.at(-1)}`);
const code = (name) => `\`${name}\``;
const unique = (parts) => [...new Set(parts)];
const anyOf = (value, of) => either(unique(list(value).map(of)));

/** A number, or an option with its default. */
const amount = (value, options) =>
  typeof value === 'string' && value.startsWith('$')
    ? `${code(value.slice(1))} (${JSON.stringify(options?.[value.slice(1)]?.default)})`
    : String(value);

const step = (value) => anyOf(value, (one) => (isMap(one) ? stepBlock(one) : one === 'any' ? 'any step' : code(one)));

const fieldsAre = (fields, is) => `whose ${Object.keys(fields).map(code).join(' and ')} ${Object.keys(fields).length === 1 ? 'is' : 'are'} ${is}`;
const isOnlyWith = (pattern) => isMap(pattern) && Object.keys(pattern).join() === 'with';
const denied = (pattern) =>
  isOnlyWith(pattern) ? fieldsAre(pattern.with, 'not as below') : `that is not ${step(pattern).replaceAll('any step', 'one')}`;

/** Conditions stand after what is meant: `menu` that offers `help` and that is not `language-menu`. */
const stepBlock = ({ kind, with: fields, says, not, same, offers }) => {
  const conditions = [
    ...(fields === undefined ? [] : [fieldsAre(fields, 'as below')]),
    ...(says === undefined ? [] : [`that says ${anyOf(says, code)}`]),
    ...(offers === undefined ? [] : [`that offers ${step(offers)}`]),
    ...(same === undefined ? [] : [`with the same ${code(same)}`]),
    ...(not === undefined ? [] : [denied(not)]),
  ];
  return [kind === undefined || kind === 'any' ? 'any step' : anyOf(kind, code), conditions.join(' and ')].filter(Boolean).join(' ');
};

const edge = (value) => anyOf(value, (one) => (isMap(one) ? edgeBlock(one) : code(one)));
const edgeBlock = ({ on, of, says, not }) =>
  [
    on === undefined ? 'any edge' : anyOf(on, code),
    ...(of === undefined ? [] : [`of ${step(of)}`]),
    ...(says === undefined ? [] : [`that says ${anyOf(says, code)}`]),
    ...(not === undefined ? [] : [`but ${edge(not)}`]),
  ].join(' ');

const bound = (within, options) => {
  const [[unit, most]] = Object.entries(within);
  return `within ${amount(most, options)} ${code(unit)}`;
};

/** The edges that may be gone along. */
const only = (along) => `only ${edge(along)} count${list(along).length === 1 ? 's' : ''}`;

const way = ({ through, times, to, avoiding, within, along }, options) =>
  [
    ...(through === undefined ? [] : [`through ${times === undefined ? '' : `${amount(times, options)} different steps of `}${step(through)}`]),
    `to ${step(to)}`,
    ...(avoiding === undefined ? [] : [`without meeting ${step(avoiding)}`]),
    ...(within === undefined ? [] : [bound(within, options)]),
    ...(along === undefined ? [] : [`(on the way ${only(along)})`]),
  ].join(' ');

const left = (path) => (path['leaving-by'] === undefined ? '' : `, left by ${edge(path['leaving-by'])},`);

const FORBIDDEN = {
  step: ({ times, ...pattern }, options) =>
    times === undefined
      ? `No step that can be reached may be ${step(pattern)}.`
      : `Fewer than ${amount(times, options)} steps may be ${step(pattern)}.`,
  path: (path, options) => `No way may lead from ${step(path.from)}${left(path)} ${way(path, options)}.`,
  loop: ({ through, avoiding, along }) =>
    `No way may lead round and back through ${step(through)}${avoiding === undefined ? '' : ` without meeting ${step(avoiding)}`}${along === undefined ? '' : ` (${only(along)})`}.`,
  longer: ({ path, than, by }, options) =>
    `The shortest way from ${step(path.from)} ${way(path, options)} may not be longer than the one from ${step(than.from)} ${way(than, options)}, but for ${bound(by, options).replace('within ', '')}.`,
  value: ({ at, matches, times }, options) =>
    `${times === undefined ? 'No value' : `Fewer than ${amount(times, options)} values`} at ${code(at)} may be${matches === undefined ? ' there' : ' as below'}.`,
  text: ({ says, avoiding, within, times }, options) =>
    `${times === undefined ? 'Nobody' : `Fewer than ${amount(times, options)} times somebody`} may say ${anyOf(says, code)}${avoiding === undefined ? '' : `, unless ${anyOf(avoiding, (one) => (isMap(one) ? step(one) : code(one)))} comes within ${amount(within?.sentences ?? 3, options)} sentences`}.`,
};

const REQUIRED = {
  step: ({ times, ...pattern }, options) => `At least ${amount(times ?? 1, options)} step that can be reached must be ${step(pattern)}.`,
  path: (path, options) =>
    `From each ${step(path.from).replace(/^any step/u, 'step')}${path['leaving-by'] === undefined ? '' : ` that can be left by ${edge(path['leaving-by'])}`} a way must lead${path['leaving-by'] === undefined ? '' : ' by it'} ${way(path, options)}.`,
  value: ({ at, matches, times }, options) =>
    `${times === undefined ? 'Every value' : `At least ${amount(times, options)} values`} at ${code(at)} must be${matches === undefined ? ' there' : ' as below'}.`,
  text: ({ says, times }, options) =>
    `Somebody must say ${anyOf(says, code)}${times === undefined ? '' : `, ${amount(times, options)} times at least`}.`,
};

/** Options whose value is a pattern are told by their default; numbers keep their name. */
const withDefaults = (value, options) => {
  if (typeof value === 'string' && value.startsWith('$'))
    return typeof options?.[value.slice(1)]?.default === 'object' ? options[value.slice(1)].default : value;
  if (Array.isArray(value)) return value.map((part) => withDefaults(part, options));
  return isMap(value) ? Object.fromEntries(Object.entries(value).map(([key, part]) => [key, withDefaults(part, options)])) : value;
};

const one = (words, assertion, options) => {
  const [[name, raw]] = Object.entries(withDefaults(assertion, options));
  return words[name](name === 'step' && !isMap(raw) ? { kind: raw } : raw, options);
};

/** One sentence for each assertion of a rule. */
export const said = ({ forbid, require, check, options }) => [
  ...list(forbid).map((assertion) => one(FORBIDDEN, assertion, options)),
  ...list(require).map((assertion) => one(REQUIRED, assertion, options)),
  ...(check === undefined ? [] : [`What must hold is decided by code: the check ${code(check)}.`]),
];
