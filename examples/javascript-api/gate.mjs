// Judges the flows, and tells of what is wrong in one line each: a build step of one's own.
import { lint, UserError } from 'carelint';

try {
  const { report, exitCode } = await lint({ paths: ['flows'], failOn: 'error' });
  for (const { level, rule, file, line, message } of report.findings) console.log(`${level} ${file}:${line} ${message} (${rule})`);
  console.log(`${report.coverage.read} files were read. The build ${exitCode === 0 ? 'goes on' : 'stops'}.`);
  // A build step would end with: process.exitCode = exitCode;
} catch (error) {
  if (!(error instanceof UserError)) throw error;
  // A mistake in the options, the config or a policy, with its place where it has one.
  const { message, path, place } = error;
  console.error(path === undefined ? message : `${path}:${place?.line ?? 1}: ${message}`);
  process.exitCode = 2;
}
