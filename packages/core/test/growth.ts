import { expect } from 'vitest';

/** Processor time of some work in milliseconds: what else runs on the machine does not count. */
export const cpuTime = (work: () => unknown): number => {
  const begun = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(begun);
  return (user + system) / 1000;
};

const least = (runs: number, work: () => unknown): number => Math.min(...Array.from({ length: runs }, () => cpuTime(work)));

/** So much more work may take three times as long as it should; quadratic work would take eight times as long. */
const TIMES = 8;
const MOST = 3 * TIMES;
const TOO_SHORT_TO_TELL = 40;

/** Work that is `TIMES` as much takes about `TIMES` as long, on any machine. `prepare` makes what the work is done with, and is not measured. */
export const expectLinear = <T>(size: number, prepare: (size: number) => T, work: (made: T) => unknown): void => {
  const [small, large] = [prepare(size), prepare(size * TIMES)];
  work(small);
  const long = cpuTime(() => work(large));
  if (long < TOO_SHORT_TO_TELL || long < MOST * least(3, () => work(small))) return;
  // Anew, if something came in between.
  expect(
    least(3, () => work(large)) /
      Math.max(
        1,
        least(3, () => work(small)),
      ),
  ).toBeLessThan(MOST);
};
