import { shorten } from '@carelint/core';
import { widthOf, wrapped } from '../report/printable.js';
import { loadLayout, type Curve, type Layout, type Point, type Size } from './layout.js';
import { escaped, langAttribute } from './markup.js';
import { numbersAt, type Picture, type PictureNode, type Walk } from './picture.js';
import { INSET, outline } from './shapes.js';
import { DRAWING_STYLE } from './style.js';

/** Columns of text in a node, and how many lines at most. */
const COLUMNS = 27;
const MOST_LINES = 3;
const COLUMN = 6.6;
const LINE = 15;
const HEAD = 16;
const WIDTH = COLUMNS * COLUMN + 2 * INSET;
/** Room around the drawing, for numbers at the corners of nodes. */
const MARGIN = 16;

/** A picture with everything in its place. */
export interface Laid {
  readonly picture: Picture;
  readonly layout: Layout;
  readonly size: Size;
}

const n = (value: number): string => String(Math.round(value * 10) / 10);

/** Long labels would push everything else aside. */
const LONGEST_LABEL = 30;

const textLines = (text: string, columns = COLUMNS): readonly string[] => {
  if (text === '') return [];
  const lines = wrapped(text, columns);
  if (lines.length <= MOST_LINES) return lines;
  const last = lines[MOST_LINES - 1] ?? '';
  return [...lines.slice(0, MOST_LINES - 1), `${widthOf(last) > columns - 1 ? last.slice(0, -1) : last}…`];
};

const sizeOf = ({ text, caption }: PictureNode): Size => ({
  width: text === '' ? Math.max(110, widthOf(caption) * 7.2 + 2 * INSET) : WIDTH,
  height: HEAD + textLines(text).length * LINE + 14,
});

/** Finds the place of everything. Loads the layout when first asked. */
export const lay = async (whole: Picture): Promise<Laid> => {
  const place = await loadLayout();
  const picture = { ...whole, edges: whole.edges.map((edge) => ({ ...edge, label: shorten(edge.label, LONGEST_LABEL) })) };
  const sizes = new Map(picture.nodes.map((node) => [node.id, sizeOf(node)]));
  const layout = place(picture, (id) => sizes.get(id) ?? { width: WIDTH, height: HEAD });
  return { picture, layout, size: { width: Math.ceil(layout.width + 2 * MARGIN), height: Math.ceil(layout.height + 2 * MARGIN) } };
};

const moved = ({ x, y }: Point): Point => ({ x: x + MARGIN, y: y + MARGIN });
const at = (point: Point): string => {
  const { x, y } = moved(point);
  return `${n(x)} ${n(y)}`;
};

const arrow = ({ points, tip }: Curve): string => {
  const base = points.at(-1) ?? tip;
  const [dx, dy] = [tip.x - base.x, tip.y - base.y];
  const length = Math.hypot(dx, dy) || 1;
  const [sx, sy] = [(-dy / length) * 4, (dx / length) * 4];
  return `M${at(tip)}L${at({ x: base.x + sx, y: base.y + sy })}L${at({ x: base.x - sx, y: base.y - sy })}Z`;
};

const curve = ({ points }: Curve): string => {
  const [first, ...rest] = points;
  return first === undefined ? '' : `M${at(first)}C${rest.map(at).join(' ')}`;
};

const nodeSvg = (node: PictureNode, middle: Point): string => {
  const { kind, caption, text, language } = node;
  const size = sizeOf(node);
  const { x, y } = moved(middle);
  const top = y - size.height / 2 + HEAD + 2;
  const lines = textLines(text).map((line, index) => `<tspan x="${n(x)}" y="${n(top + (index + 1) * LINE)}">${escaped(line)}</tspan>`);
  const said = lines.length === 0 ? '' : `<text${langAttribute(language)}>${lines.join('')}</text>`;
  const head = `<text class="cap" x="${n(x)}" y="${n(top)}">${escaped(caption)}</text>`;
  return `<g class="node k-${kind}"><path d="${outline(kind, { x, y }, size)}"/>${head}${said}</g>`;
};

const edgeSvg = (prefix: string, { id, way }: Picture['edges'][number], drawn: Curve): string =>
  `<g id="${prefix}${id}" class="w-${way}"><path class="line" d="${curve(drawn)}"/><path class="tip" d="${arrow(drawn)}"/></g>`;

