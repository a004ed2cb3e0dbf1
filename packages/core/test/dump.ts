import type { Artefact } from '../src/model/artefact.js';
import { isNotSeen } from '../src/model/step.js';
import type { Step } from '../src/model/step.js';

const value = (each: unknown): string => {
  if (isNotSeen(each)) return '?';
  return typeof each === 'string' ? each : JSON.stringify(each);
};

const dataOf = ({ data }: Step): string => {
  const fields = Object.entries(data).filter(([field]) => field !== 'name' || data.name !== undefined);
  return fields.length === 0 ? '' : ` {${fields.map(([field, each]) => `${field}: ${value(each)}`).join(', ')}}`;
};

const group = <T, K>(list: readonly T[], by: (each: T) => K): Map<K, T[]> => {
  const out = new Map<K, T[]>();
  for (const each of list) out.set(by(each), [...(out.get(by(each)) ?? []), each]);
  return out;
};

/** One artefact on few lines: what a person needs to see whether it was read rightly. */
export const dump = (artefact: Artefact): string => {
  const short = new Map(
    artefact.steps.map(({ id }, index) => [id, /^[\da-f]{8}-/u.test(id) ? `${id.slice(0, 8)}${id.slice(36)}` : id.length > 40 ? `#${index}` : id]),
  );
  const lines = [
    `${artefact.role} ${artefact.channel ?? '-'} "${artefact.name}" id=${artefact.id}${artefact.language === undefined ? '' : ` ${artefact.language}`}`,
    `  keys ${artefact.keys.join(' ')}`,
  ];
  const said = group(artefact.utterances, ({ step }) => step);
  const out = group(artefact.edges, ({ from }) => from);
  for (const step of artefact.steps) {
    const refers = (step.refers ?? [])
      .map(({ as, label, dynamic, keys }) => ` [${as} ${label}${dynamic === undefined ? ` = ${keys.join(' ')}` : `; dynamic: ${dynamic}`}]`)
      .join('');
    lines.push(`  ${short.get(step.id) ?? step.id} ${step.kind} "${step.label}"${dataOf(step)}${refers}`);
    for (const { text, why } of said.get(step.id) ?? [])
      lines.push(text === undefined ? `      says ? ${why ?? ''}` : `      says "${text.replace(/\s+/gu, ' ')}"`);
    for (const { to, on, label } of out.get(step.id) ?? [])
      lines.push(`      ${on}${label === undefined ? '' : ` (${label})`} -> ${short.get(to) ?? to}`);
  }
  return lines.join('\n');
};
