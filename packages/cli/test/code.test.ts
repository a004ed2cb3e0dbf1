import { expect, it } from 'vitest';
import { find } from '../src/find/find.js';
import { readFiles } from '../src/run/read-files.js';
import { stopwatch } from '../src/run/stopwatch.js';
import { runProgram } from '../src/program.js';
import { folderWith, heard } from './folder.js';

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

const CUT_OFF = (above: string): string => `${TWIML}exports.handler = (context, event, callback) => {
  const answer = new VoiceResponse();${above}
  answer.say('We are closed.');
  answer.hangup();
  callback(null, answer);
};
`;

it.each([
  ['nothing', '', 1, 'silent'],
  ['a line comment', '\n  // carelint-disable-next-line closed-hours-hangup -- the number is told', 0, 'by comment'],
  ['a block comment', '\n  /* carelint-disable-step closed-hours-hangup -- the number is told */', 0, 'by comment'],
  ['a comment without a reason', '\n  // carelint-disable-next-line closed-hours-hangup', 1, 'bad comment'],
] as const)('hears a comment in code: %s', async (_, above, code, expected) => {
  const cwd = folderWith({ 'functions/call.js': CUT_OFF(above) });
  const output = heard();
  const args = ['--config', 'none', '--only', 'closed-hours-hangup', '--fail-on', 'warning', '--format', 'json'];
  expect(await runProgram(args, output, cwd)).toBe(code);
  const { findings, exceptions } = JSON.parse(output.outText()) as { findings: { rule: string }[]; exceptions: unknown[] };
  expect({ rules: findings.map(({ rule }) => rule), exceptions: exceptions.length }).toEqual(
    {
      silent: { rules: ['closed-hours-hangup'], exceptions: 0 },
      'by comment': { rules: [], exceptions: 1 },
      'bad comment': { rules: ['bad-directive', 'closed-hours-hangup'], exceptions: 0 },
    }[expected],
  );
});
