import type { Artefact } from '@carelint/core/model';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { expectWhole } from '../../core/test/reading.js';
import { readProject } from '../src/index.js';
import type { Sign } from '../src/signs.js';

// Whatever is read, nothing is thrown, every artefact is whole, everything that it points at is in its file, and it ends in good time.

type Files = Readonly<Record<string, string>>;

const SIGNS: readonly Sign[] = ['telephony', 'settings', 'routes'];
/** Milliseconds of the processor, which other work on the machine does not touch. */
const PATIENCE = 5_000;

const spent = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

const expectPlaced = (artefact: Artefact, files: Files): void => {
  const isIn = (own: string | undefined, [start, end]: readonly unknown[]): boolean => {
    const { length } = files[own ?? artefact.path] ?? '';
    return Number(start ?? 0) >= 0 && Number(start ?? 0) <= Number(end ?? length) && Number(end ?? 0) <= length;
  };
  for (const { route, path: own } of [...artefact.steps, ...artefact.utterances, ...(artefact.phones ?? [])]) expect(isIn(own, route)).toBe(true);
};

/** Reads a project as the command does, and looks whether all is right with it. */
const readWhole = (files: Files): readonly Artefact[] => {
  const sources = Object.entries(files).map(([name, text]) => ({ path: name, text, signs: SIGNS }));
  const begun = spent();
  const { artefacts, problems } = readProject(sources, (name) => files[name]);
  expect(spent() - begun).toBeLessThan(PATIENCE);
  expect(problems).toEqual([]);
  for (const artefact of artefacts) {
    if (artefact.kind === 'flow') expectWhole(artefact);
    expectPlaced(artefact, files);
  }
  const flows = artefacts.filter(({ kind }) => kind === 'flow').map(({ path: own, id }) => `${own} ${id}`);
  expect(new Set(flows).size).toBe(flows.length);
  return artefacts;
};

const CASES = ['cases', 'settings/cases'].map((folder) => path.join(import.meta.dirname, folder));
const written = CASES.flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.[cm]?[jt]sx?$/u.test(name) && statSync(path.join(folder, name)).isFile())
    .sort()
    .map((name) => readFileSync(path.join(folder, name), 'utf8')),
);

describe('programs that were changed at random', () => {
  const index = fc.nat(written.length - 1);
  /** A stretch that is taken out, and one of another file that is put in its place. */
  const edit = fc.record({ at: fc.nat(5000), length: fc.nat(60), of: index, from: fc.nat(5000), much: fc.nat(80) });
  const changed = fc
    .record({ of: index, edits: fc.array(edit, { maxLength: 4 }), ending: fc.constantFrom('.ts', '.js', '.tsx', '.mjs') })
    .map(({ of, edits, ending }) => ({
      ending,
      text: edits.reduce((text, { at, length, of: other, from, much }) => {
        const [begin, donor] = [at % (text.length + 1), written[other] ?? ''];
        const there = from % (donor.length + 1);
        return text.slice(0, begin) + donor.slice(there, there + much) + text.slice(begin + length);
      }, written[of] ?? ''),
    }));

  it('are read without a fault', () => {
    fc.assert(
      fc.property(fc.array(changed, { minLength: 1, maxLength: 3 }), (parts) => {
        readWhole(Object.fromEntries(parts.map(({ ending, text }, at) => [`src/f${at}${ending}`, text])));
      }),
      { numRuns: 80 },
    );
  });
});

