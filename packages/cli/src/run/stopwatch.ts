/** How long the stages of a run took. */
export interface Stopwatch {
  /** Runs a stage and adds its time. */
  readonly time: <T>(stage: string, work: () => T) => T;
  /** The same for a stage that waits for something. */
  readonly timeAsync: <T>(stage: string, work: () => Promise<T>) => Promise<T>;
  /** Adds a time that was taken elsewhere. */
  readonly add: (stage: string, milliseconds: number) => void;
  /** Milliseconds by stage, in the order in which they first ran. */
  readonly times: ReadonlyMap<string, number>;
}

export const stopwatch = (): Stopwatch => {
  const times = new Map<string, number>();
  const add = (stage: string, milliseconds: number): void => void times.set(stage, (times.get(stage) ?? 0) + milliseconds);
  return {
    times,
    add,
    time: (stage, work) => {
      const begun = performance.now();
      try {
        return work();
      } finally {
        add(stage, performance.now() - begun);
      }
    },
    timeAsync: async (stage, work) => {
      const begun = performance.now();
      try {
        return await work();
      } finally {
        add(stage, performance.now() - begun);
      }
    },
  };
};
