import { shorten, type Station, type StepKind } from '@carelint/core';
import { oneLine } from '../report/told.js';
import { numbersAt, stationNumbers, type Picture, type PictureNode, type Walk } from './picture.js';

/** What GitHub and Mermaid draw at most by default is 50,000 characters and 500 lines. */
const MOST_CHARACTERS = 49_000;
const MOST_LINES = 480;
const LONGEST = 90;

/** A text for a quoted label: whatever means something to Mermaid, Markdown or HTML is told by its number. */
const label = (text: string): string =>
  shorten(oneLine(text), LONGEST).replace(/[^\p{L}\p{N}\p{M} .,:?!/’“”…–()⟨⟩-]/gu, (char) => `#${char.codePointAt(0) ?? 32};`);

const BRACKETS: Readonly<Partial<Record<StepKind | 'more', readonly [string, string]>>> = {
  start: ['([', '])'],
  end: ['([', '])'],
  say: ['(', ')'],
  callback: ['(', ')'],
  voicemail: ['(', ')'],
  menu: ['{{', '}}'],
  verify: ['{{', '}}'],
  ask: ['[/', '/]'],
  survey: ['[/', '/]'],
  queue: ['[\\', '/]'],
  call: ['[[', ']]'],
  return: ['[[', ']]'],
};

const nodeLine = ({ id, kind, caption, text }: Pick<PictureNode, 'id' | 'kind' | 'caption' | 'text'>, numbers: readonly number[]): string => {
  const [open, close] = BRACKETS[kind] ?? ['[', ']'];
  const marks = numbers.length === 0 ? '' : `${numbers.join(', ')} – `;
  return `${id}${open}"${label(`${marks}${caption}${text === '' ? '' : `: ${text}`}`)}"${close}`;
};

const MARKED = 'classDef marked stroke:#b3261e,stroke-width:4px';

/** A picture in Mermaid, with a journey marked in it. Undefined where it is larger than Mermaid draws. */
export const renderMermaid = ({ nodes, edges, groups }: Picture, walk: Walk | undefined): string | undefined => {
  const numbers = walk === undefined ? new Map<string, readonly number[]>() : numbersAt(walk);
  const line = (node: PictureNode): string => `  ${nodeLine(node, numbers.get(node.id) ?? [])}`;
  const body =
    groups.length < 2
      ? nodes.map(line)
      : groups.flatMap(({ name }, index) => [
          `  subgraph g${index}["${label(name)}"]`,
          ...nodes.filter(({ group }) => group === index).map((node) => `  ${line(node)}`),
          '  end',
        ]);
  const marked = [...numbers.keys()];
  const walked = edges.flatMap(({ id }, index) => (walk?.edges.includes(id) === true ? [index] : []));
  const text = [
    'flowchart TD',
    ...body,
    ...edges.map(
      ({ from, to, label: words, way }) => `  ${from} ${way === 'goes-on' ? '-->' : '-.->'}${words === '' ? '' : `|"${label(words)}"|`} ${to}`,
    ),
    ...(marked.length === 0 ? [] : [`  ${MARKED}`, `  class ${marked.join(',')} marked`]),
    ...(walked.length === 0 ? [] : [`  linkStyle ${walked.join(',')} stroke:#b3261e,stroke-width:4px`]),
    '',
  ].join('\n');
  return text.length > MOST_CHARACTERS || edges.length > MOST_LINES ? undefined : text;
};

const MOST = 12;
const FIRST = 5;
const LAST = 6;

/** What a diagram needs to know of a station. */
type Felt = Pick<Station, 'kind' | 'told'>;

type Drawn = { readonly id: string; readonly text: string; readonly kind: StepKind | 'more' };

const drawn = (journey: readonly Felt[]): readonly Drawn[] => {
  const numbers = stationNumbers(journey);
  const felt = journey.flatMap(({ kind, told }, index): Drawn[] => {
    const number = numbers[index];
    return number === undefined ? [] : [{ id: `s${number}`, kind, text: `${number} – ${told.join(', ')}` }];
  });
  const between = felt.length - FIRST - LAST;
  if (felt.length <= MOST) return felt;
  return [...felt.slice(0, FIRST), { id: 'more', kind: 'more', text: `… ${between} more …` }, ...felt.slice(-LAST)];
};

/**
 * A journey as one line of stations in Mermaid, for places that have nothing but the report (a pull request). Undefined where there is no journey
 * of two stations or more.
 */
export const mermaidOfJourney = ({ journey }: { readonly journey: readonly Felt[] }): string | undefined => {
  const stations = drawn(journey);
  if (stations.length < 2) return undefined;
  return [
    'flowchart TD',
    ...stations.map(({ id, kind, text }) => `  ${nodeLine({ id, kind, caption: text, text: '' }, [])}`),
    `  ${stations.map(({ id }) => id).join(' --> ')}`,
    '',
  ].join('\n');
};