/** Programs put together from what is there in real ones, in any order and to any depth. */
const { statement, expression } = fc.letrec<{ statement: string; expression: string; block: string }>((tie) => ({
  expression: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.constantFrom(
      "'Hello.'",
      '3',
      'true',
      'null',
      'undefined',
      'req.body.Digits',
      'req.query.step',
      'req',
      'n',
      'texts',
      'twiml',
      'process.env.DESK',
      'helper',
      'x',
      'this',
    ),
    fc.constantFrom(
      '`/menu?n=${n + 1}`',
      "'/menu'",
      "'/again'",
      '`<Response><Say>${n}</Say><Hangup/></Response>`',
      '[...texts, 1]',
      '{ ...texts, a: n }',
      '/a+/u',
      'new Date().getHours()',
    ),
    fc
      .tuple(tie('expression'), fc.constantFrom('+', '===', '!==', '<', '&&', '||', '??', '=', '+=', 'in'), tie('expression'))
      .map(([a, by, b]) => `(${a} ${by} ${b})`),
    fc.tuple(tie('expression'), tie('expression'), tie('expression')).map(([a, b, c]) => `(${a} ? ${b} : ${c})`),
    fc
      .tuple(tie('expression'), fc.constantFrom('.body', '.a', '[0]', '.length', '.toString()', '.trim()', '?.b', '.map((y) => y)', '[n]'))
      .map(([a, b]) => `(${a})${b}`),
    fc
      .tuple(fc.constantFrom('helper', 'again', 'other.helper', 'await find', 'Number', 'require', 'n'), tie('expression'))
      .map(([f, a]) => `${f}(${a})`),
    tie('block').map((block) => `((x) => ${block})`),
    tie('block').map((block) => `(function again(x) ${block})(n)`),
  ),
  statement: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.constantFrom(
      'twiml.hangup();',
      'res.send(twiml.toString());',
      'return;',
      'return twiml;',
      'n++;',
      'throw new Error();',
      'break;',
      'const { a, ...rest } = texts;',
      'twiml = new VoiceResponse();',
      'next();',
    ),
    fc
      .tuple(fc.constantFrom('say', 'dial', 'redirect', 'play', 'gather', 'record', 'enqueue', 'pause', 'number', 'unknown'), tie('expression'))
      .map(([verb, a]) => `twiml.${verb}(${a});`),
    tie('expression').map((a) => `twiml.gather({ action: ${a}, numDigits: 1 }).say('Press 1 for sales, 2 for help.');`),
    fc.tuple(tie('expression'), tie('block'), fc.option(tie('block'))).map(([a, b, c]) => `if (${a}) ${b}${c === null ? '' : ` else ${c}`}`),
    fc
      .tuple(tie('expression'), tie('statement'), tie('statement'))
      .map(([a, b, c]) => `switch (${a}) { case '1': ${b} case '2': ${c} break; default: ${b} }`),
    fc.tuple(tie('block'), tie('block')).map(([a, b]) => `try ${a} catch (e) ${b}`),
    fc
      .tuple(fc.constantFrom('for (const x of texts)', 'while (n < 3)', 'for (;;)', 'for (let i = 0; i < n; i++)'), tie('block'))
      .map(([a, b]) => `${a} ${b}`),
    tie('expression').map((a) => `${a};`),
    fc
      .tuple(fc.constantFrom('let', 'const', 'var'), fc.constantFrom('n', 'x', 'twiml', 'helper'), tie('expression'))
      .map(([by, name, a]) => `${by} ${name} = ${a};`),
    tie('expression').map((a) => `return ${a};`),
  ),
  block: fc.array(tie('statement'), { maxLength: 5, depthIdentifier: 'block' }).map((all) => `{ ${all.join(' ')} }`),
}));

const handler = fc
  .array(statement, { minLength: 1, maxLength: 8 })
  .map((all) => `async (req, res, next) => { let twiml = new VoiceResponse(); let n = Number(req.query.n); ${all.join('\n')} }`);
const module = fc.record({
  routes: fc.array(fc.tuple(fc.constantFrom('/voice', '/menu', '/again', '/:id', ''), handler), { maxLength: 3 }),
  top: fc.array(expression, { maxLength: 2 }),
  helper: fc.tuple(statement, expression),
  other: fc.constantFrom('./a', './b', './c', 'express'),
  shape: fc.constantFrom(
    (other: string) => `const other = require('${other}'); app.use('/under', other); module.exports = { app, helper, ...other };`,
    (other: string) => `import * as other from '${other}'; export * from '${other}'; export { helper }; export default app; other.app.use(app);`,
    (other: string) => `const { helper: again = helper, ...other } = require('${other}'); exports.app = exports.handler = app; again(app);`,
    (other: string) => `import other, { helper as again } from '${other}'; export { again as helper, app as x } from '${other}'; other(app);`,
  ),
});

const textOf = ({ routes, top, helper: [does, gives], other, shape }: typeof module extends fc.Arbitrary<infer M> ? M : never): string =>
  [
    "const { VoiceResponse } = require('twilio').twiml; const app = require('express')();",
    ...top.map((value, at) => `const ${['texts', 'x'][at] ?? 'y'} = ${value};`),
    `async function helper(x) { ${does} return ${gives}; }`,
    ...routes.map(([address, body]) => `app.post('${address}', ${body});`),
    shape(other),
  ].join('\n');

