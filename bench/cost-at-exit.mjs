// Loaded before the program that is measured: writes at its end what the whole process has cost, its start included.
import { readFileSync, writeFileSync } from 'node:fs';

/** Peak memory in KiB. What getrusage says begins with the memory of the parent; Linux knows better. */
const peak = (ofUsage) => {
  try {
    return Number(/^VmHWM:\s+(\d+) kB$/mu.exec(readFileSync('/proc/self/status', 'utf8'))?.[1] ?? ofUsage);
  } catch {
    return ofUsage;
  }
};

process.on('exit', () => {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  writeFileSync(process.env.CARELINT_BENCH_COST, JSON.stringify({ cpu: (userCPUTime + systemCPUTime) / 1000, memory: peak(maxRSS) / 1024 }));
});
