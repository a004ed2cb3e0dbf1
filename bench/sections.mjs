/**
 * What is measured. A section has contestants (name -> arguments of Node, the first is the yardstick) and aims: at most so much, or `{ least }`.
 * A rival tool is one more contestant of a section: it appears in the table, beside the others, in the same rounds.
 */
import { appendFileSync, mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { connectFlows, frontEnd, genesysFlows, longFlowIn, nativeFlows } from './corpus/write.mjs';
import { eslintOver } from './eslint.mjs';
import { installPeers, peersOver } from './peers.mjs';

const BENCH = import.meta.dirname;

/** The number of findings of each file in which carelint has any. */
const inReport = (text) => {
  const files = new Map();
  for (const { file } of JSON.parse(text).findings) files.set(file, (files.get(file) ?? 0) + 1);
  return [...files.values()];
};

const floor = (name, folder) => ({ args: [path.join(BENCH, 'floor', `${name}.mjs`), folder] });
/** By one thread, so that CPU time tells how much work there is. */
const check = (command, folder, ...options) => ({ args: [command, 'check', '--config', 'none', '--threads', '1', ...options, folder] });
const checkAndCount = (command, folder) => ({ ...check(command, folder), count: { args: ['--format', 'json'], of: inReport } });
const megabytes = (bytes) => `${(bytes / 1e6).toFixed(1)} MB`;
const thousands = (number) => String(number).replace(/\B(?=(?:\d{3})+$)/gu, ',');

const start = (folder, { command }) => {
  const small = nativeFlows(path.join(folder, 'small'), 1);
  return {
    title: 'Start',
    contestants: {
      'node -e 0': { args: ['-e', '0'] },
      'carelint --version': { args: [command, '--version'] },
      'carelint check, 1 flow': check(command, small.folder),
    },
    aims: { 'carelint --version': { laterBy: 50 } },
  };
};

const native = (folder, { command, share }) => {
  const flows = nativeFlows(path.join(folder, 'native'), Math.round(2000 * share));
  return {
    title: `Native flows: ${thousands(flows.files)} files of YAML, ${megabytes(flows.bytes)}`,
    files: flows.files,
    contestants: {
      'yaml, parseDocument': floor('parse-document', flows.folder),
      'reading alone': floor('read', flows.folder),
      'js-yaml, events': floor('yaml-events', flows.folder),
      carelint: checkAndCount(command, flows.folder),
    },
    aims: { carelint: { ratio: 0.4, memory: 120 } },
  };
};

const connect = (folder, { command, share }) => {
  const flows = connectFlows(path.join(folder, 'connect'), Math.round(1000 * share));
  return {
    title: `Amazon Connect: ${thousands(flows.files)} files of JSON, ${megabytes(flows.bytes)}`,
    files: flows.files,
    contestants: { 'read and JSON.parse': floor('json-parse', flows.folder), carelint: checkAndCount(command, flows.folder) },
    aims: { carelint: { ratio: 4, memory: 120 } },
  };
};

const genesys = (folder, { command, share }) => {
  const flows = genesysFlows(path.join(folder, 'genesys'), Math.round(1000 * share));
  return {
    title: `Genesys Architect: ${thousands(flows.files)} files of Archy YAML, ${megabytes(flows.bytes)}`,
    files: flows.files,
    contestants: { 'read and js-yaml, load': floor('yaml-load', flows.folder), carelint: checkAndCount(command, flows.folder) },
    aims: { carelint: { memory: 120 } },
  };
};

/** Only when asked for: it installs other tools, and one of them takes its time. */
const peers = (folder, { command, share }) => {
  const installed = path.join(folder, 'peers');
  const why = installPeers(installed);
  if (why !== undefined) return { skipped: `Other linters: left out, since they could not be installed (${why}). Is the npm registry reachable?` };
  const flows = nativeFlows(path.join(installed, 'flows'), Math.round(2000 * share));
  return {
    title: `Other linters, over native flows: ${thousands(flows.files)} files of YAML, ${megabytes(flows.bytes)}`,
    files: flows.files,
    contestants: { 'carelint, all rules': checkAndCount(command, flows.folder), ...peersOver(installed, flows.folder) },
    aims: { 'Spectral, 10 rules': { ratio: { least: 30 } } },
  };
};

const long = (folder, { command, share }) => {
  const [half, whole] = [50_000, 100_000].map((steps) => Math.round(steps * share));
  const one = (steps) => check(command, longFlowIn(path.join(folder, `long-${steps}`), steps).folder);
  return {
    title: 'One long native flow',
    contestants: { [`${thousands(half)} steps`]: one(half), [`${thousands(whole)} steps`]: one(whole) },
    // Twice the steps, twice the time; a little more is the machine's, whose caches do not grow along.
    aims: { [`${thousands(whole)} steps`]: { ratio: 2.4, cpu: 10_000 } },
  };
};

const growth = (folder, { command, share }) => {
  const counts = [100, 1000, 10_000].map((count) => Math.max(10, Math.round(count * share)));
  const of = (count) => check(command, nativeFlows(path.join(folder, `many-${count}`), count).folder);
  const most = counts.at(-1);
  return {
    title: 'Growth with the number of native flows',
    contestants: Object.fromEntries(counts.map((count) => [`${thousands(count)} files`, of(count)])),
    aims: { [`${thousands(most)} files`]: { memory: 120, ratio: most / counts[0] } },
  };
};

/** What spares work, or shares it, over so many native flows. */
const sharing =
  (name, count) =>
  (folder, { command, share }) => {
    const flows = nativeFlows(path.join(folder, name), Math.max(2, Math.round(count * share)));
    const cache = path.join(folder, `${name}-cache`);
    const parts = path.join(folder, `${name}-parts`);
    mkdirSync(parts, { recursive: true });
    const cached = check(command, flows.folder, '--cache-location', cache);
    const changed = path.join(flows.folder, '00001.yaml');
    const shard = (part) => check(command, flows.folder, '--shard', `${part}/2`, '--output', path.join(parts, `carelint-part-${part}-of-2.json`));
    const two = ['--threads', '2'];
    return {
      title: `Cache, threads and shards: ${thousands(flows.files)} native flows, ${megabytes(flows.bytes)}`,
      contestants: {
        'cold, one thread': check(command, flows.folder),
        'two threads': check(command, flows.folder, ...two),
        'cold, keeping a cache': { ...cached, before: () => rmSync(cache, { recursive: true, force: true }) },
        'warm, nothing changed': cached,
        'warm, one file changed': { ...cached, before: () => appendFileSync(changed, '# changed\n') },
        'shard 1/2': shard(1),
        'shard 2/2': shard(2),
        // By then a file has changed: shards and merge see the same.
        merge: { args: [command, 'merge', parts] },
      },
    };
  };

const eslint = async (folder, { share }) => {
  const code = frontEnd(path.join(folder, 'front-end'), Math.round(1000 * share));
  return {
    title: `ESLint over a front end: ${thousands(code.files)} files of TSX, ${megabytes(code.bytes)}`,
    files: code.files,
    ...(await eslintOver(code.folder)),
  };
};

/** The sections by name. Each writes its corpus into the folder when it is called. */
export const SECTIONS = {
  start,
  native,
  connect,
  genesys,
  long,
  growth,
  sharing: sharing('sharing', 2000),
  many: sharing('many', 20_000),
  eslint,
  peers,
};

/** The sections that run only when they are named. */
export const ON_REQUEST = new Set(['many', 'peers']);
