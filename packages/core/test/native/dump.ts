import type { Artefact, Utterance } from '../../src/model/artefact.js';
import type { Step } from '../../src/model/step.js';

const short = (value: unknown): string => {
  if (typeof value === 'object' && value !== null && 'unknown' in value) return `?(${String(value.unknown)})`;
  return typeof value === 'string' ? (/^[\w:./-]+$/u.test(value) ? value : JSON.stringify(value)) : JSON.stringify(value);
};

const words = ({ text, why, speaker, language, as, legal }: Utterance): string => {
  const marks = [speaker === 'system' ? '' : speaker, language ?? '', as ?? '', legal === true ? 'legal!' : '']
    .filter((mark) => mark !== '')
    .join(' ');
  return `    ${marks === '' ? '' : `(${marks}) `}${text === undefined ? `no words: ${why ?? ''}` : JSON.stringify(text)}`;
};

const stepLines = (step: Step, { edges, utterances }: Artefact): readonly string[] => {
  const data = Object.entries(step.data).map(([key, value]) => `${key}=${short(value)}`);
  const refers = (step.refers ?? []).map(({ as, keys, ifAny }) => `${as}->${keys.join('|')}${ifAny === true ? ' if any' : ''}`);
  return [
    `${step.id}  ${step.kind} ${JSON.stringify(step.label)}${data.length === 0 ? '' : ` {${data.join(', ')}}`}${refers.length === 0 ? '' : ` [${refers.join(', ')}]`}  @${step.route.join('.')}`,
    ...utterances.filter((utterance) => utterance.step === step.id).map(words),
    ...edges.filter(({ from }) => from === step.id).map(({ on, to, label }) => `  ${on}${label === undefined ? '' : ` (${label})`} -> ${to}`),
  ];
};

/** An artefact as text, for people to compare: one line a step, then its words, then its edges. */
export const dump = (artefact: Artefact): string => {
  const { kind, role, channel, id, name, keys, language, country } = artefact;
  const head = `${kind} ${id} ${JSON.stringify(name)} role=${role} channel=${channel ?? '-'} language=${language ?? '-'} country=${country ?? '-'} keys=${keys.join(',')} start=${artefact.start ?? '-'}`;
  return [head, ...artefact.steps.flatMap((step) => stepLines(step, artefact)), ''].join('\n');
};
