import type { PictureNode } from './picture.js';
import type { Point, Size } from './layout.js';

/** How a step of each kind looks: told by its shape, so that no colour is needed. */
type Shape = 'pill' | 'round' | 'box' | 'hexagon' | 'slanted' | 'octagon' | 'funnel' | 'arrow' | 'double' | 'person' | 'page' | 'cloud';

const SHAPES: Readonly<Record<PictureNode['kind'], Shape>> = {
  start: 'pill',
  say: 'round',
  menu: 'hexagon',
  ask: 'slanted',
  verify: 'octagon',
  check: 'box',
  act: 'box',
  case: 'page',
  queue: 'funnel',
  transfer: 'arrow',
  person: 'person',
  callback: 'round',
  voicemail: 'round',
  survey: 'slanted',
  call: 'double',
  return: 'double',
  page: 'page',
  end: 'pill',
  unknown: 'cloud',
  more: 'cloud',
};

/** Room that a shape takes on each side beyond its text. */
export const INSET = 14;

const n = (value: number): string => String(Math.round(value * 10) / 10);
const closed = (points: readonly (readonly [number, number])[]): string => `M${points.map(([x, y]) => `${n(x)} ${n(y)}`).join('L')}Z`;

const roundedBox = (l: number, t: number, r: number, b: number, radius: number): string => {
  const [w, h] = [r - l - 2 * radius, b - t - 2 * radius];
  const turn = (dx: number, dy: number): string => `a${n(radius)} ${n(radius)} 0 0 1 ${n(dx)} ${n(dy)}`;
  return `M${n(l + radius)} ${n(t)}h${n(w)}${turn(radius, radius)}v${n(h)}${turn(-radius, radius)}h${n(-w)}${turn(-radius, -radius)}v${n(-h)}${turn(radius, -radius)}Z`;
};

const polygon = (shape: Shape, l: number, t: number, r: number, b: number): readonly (readonly [number, number])[] => {
  const m = (t + b) / 2;
  const c = INSET - 4;
  switch (shape) {
    case 'hexagon':
      return [[l + c, t], [r - c, t], [r, m], [r - c, b], [l + c, b], [l, m]]; // prettier-ignore
    case 'slanted':
      return [[l + c, t], [r, t], [r - c, b], [l, b]]; // prettier-ignore
    case 'octagon':
      return [[l + c, t], [r - c, t], [r, t + c], [r, b - c], [r - c, b], [l + c, b], [l, b - c], [l, t + c]]; // prettier-ignore
    case 'funnel':
      return [[l, t], [r, t], [r - c, b], [l + c, b]]; // prettier-ignore
    case 'arrow':
      return [[l, t], [r - c, t], [r, m], [r - c, b], [l, b]]; // prettier-ignore
    case 'page':
      return [[l, t], [r - c, t], [r, t + c], [r, b], [l, b]]; // prettier-ignore
    default:
      return [[l, t], [r, t], [r, b], [l, b]]; // prettier-ignore
  }
};

/** The outline of a node, as data of a path. */
export const outline = (kind: PictureNode['kind'], { x, y }: Point, { width, height }: Size): string => {
  const [l, t, r, b] = [x - width / 2, y - height / 2, x + width / 2, y + height / 2];
  const shape = SHAPES[kind];
  if (shape === 'pill' || shape === 'cloud') return roundedBox(l, t, r, b, Math.min(height / 2, 20));
  if (shape === 'round') return roundedBox(l, t, r, b, 9);
  const path = closed(polygon(shape, l, t, r, b));
  // A sub-flow has double sides, a person a line under the head of the card.
  if (shape === 'double') return `${path}M${n(l + 5)} ${n(t)}V${n(b)}M${n(r - 5)} ${n(t)}V${n(b)}`;
  return shape === 'person' ? `${path}M${n(l + 5)} ${n(t + 5)}H${n(r - 5)}V${n(b - 5)}H${n(l + 5)}Z` : path;
};
