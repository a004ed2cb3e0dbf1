import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { prepare, read } from '../../src/pipeline.js';
import type { Artefact, Utterance } from '../../src/model/artefact.js';
import { LineMap } from '../../src/source/line-map.js';
import { locate } from '../../src/source/locate.js';
import type { Source } from '../../src/source/source.js';

// Expected files are written by `npx vitest run packages/core/test/scripts -u` and read by eye.
const folder = join(import.meta.dirname, 'cases');
const files = readdirSync(folder).filter((file) => /\.(?:md|json|yml)$/u.test(file));
const sourceOf = (file: string): Source => ({ path: file, text: readFileSync(join(folder, file), 'utf8') });

const readSource = async (source: Source) => {
  await prepare(source);
  return read(source);
};

const said = (source: Source, { syntax }: Artefact, utterance: Utterance): string => {
  const { line, column } = locate(source, syntax, utterance.route);
  const marks = [
    utterance.speaker,
    utterance.place,
    utterance.verbatim === true ? 'verbatim' : '',
    utterance.legal === true ? 'legal' : '',
    utterance.step,
  ].filter((mark) => mark !== undefined && mark !== '');
  return `  ${String(line)}:${String(column)} ${marks.join(' ')}: ${JSON.stringify(utterance.text)}`;
};

const told = (source: Source, artefact: Artefact): string =>
  [
    `${artefact.kind} ${artefact.id} ${JSON.stringify(artefact.name)} channel=${artefact.channel ?? '-'} language=${artefact.language ?? '-'} topic=${artefact.topic ?? '-'}`,
    ...artefact.utterances.map((utterance) => said(source, artefact, utterance)),
    ...artefact.edges.map(({ from, to, on }) => `  ${from} ${on} -> ${to}`),
    '',
  ].join('\n');

describe('what is said, and by whom', () => {
  it.each(files)('%s', async (file) => {
    const source = sourceOf(file);
    const result = await readSource(source);
    const problems = (result.problems ?? []).map(({ place, message }) => `${String(place?.line)}:${String(place?.column)} ${message}\n`).join('');
    const lines = 'unclaimed' in result ? 'not claimed\n' : result.ok ? result.artefacts.map((artefact) => told(source, artefact)).join('') : '';
    await expect(`${problems}${lines}`).toMatchFileSnapshot(join(folder, `${file}.said.txt`));
  });
});

const TALK = '- Agent: Good day, how can I help you with your order?\n- Customer: It has not come.\n- Agent: I am looking it up for you.\n';

it('leaves manuals of a bot alone', async () => {
  const text = '---\nid: responses\n---\n\n```yaml {1}\nresponses:\n  utter_hi:\n  - text: "Hi!"\n```\n';
  expect('unclaimed' in (await readSource({ path: 'responses.md', text }))).toBe(true);
});

it('says where a domain, or a script with the marks of a merge, cannot be read', async () => {
  const domain = await readSource({ path: 'domain.yml', text: 'responses:\n  utter_a:\n  - text: "one\n  two"\n' });
  expect(domain.ok ? undefined : domain.problems[0]?.place?.line).toBe(3);
  const script = await readSource({ path: 'call-script.md', text: '# Call script\n\n<<<<<<< a\nAgent: Yes.\n=======\nAgent: No.\n>>>>>>> b\n' });
  expect(script.ok ? undefined : script.problems[0]?.place?.line).toBe(3);
});

describe('a page is a script by strict signs only', () => {
  it.each([
    ['script.md', `# Customer service call script\n\n${TALK}`, true],
    ['call-script.md', TALK, true],
    ['docs/retention_chat_scripts.md', `# Leaving\n\n${TALK}`, true],
    ['notes.md', `---\ntitle: Phone scripts for agents\n---\n\n${TALK}`, true],
    ['notes.md', `<!-- carelint: script -->\n# Notes\n\nAgent: Good day.\n`, true],
    ['replies.md', '# Canned responses\n\n| Situation | Response |\n|---|---|\n| Late | We are on it. |\n| Lost | We send a new one. |\n', true],
    // the talk alone may be an example in a manual
    ['notes.md', `# How to test the bot\n\n${TALK}`, false],
    ['README.md', `# Customer service call script\n\n${TALK}`, false],
    ['CHANGELOG.md', `# Customer service call script\n\n${TALK}`, false],
    ['build.md', '# Build scripts\n\nSay: `npm run build`.\n\n> Note: runs for long.\n', false],
    ['support-scripts.md', '# Support scripts\n\nThe scripts in `bin/` support the release.\n\n- Run `bin/go`.\n\n> Careful.\n', false],
    ['call-script.md', '# How to call the script\n\n```\nAgent: hello\nCustomer: hello\nAgent: bye\n```\n', false],
    ['templates.md', '# Response templates\n\n```\nHi [Name],\n\nYour money is on its way.\n```\n', true],
    ['templates.md', '# Response templates\n\n```json\n{ "a": "Hi" }\n```\n\n```\nresponses\n├── id\n└── text\n```\n', false],
    [
      'prompt.md',
      `# Call script\n\n${['Hello.', 'May I have your name?', 'And your number?', 'We ring you back today.'].map((line) => `**LINE:** Say: "${line}"\n\n`).join('')}`,
      true,
    ],
    ['call-script.md', '# Call script\r\n\r\n' + '**Agent:** "I am on it."\r\n\r\n'.repeat(400), true],
    ['call-script.md', '# Call script\n\n## Canned\n\n| API | Path |\n|---|---|\n| GET | `/replies` |\n', false],
    ['policy.md', '# Refund policy\n\n"Thank you" is what we say.\n\n> "We refund within 30 days."\n\n> "No questions asked."\n', false],
    ['call-script.txt', TALK, false],
    ['call-script.md', '', false],
    [
      'call-script.md',
      '# Skrypt rozmowy\n\nAgent: Dzień dobry, w czym mogę dziś pomóc? Proszę podać numer zamówienia.\nAgent: Przykro mi, nie możemy nic zrobić w tej sprawie.\n',
      false,
    ],
  ])('%s %j', async (path, text, claimed) => {
    const result = await readSource({ path, text });
    expect(!('unclaimed' in result) && result.ok && result.artefacts.length === 1).toBe(claimed);
  });
});

