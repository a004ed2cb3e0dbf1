// Shows what carelint says of the examples. A demonstration has no failing level: it ends well although things are found.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';

const home = path.resolve(import.meta.dirname, '..');
const run = (command, args) => spawnSync(command, args, { cwd: home, stdio: 'inherit' }).status ?? 3;
const built = path.join(home, 'packages/cli/dist/main.js');
let status = existsSync(built) ? 0 : run('npm', ['run', '--silent', 'build']);
if (status === 0)
  status = run(process.execPath, ['packages/cli/bin/carelint.js', 'check', ...(process.argv.length > 2 ? process.argv.slice(2) : ['examples'])]);
// 1 says that there are findings, which is what a demonstration is for.
process.exitCode = status === 1 ? 0 : status;