const labelSvg = (label: string, place: Point): string => {
  const { x, y } = moved(place);
  return `<text x="${n(x)}" y="${n(y + 4)}">${escaped(label)}</text>`;
};

const groupSvg = (name: string, { x, y, width, height }: Point & Size): string => {
  const corner = moved({ x, y });
  const box = `<rect x="${n(corner.x)}" y="${n(corner.y)}" width="${n(width)}" height="${n(height)}" rx="8"/>`;
  const columns = Math.max(10, Math.floor(width / 7.5));
  return `${box}<text x="${n(corner.x + 10)}" y="${n(corner.y + 18)}">${escaped(textLines(name, columns)[0] ?? '')}</text>`;
};

/** The picture itself, without any journey. Ids of ways begin with `prefix`, so that several drawings may stand in one page. */
export const drawingBody = ({ picture: { nodes, edges, groups }, layout }: Laid, prefix: string): string => {
  const boxes = [...layout.groups].map(([index, box]) => groupSvg(groups[index]?.name ?? '', box));
  const placed = edges.flatMap((edge) => {
    const drawn = layout.edges.get(edge.id);
    return drawn === undefined ? [] : [{ edge, drawn }];
  });
  const steps = nodes.flatMap((node) => {
    const middle = layout.nodes.get(node.id);
    return middle === undefined ? [] : [nodeSvg(node, middle)];
  });
  return [
    boxes.length === 0 ? '' : `<g class="flows">${boxes.join('')}</g>`,
    `<g class="ways">${placed.map(({ edge, drawn }) => edgeSvg(prefix, edge, drawn)).join('')}</g>`,
    `<g class="nodes">${steps.join('')}</g>`,
    `<g class="words">${placed.map(({ edge: { label }, drawn }) => (drawn.label === undefined ? '' : labelSvg(label, drawn.label))).join('')}</g>`,
  ].join('');
};

const BADGE = 11;

const badges = (node: PictureNode, middle: Point, numbers: readonly number[]): string => {
  const { width, height } = sizeOf(node);
  const { x, y } = moved(middle);
  const [left, top] = [n(x - width / 2 - 3), n(y - height / 2 - 3)];
  const ring = `<rect class="ring" x="${left}" y="${top}" width="${n(width + 6)}" height="${n(height + 6)}" rx="6"/>`;
  const marks = numbers.map((number, index) => {
    const [cx, cy] = [x - width / 2 + index * 2 * BADGE, y - height / 2];
    return `<g class="badge s${number}"><circle cx="${n(cx)}" cy="${n(cy)}" r="${BADGE}"/><text x="${n(cx)}" y="${n(cy + 4)}">${number}</text></g>`;
  });
  return `<g class="stop ${numbers.map((number) => `at${number}`).join(' ')}">${ring}${marks.join('')}</g>`;
};

/** A journey, to be laid over the picture: the ways that it takes, a ring around each of its steps, the numbers of its stations. */
export const drawingOverlay = ({ picture: { nodes }, layout }: Laid, walk: Walk, prefix: string): string => {
  const numbers = numbersAt(walk);
  const stops = nodes.flatMap((node) => {
    const [middle, of] = [layout.nodes.get(node.id), numbers.get(node.id)];
    return middle === undefined || of === undefined ? [] : [badges(node, middle, of)];
  });
  return `<g class="walked">${walk.edges.map((id) => `<use href="#${prefix}${id}"/>`).join('')}</g>${stops.join('')}`;
};

/** A drawing as a file of its own. `told` is the journey in words, for those who do not see it. */
export const renderSvg = (laid: Laid, walk: Walk | undefined, told: string): string => {
  const { picture, size } = laid;
  const steps = `${picture.nodes.filter(({ kind }) => kind !== 'more').length} steps`;
  const desc = [`${steps}.`, ...picture.leftOut, ...(told === '' ? [] : [told])].join(' ');
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${size.width}" height="${size.height}" viewBox="0 0 ${size.width} ${size.height}" role="img" aria-labelledby="t d" class="drawing">
<title id="t">${escaped(picture.title)}</title>
<desc id="d">${escaped(desc)}</desc>
<style>${DRAWING_STYLE}</style>
<rect class="paper" width="100%" height="100%"/>
${drawingBody(laid, '')}
${walk === undefined ? '' : drawingOverlay(laid, walk, '')}
</svg>
`;
};
