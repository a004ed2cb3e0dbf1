import type { Place } from '../source/source.js';

/** What every comment that speaks to carelint begins with. A file without these letters has none. */
export const DIRECTIVE_MARK = 'carelint-';

/** A comment that speaks to carelint, or to ESLint. */
export interface Comment {
  /** Its words, without what makes them a comment. */
  readonly text: string;
  readonly place: Place;
  /** Whether nothing else stands on its line. */
  readonly alone: boolean;
  /** The next line that holds more than blanks and comments; absent at the end of the file. */
  readonly next?: number;
  /** Of a page: set where nothing but comments stands before it. */
  readonly first?: true;
}
