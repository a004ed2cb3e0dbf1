/**
 * What is measured. A section has contestants (name -> arguments of Node, the first is the yardstick) and aims for what carelint needs.
 * A rival tool is one more contestant of a section: it appears in the table, beside the others, in the same rounds.
 */
import path from 'node:path';
import { connectFlows, longFlowIn, nativeFlows } from './corpus/write.mjs';

const BENCH = import.meta.dirname;

const floor = (name, folder) => [path.join(BENCH, 'floor', `${name}.mjs`), folder];
const check = (command, folder) => [command, 'check', '--config', 'none', folder];
const megabytes = (bytes) => `${(bytes / 1e6).toFixed(1)} MB`;
const thousands = (number) => String(number).replace(/\B(?=(?:\d{3})+$)/gu, ',');

const start = (folder, { command }) => {
  const small = nativeFlows(path.join(folder, 'small'), 1);
  return {
    title: 'Start',
    contestants: { 'node -e 0': ['-e', '0'], 'carelint --version': [command, '--version'], 'carelint check, 1 flow': check(command, small.folder) },
    aims: { 'carelint --version': { laterBy: 50 } },
  };
};

const native = (folder, { command, share }) => {
  const flows = nativeFlows(path.join(folder, 'native'), Math.round(2000 * share));
  return {
    title: `Native flows: ${thousands(flows.files)} files of YAML, ${megabytes(flows.bytes)}`,
    contestants: {
      'yaml, parseDocument': floor('parse-document', flows.folder),
      'reading alone': floor('read', flows.folder),
      'js-yaml, events': floor('yaml-events', flows.folder),
      carelint: check(command, flows.folder),
    },
    aims: { carelint: { ratio: 0.4, memory: 120 } },
  };
};

const connect = (folder, { command, share }) => {
  const flows = connectFlows(path.join(folder, 'connect'), Math.round(1000 * share));
  return {
    title: `Amazon Connect: ${thousands(flows.files)} files of JSON, ${megabytes(flows.bytes)}`,
    contestants: { 'read and JSON.parse': floor('json-parse', flows.folder), carelint: check(command, flows.folder) },
    aims: { carelint: { ratio: 4, memory: 120 } },
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

/** The sections by name. Each writes its corpus into the folder when it is called. */
export const SECTIONS = { start, native, connect, long, growth };
