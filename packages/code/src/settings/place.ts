import type { Standing } from '@carelint/core/model';
import type { Spot } from './literal.js';

/** A spot as the place of a derived value in an artefact that belongs to the file at `path`. */
export const placeIn = (path: string, spot: Spot): Pick<Standing, 'route' | 'path'> => ({
  route: [spot.start, spot.end],
  ...(spot.path === path ? {} : { path: spot.path }),
});
