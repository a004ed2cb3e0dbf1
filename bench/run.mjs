// npm run bench [-- sections...] [--peers] [--rounds <n>] [--share <0..1>] : see README.md.
import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, cpus, loadavg, tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { compare } from './measure.mjs';
import { ON_REQUEST, SECTIONS } from './sections.mjs';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { rounds: { type: 'string', default: '5' }, share: { type: 'string', default: '1' }, peers: { type: 'boolean', default: false } },
});
const settings = { rounds: Number(values.rounds), share: Number(values.share) };
const usual = Object.keys(SECTIONS).filter((name) => !ON_REQUEST.has(name));
const names = [...new Set([...(positionals.length > 0 ? positionals : usual), ...(values.peers ? ['peers'] : [])])];
const strange = names.find((name) => SECTIONS[name] === undefined);
if (strange !== undefined || !(settings.rounds >= 1) || !(settings.share > 0)) {
  console.error(
    `Sections: ${Object.keys(SECTIONS).join(', ')}. Options: --peers (compare other linters too; they are downloaded), --rounds (at least 1), --share (of the size of the corpora, above 0).`,
  );
  process.exit(2);
}
const built = path.join(import.meta.dirname, '../packages/cli');
if (!existsSync(path.join(built, 'dist/main.js'))) {
  console.error('The command is not built. Run `npm run build` first.');
  process.exit(2);
}

const COLUMNS = [
  { title: 'CPU ms', of: ({ cpu }) => cpu.toFixed(0), aim: 'cpu' },
  { title: 'ratio', of: ({ ratio }) => ratio.toFixed(ratio < 0.1 ? 3 : 2), aim: 'ratio' },
  { title: 'wall ms', of: ({ wall }) => wall.toFixed(0) },
  { title: 'later by', of: ({ laterBy }) => laterBy.toFixed(0), aim: 'laterBy' },
  { title: 'peak MiB', of: ({ memory }) => memory.toFixed(0), aim: 'memory' },
  { title: 'ratio', of: ({ memoryRatio }) => memoryRatio.toFixed(2) },
  { title: 'found/file', of: ({ found }, files) => (found === undefined ? '' : (found.reduce((sum, count) => sum + count, 0) / files).toFixed(2)) },
  { title: 'in files', of: ({ found }, files) => (found === undefined ? '' : `${((100 * found.length) / files).toFixed(0)} %`) },
];

/** Beside a value what was aimed at: at most so much, or at least. */
const besideAim = (value, aim) =>
  typeof aim === 'number' ? `aim ${aim}${value <= aim ? '' : ' MISSED'}` : `aim ${aim.least} or more${value >= aim.least ? '' : ' MISSED'}`;

const verdictOf = (row, aims = {}) =>
  COLUMNS.filter(({ aim }) => aims[aim] !== undefined)
    .map(({ title, of, aim }) => `${title} ${of(row)}, ${besideAim(row[aim], aims[aim])}`)
    .join('; ');

const table = ({ title, files, aims = {} }, rows) => {
  const width = Math.max(...rows.map(({ name }) => name.length));
  const line = (first, cells, last) =>
    `  ${first.padEnd(width)}  ${cells.map((cell) => cell.padStart(11)).join('')}${last === '' ? '' : `   ${last}`}`.trimEnd();
  return [
    title,
    line(
      '',
      COLUMNS.map((column) => column.title),
      '',
    ),
    ...rows.map((row) =>
      line(
        row.name,
        COLUMNS.map(({ of }) => of(row, files)),
        verdictOf(row, aims[row.name]),
      ),
    ),
    '',
  ].join('\n');
};

const folder = mkdtempSync(path.join(tmpdir(), 'carelint-bench-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => process.exit(130));
console.log(
  `Node ${process.versions.node}, ${availableParallelism()} cores (${cpus()[0]?.model.trim()}), load ${loadavg()[0].toFixed(1)}; medians of ${settings.rounds} rounds\n`,
);
// What is measured stays the same even if somebody builds meanwhile.
const copy = path.join(folder, 'carelint');
for (const part of ['package.json', 'bin', 'dist']) cpSync(path.join(built, part), path.join(copy, part), { recursive: true });
const command = path.join(copy, 'bin/carelint.js');
for (const name of names) {
  const section = await SECTIONS[name](folder, { ...settings, command });
  console.log(section.skipped === undefined ? table(section, compare(section.contestants, settings.rounds)) : `${section.skipped}\n`);
}
