import { expect, it } from 'vitest';
import { find } from '../src/find/find.js';
import { readFiles } from '../src/run/read-files.js';
import { stopwatch } from '../src/run/stopwatch.js';
import { folderWith } from './folder.js';

const TWIML = "const { VoiceResponse } = require('twilio').twiml;\n";

const coverageOf = async (files: Readonly<Record<string, string>>, ...paths: readonly string[]) => {
  const cwd = folderWith(files);
  const found = find({ cwd, paths, ignore: { folder: cwd, patterns: [] }, notInside: [] });
  return (await readFiles(found, cwd, stopwatch())).coverage;
};

it('leaves code alone that customers never meet, and counts it', async () => {
  const files = { 'src/voice.test.js': TWIML, 'src/Call.vue': TWIML, 'src/plain.js': 'export const a = 1;\n', 'docs/voice.js': TWIML };
  expect(await coverageOf(files, '.')).toMatchObject({ files: 4, read: 0, unclaimed: 1, skipped: 3 });
  // What lies above the folder that was named says nothing.
  expect(await coverageOf(files, 'docs')).toMatchObject({ files: 1, skipped: 0, unclaimed: 1 });
});