describe('odd files', () => {
  it('tells where a merge left two versions', async () => {
    const text = `# Customer call script\n\n<<<<<<< ours\n${TALK}=======\n${TALK}>>>>>>> theirs\n`;
    const result = await readSource({ path: 'a.md', text });
    expect(result).toMatchObject({ ok: false, problems: [{ place: { line: 3 }, message: expect.stringContaining('left by a merge') as string }] });
  });

  it.each([
    ['nested lists', `# Customer call script\n\n${'- '.repeat(10_000)}x\n\n${TALK}`],
    ['nested quotes', `# Customer call script\n\n${'>'.repeat(10_000)}x\n\n${TALK}`],
    [
      'deep indentation',
      `# Customer call script\n\n${Array.from({ length: 2_000 }, (_, depth) => `${'  '.repeat(depth)}- x`).join('\n')}\n\n${TALK}`,
    ],
    ['nothing but a byte', '\u0000'.repeat(100)],
    ['one long line', `# Customer call script\n\nAgent: ${'word '.repeat(100_000)}\n\n${TALK}`],
    ['brackets', `# Customer call script\n\n${'['.repeat(20_000)}\n\n${TALK}`],
    ['stars', `# Customer call script\n\n${'*a_'.repeat(10_000)}\n\n${TALK}`],
    ['quotes', `# Customer call script\n\n${'say "'.repeat(20_000)}\n\n${TALK}`],
    ['headings', `${'# Customer call script\n'.repeat(5_000)}\n${TALK}`],
    ['5 MB', `# Customer call script\n\n${TALK.repeat(45_000)}`],
  ])('are read quickly, or left alone: %s', async (_, text) => {
    const source = { path: 'call-script.md', text };
    await prepare({ path: 'call-script.md', text: TALK });
    const before = process.cpuUsage();
    await readSource(source);
    const { user, system } = process.cpuUsage(before);
    // Microseconds of work, so that a busy machine does not count.
    expect(user + system).toBeLessThan(3_000_000);
  });
});

/** A good file with a few pieces lost, doubled or replaced. */
const changed = fc
  .tuple(
    fc.constantFrom(...files),
    fc.array(
      fc.tuple(
        fc.nat(),
        fc.nat({ max: 30 }),
        fc.constantFrom('', '"', '|', '\n', '> ', '- ', '{', '}', '[', ']', '**', '# ', '`', '<', ':', '\u0000', '\\', 'â'),
      ),
      {
        minLength: 1,
        maxLength: 6,
      },
    ),
  )
  .map(([file, cuts]) => {
    const { path, text } = sourceOf(file);
    return {
      path,
      text: cuts.reduce(
        (rest, [at, length, put]) => rest.slice(0, at % (rest.length + 1)) + put + rest.slice((at % (rest.length + 1)) + length),
        text,
      ),
    };
  });

it('whatever is changed, the readers never throw, and every text has its place', async () => {
  await prepare({ path: 'call-script.md', text: TALK });
  fc.assert(
    fc.property(changed, (source) => {
      const result = read(source);
      const { lines } = new LineMap(source.text);
      for (const { place, message } of result.problems ?? []) {
        expect(message.length).toBeGreaterThan(10);
        expect(place?.line ?? 1).toBeLessThanOrEqual(lines);
      }
      for (const artefact of result.ok ? result.artefacts : []) {
        const ids = new Set(artefact.steps.map(({ id }) => id));
        expect(ids.size).toBe(artefact.steps.length);
        for (const { from, to } of artefact.edges) expect(ids.has(from) && ids.has(to)).toBe(true);
        for (const { route, step } of artefact.utterances) {
          if (step !== undefined) expect(ids.has(step)).toBe(true);
          const place = locate(source, artefact.syntax, route);
          expect(place.line).toBeGreaterThan(0);
          expect(place.endLine).toBeLessThanOrEqual(lines);
        }
      }
    }),
    { numRuns: 600 },
  );
});
