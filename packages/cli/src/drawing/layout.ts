import type { Graph, Viz } from '@viz-js/viz';
import { widthOf } from '../report/printable.js';
import type { Picture } from './picture.js';

/** A place in a drawing, in units of SVG, y downwards. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** How much room a node takes. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/** A curve of cubic pieces: its beginning, then three points for each piece; `tip` is where its arrow ends. */
export interface Curve {
  readonly points: readonly Point[];
  readonly tip: Point;
  /** Middle of the label, where there is one. */
  readonly label?: Point;
}

/** Where everything lies. */
export interface Layout extends Size {
  /** Middles of nodes, by id. */
  readonly nodes: ReadonlyMap<string, Point>;
  readonly edges: ReadonlyMap<string, Curve>;
  /** Boxes around groups, by index; only where there are several. */
  readonly groups: ReadonlyMap<number, Point & Size>;
}

/** Graphviz counts sizes of nodes in inches of 72 points. */
const POINTS = 72;
/** A little more than labels have, so that fonts which run wide do not touch. */
const FONT_SIZE = 13;

interface Drawn {
  readonly bb: string;
  readonly objects?: readonly { readonly name: string; readonly pos?: string; readonly bb?: string }[];
  readonly edges?: readonly { readonly id: string; readonly pos?: string; readonly lp?: string }[];
}

/** Graphviz sees sizes only: a label is as many x as it has columns, so that no text of a flow can mean anything to it. */
const roomFor = (label: string): string => 'x'.repeat(widthOf(label));

const graphOf = ({ nodes, edges, groups }: Picture, sizeOf: (id: string) => Size): Graph => ({
  directed: true,
  graphAttributes: { rankdir: 'TB', nodesep: 0.3, ranksep: 0.32, margin: 0, pad: 0 },
  nodeAttributes: { shape: 'box', fixedsize: true, label: '' },
  edgeAttributes: { fontsize: FONT_SIZE, fontname: 'Arial', arrowsize: 0.8 },
  nodes: nodes.map(({ id }) => {
    const { width, height } = sizeOf(id);
    return { name: id, attributes: { width: width / POINTS, height: height / POINTS } };
  }),
  edges: edges.map(({ id, from, to, label }) => ({
    tail: from,
    head: to,
    attributes: { id, ...(label === '' ? {} : { label: roomFor(label) }) },
  })),
  subgraphs:
    groups.length < 2
      ? []
      : groups.map((_, index) => ({
          name: `cluster_${index}`,
          graphAttributes: { margin: 14, label: 'x', fontsize: 14 },
          nodes: nodes.filter(({ group }) => group === index).map(({ id }) => ({ name: id })),
        })),
});

const numbers = (text: string): readonly number[] => text.split(/[ ,]/u).map(Number);

const pointOf = (text: string): Point => {
  const [x = 0, y = 0] = numbers(text);
  return { x, y };
};

/** `e,60,151 66,102 60,107 ...`: the tip of the arrow, then the curve. */
const curveOf = (pos: string, label: string | undefined): Curve => {
  const parts = pos.split(' ');
  const points = parts.filter((part) => /^[-\d.]/u.test(part)).map(pointOf);
  const end = parts.find((part) => part.startsWith('e,'));
  const tip = end === undefined ? (points.at(-1) ?? { x: 0, y: 0 }) : pointOf(end.slice(2));
  return { points, tip, ...(label === undefined ? {} : { label: pointOf(label) }) };
};

const boxOf = (bb: string): Point & Size => {
  const [left = 0, one = 0, right = 0, other = 0] = numbers(bb);
  return { x: left, y: Math.min(one, other), width: right - left, height: Math.abs(other - one) };
};

let loading: Promise<Viz> | undefined;

/** Loads Graphviz, once: a megabyte that only drawings need. */
export const loadLayout = async (): Promise<(picture: Picture, sizeOf: (id: string) => Size) => Layout> => {
  loading ??= import('@viz-js/viz').then(({ instance }) => instance());
  const viz = await loading;
  return (picture, sizeOf) => {
    const { bb, objects = [], edges = [] } = viz.renderJSON(graphOf(picture, sizeOf), { yInvert: true }) as Drawn;
    const { width, height } = boxOf(bb);
    const groups = objects.flatMap(({ name, bb: box }): [number, Point & Size][] =>
      name.startsWith('cluster_') && box !== undefined ? [[Number(name.slice('cluster_'.length)), boxOf(box)]] : [],
    );
    return {
      width,
      height,
      nodes: new Map(objects.flatMap(({ name, pos }): [string, Point][] => (pos === undefined ? [] : [[name, pointOf(pos)]]))),
      edges: new Map(edges.flatMap(({ id, pos, lp }): [string, Curve][] => (pos === undefined ? [] : [[id, curveOf(pos, lp)]]))),
      groups: new Map(groups),
    };
  };
};
