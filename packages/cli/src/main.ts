import { processOutput } from './output.js';
import { runProgram } from './program.js';
import { version } from './version.js';

const output = processOutput(new URL('./worker.js', import.meta.url));
try {
  process.exitCode = await runProgram(process.argv.slice(2), output, process.cwd());
} catch (error) {
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
  output.err(
    `carelint ${version()} (Node ${process.versions.node}) has a bug. Please report it with these lines and, if you may share it, the file:\n${stack}\n`,
  );
  process.exitCode = 3;
}
