import { numbersAt, type Picture, type PictureNode, type Walk } from './picture.js';

/** A quoted string. A backslash before a letter would be an escape (`\N`: the name of the node). */
const quoted = (text: string): string => `"${text.replace(/[\\"]/gu, (char) => `\\${char}`)}"`;

const SHAPES: Readonly<Partial<Record<PictureNode['kind'], string>>> = {
  start: 'oval',
  end: 'oval',
  menu: 'hexagon',
  verify: 'octagon',
  ask: 'parallelogram',
  survey: 'parallelogram',
  queue: 'invtrapezium',
  transfer: 'cds',
  call: 'box3d',
  return: 'box3d',
  case: 'folder',
  page: 'note',
};
const STYLES: Readonly<Partial<Record<PictureNode['kind'], string>>> = {
  say: 'rounded',
  callback: 'rounded',
  voicemail: 'rounded',
  check: 'dotted',
  unknown: 'dashed',
  more: 'dashed',
};
const WAYS: Readonly<Record<Picture['edges'][number]['way'], string>> = { 'goes-on': 'solid', trouble: 'dashed', tie: 'dotted' };
const MARK = 'color="#b3261e" penwidth=3';

/** A picture for Graphviz, with a journey marked in it. */
export const renderDot = ({ title, nodes, edges, groups }: Picture, walk: Walk | undefined): string => {
  const numbers = walk === undefined ? new Map<string, readonly number[]>() : numbersAt(walk);
  const nodeLine = ({ id, kind, caption, text }: PictureNode): string => {
    const of = numbers.get(id);
    const head = of === undefined || of.length === 0 ? caption : `${of.join(', ')} – ${caption}`;
    const style = STYLES[kind] === undefined ? '' : ` style=${STYLES[kind]}`;
    return `  ${id} [label=${quoted(text === '' ? head : `${head}: ${text}`)} shape=${SHAPES[kind] ?? 'box'}${style}${of === undefined ? '' : ` ${MARK}`}];`;
  };
  const body =
    groups.length < 2
      ? nodes.map(nodeLine)
      : groups.flatMap(({ name }, index) => [
          `  subgraph cluster_${index} {`,
          `    label=${quoted(name)};`,
          ...nodes.filter(({ group }) => group === index).map((node) => `  ${nodeLine(node)}`),
          '  }',
        ]);
  return [
    'digraph flow {',
    `  label=${quoted(title)};`,
    ...body,
    ...edges.map(
      ({ id, from, to, label, way }) =>
        `  ${from} -> ${to} [style=${WAYS[way]}${label === '' ? '' : ` label=${quoted(label)}`}${walk?.edges.includes(id) === true ? ` ${MARK}` : ''}];`,
    ),
    '}',
    '',
  ].join('\n');
};
