import type { Output } from '../output.js';

/** Says in passing how far a long run is. */
export interface Progress {
  /** `what` is at number `done` of `all`. Cheap enough to be called for every file. */
  readonly tick: (what: string, done: number, all: number) => void;
  /** Takes away what was said. */
  readonly end: () => void;
}

/** Says nothing. */
export const NO_PROGRESS: Progress = { tick: () => undefined, end: () => undefined };

/** A run that is shorter than this many milliseconds says nothing. */
const PATIENCE = 1000;
/** So many milliseconds lie between two lines. */
const BETWEEN = 100;
const CLEAR = '\r\u001b[K';
/** Some terminals say that they have none. */
const COLUMNS = 80;

/** One line on stderr that is written over. Only where somebody looks: not in CI, not into a file, not where quiet is asked for. */
export const progressOn = ({ err, errIsTTY, env, columns }: Output, quiet: boolean, now: () => number = () => performance.now()): Progress => {
  const isCi = env['CI'] !== undefined && env['CI'] !== '' && env['CI'] !== 'false';
  if (errIsTTY !== true || quiet || isCi || env['TERM'] === 'dumb') return NO_PROGRESS;
  let next = now() + PATIENCE;
  let isShown = false;
  return {
    tick: (what, done, all) => {
      const time = now();
      if (time < next) return;
      next = time + BETWEEN;
      isShown = true;
      err(`${CLEAR}${`${what}: ${done} of ${all}`.slice(0, (columns === undefined || columns === 0 ? COLUMNS : columns) - 1)}`);
    },
    end: () => {
      if (isShown) err(CLEAR);
      isShown = false;
    },
  };
};