describe('programs put together at random', () => {
  it('are read without a fault, also where modules name each other in circles', () => {
    let flows = 0;
    fc.assert(
      fc.property(fc.array(module, { minLength: 1, maxLength: 3 }), (modules) => {
        flows += readWhole(Object.fromEntries(modules.map((one, at) => [`${'abc'[at] ?? 'd'}.ts`, textOf(one)]))).length;
      }),
      { numRuns: 25 },
    );
    // They are programs, and no heap of letters.
    expect(flows).toBeGreaterThan(5);
  });
});

const ANSWERS = (inside: string, top = ''): string =>
  `const { VoiceResponse } = require('twilio').twiml; ${top}\nconst app = require('express')();\napp.post('/voice', (req, res) => { const twiml = new VoiceResponse(); let n = Number(req.query.n ?? 0); ${inside}\n res.send(twiml.toString()); });`;
const times = (count: number, make: (at: number) => string): string => Array.from({ length: count }, (_, at) => make(at)).join('');

describe('programs that nobody writes by hand', () => {
  it.each([
    ['a deep sum', ANSWERS(`twiml.say(${times(10_000, () => "'a' + ")}'b');`)],
    ['a deep sum elsewhere', `const a = ${times(10_000, () => "'a' + ")}'b';\n${ANSWERS("twiml.say('Hello');")}`],
    ['calls in calls', ANSWERS(`twiml.say(${'f('.repeat(2000)}${')'.repeat(2000)});`)],
    ['a long chain', ANSWERS(`twiml${times(3000, () => ".say('a')")};`)],
    ['many branches', ANSWERS(times(400, (at) => `if (req.body.Digits === '${at}') { twiml.say('${at}'); }\n`))],
    ['branches in branches', ANSWERS(`${times(150, (at) => `if (req.body.a${at}) { twiml.say('a'); `)}${'}'.repeat(150)}`)],
    ['else if without end', ANSWERS(`${times(800, (at) => `if (req.body.a === '${at}') { twiml.say('a'); } else `)} {}`)],
    ['a large switch', ANSWERS(`switch (req.body.Digits) { ${times(3000, (at) => `case '${at}': twiml.say('${at}'); break;\n`)} }`)],
    ['functions that call each other', ANSWERS('a(twiml);', 'function a(t) { b(t); b(t); } function b(t) { a(t); a(t); }')],
    [
      'functions that double',
      ANSWERS(
        'f30(twiml);',
        times(31, (at) => `function f${at}(t) { ${at === 0 ? "t.say('a');" : `f${at - 1}(t); f${at - 1}(t);`} }\n`),
      ),
    ],
    [
      'functions that double, and ask each time',
      ANSWERS(
        'f30(twiml);',
        times(31, (at) => `async function f${at}(t) { if (await find(${at})) t.say('a'); ${at === 0 ? '' : `f${at - 1}(t); f${at - 1}(t);`} }\n`),
      ),
    ],
    [
      'a document in a document',
      ANSWERS(`res.send(\`<Response>${'<Gather>'.repeat(3000)}<Say>Hello</Say>${'</Gather>'.repeat(3000)}</Response>\`);`),
    ],
    ['a long document', ANSWERS(`res.send(\`<Response>${'<Say>Hello</Say>'.repeat(5000)}</Response>\`);`)],
    ['a great many look-ups', ANSWERS(times(3000, (at) => `await find${at}();\n`)).replace('(req, res)', 'async (req, res)')],
    ['a list of actions without end', ANSWERS(`res.json([${times(5000, () => "{ action: 'talk', text: 'a' },")}]);`)],
    ['addresses that grow', ANSWERS('twiml.redirect(`/voice?n=${req.query.n}${req.query.n}`);')],
    [
      'many routes',
      `${ANSWERS('')}\n${times(500, (at) => `app.post('/r${at}', (req, res) => { const t = new VoiceResponse(); t.redirect('/r${(at * 7) % 500}'); res.send(t.toString()); });\n`)}`,
    ],
    ['many routers', times(1500, (at) => `const r${at} = express.Router(); r${at}.use('/a', r${(at + 1) % 1500});\n`)],
    ['doubling lists', ANSWERS('twiml.say(l40);', `const l0 = [1, 2];${times(40, (at) => `const l${at + 1} = [...l${at}, ...l${at}];`)}`)],
    ['doubling texts', ANSWERS('twiml.say(l40);', `const l0 = 'ab';${times(40, (at) => `const l${at + 1} = l${at} + l${at};`)}`)],
  ])('%s: read in good time', (_name, text) => {
    readWhole({ 'a.ts': text });
  });
});
