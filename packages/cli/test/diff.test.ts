import { execFileSync } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { runProgram } from '../src/program.js';
import { folderWith, heard } from './folder.js';

const git = (folder: string, ...args: readonly string[]): string =>
  execFileSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@example.com', ...args], {
    cwd: folder,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  });

const FLOW = `flow: desk
title: Front desk
channel: phone
role: entry
anywhere: { if-silent: person, if-unclear: person, if-broken: person }
steps:
  - say: Welcome.
  - menu: How can we help?
    choices:
      1 Bills: bills
      2 Moving house: moving
      0 A person: person
    tries: 2
parts:
  bills:
    - say: One moment.
    - queue: Billing
      wait-at-most: 5 minutes
      if-too-long: ring-back
      if-full: ring-back
      if-closed: ring-back
  moving:
    - ask: Your new address?
      for: address
    - do: Change the address
      if-not-done: person
    - end: solved
  person:
    - queue: Service desk
      wait-at-most: 5 minutes
      if-too-long: ring-back
      if-full: ring-back
      if-closed: ring-back
  ring-back:
    - callback: Service desk
      within: 2 hours
      saying: We ring you within two hours.
    - end: arranged
`;
const edited = (...edits: readonly (readonly [string, string])[]): string =>
  edits.reduce((text, [from, to]) => {
    expect(text).toContain(from);
    return text.replaceAll(from, to);
  }, FLOW);

const run = async (cwd: string, ...args: readonly string[]) => {
  const output = heard();
  const status = await runProgram(['diff', ...args], output, cwd);
  return { status, out: output.outText(), err: output.errText(), words: output.outText().replace(/\s+/gu, ' ') };
};

const compare = (before: string, after: string, ...args: readonly string[]) =>
  run(folderWith({ 'before/desk.yaml': before, 'after/desk.yaml': after }), 'before', 'after', ...args);

const NOTHING = 'From before to after\n\nNothing changes for customers.\n';

describe('nothing changes', () => {
  it.each([
    ['the same', FLOW],
    ['lines that moved', `# A comment.\n\n${FLOW.replaceAll('\nparts:', '\n\n\nparts:')}`],
    [
      'parts that were renamed',
      edited(['bills:\n', 'invoices:\n'], [': bills', ': invoices'], ['  ring-back:', '  later:'], [': ring-back', ': later']),
    ],
    ['quotation marks in another form', edited(['say: Welcome.', 'say: We’re “here”.']), edited(['say: Welcome.', 'say: We\'re "here".'])],
    ['another title and owner', edited(['title: Front desk', 'title: Reception\nowner: Service'])],
  ])('%s', async (_, after, before = FLOW) => {
    expect(await compare(before, after)).toMatchObject({ status: 0, out: NOTHING, err: '' });
  });

  it('where parts stand in another order', async () => {
    const [head = '', rest = ''] = FLOW.split('  bills:\n');
    const [bills = '', others = ''] = rest.split('  moving:\n');
    expect(await compare(FLOW, `${head}  moving:\n${others}  bills:\n${bills}`)).toMatchObject({ out: NOTHING });
  });
});

describe('what is told', () => {
  it.each([
    [
      'another key',
      edited(['1 Bills', '2 Bills'], ['2 Moving house', '1 Moving house']),
      'who presses 1 (Bills) so far must do otherwise: presses 2 (Bills)',
    ],
    [
      'another meaning',
      edited(['2 Moving house: moving', '2 Offers: bills']),
      'means something else: was presses 2 (Moving house), is presses 2 (Offers); came to the question “Your new address?”',
    ],
    ['other words', edited(['1 Bills', '1 Invoices']), 'other words: was presses 1 (Bills), is presses 1 (Invoices)'],
    ['a choice less', edited(['      0 A person: person\n', '']), 'a choice is gone: presses 0 (A person), came to the queue Service desk'],
    [
      'a choice that leads elsewhere',
      edited(['2 Moving house: moving', '2 Moving house: ring-back']),
      'presses 2 (Moving house): came to the question “Your new address?” and “One moment.”'.slice(0, 60),
    ],
    [
      'a person further away',
      edited(['    - queue: Service desk', '    - ask: Your name?\n      for: name\n    - queue: Service desk']),
      'the queue Service desk: at least 1 choice, 0 questions',
    ],
    [
      'an errand that is gone',
      edited(['    - do: Change the address\n      if-not-done: person\n', '']),
      'Customers no longer come to ! “Change the address” done',
    ],
    ['a promise', edited(['within: 2 hours', 'within: 3 days']), 'promised within: was 2 hours, is 3 days'],
    ['words', edited(['say: Welcome.', 'say: Welcome. Buy now.']), 'was “Welcome.”, is “Welcome. Buy now.”'],
    [
      'words that are heard on another way',
      edited(['1 Bills: bills', '1 Bills: person']),
      'presses 1 (Bills): came to the queue Billing and the words “One moment.”; now comes to the queue Service desk',
    ],
    [
      'opening hours',
      edited(['    - say: One moment.', '    - say: One moment.\n    - hours: Billing\n      if-closed: ring-back']),
      'while it is closed',
    ],
    [
      'a part that is not in view',
      edited(['1 Bills: bills', '1 Bills: away'], ['  moving:\n', '  away:\n    - transfer: Elsewhere\n      to: flow\n  moving:\n']),
      'Customers may no longer come to (unless a part that is not in view leads there) - the queue Billing',
    ],
  ])('%s', async (_, after, expected) => {
    const { status, words } = await compare(FLOW, after);
    expect(status).toBe(0);
    expect(words).toContain(expected);
    expect(words).not.toContain('Nothing changes');
  });

  it('flows that are new, gone or renamed, and findings', async () => {
    const folder = folderWith({
      'before/desk.yaml': FLOW,
      'before/old.yaml': FLOW.replace('flow: desk', 'flow: old').replace('Welcome.', 'Good day.'),
      'after/desk.yaml': FLOW,
      'after/moved/reception.yaml': FLOW.replace('flow: desk', 'flow: reception').replace('Welcome.', 'Good day.'),
      'after/night.yaml':
        'flow: night\nchannel: phone\nrole: entry\nsteps:\n  - verify: pin\n    saying: Your PIN?\n    if-wrong: end\n    if-silent: end\n  - end: solved\n',
    });
    const { words } = await run(folder, 'before', 'after');
    expect(words).toContain('The flow old (old.yaml) is now reception (moved/reception.yaml).');
    expect(words).toContain('New flow: night (night.yaml).');
    expect(words).toMatch(/Newly found: 3 .*night\.yaml:5 error verify-failure-dead-end/u);
    expect((await run(folder, 'after', 'before')).words).toContain('No longer there: flow night (night.yaml).');
  });

  it('that a file could not be read, instead of that its flow is gone', async () => {
    const { words, err } = await compare(FLOW, FLOW.replace('steps:', '\tsteps:'));
    expect(err).toContain('desk.yaml:');
    expect(words).toContain('Front desk (desk.yaml) could not be compared');
    expect(words).toContain('1 file could not be read');
    expect(words).not.toContain('No longer there');
  });

  it('that a phone number on a page is a way to a person', async () => {
    const page = (contact: string): string =>
      `<!doctype html><html lang="en"><head><title>Shop</title></head><body><h1>Contact us</h1><p>${contact}</p></body></html>`;
    const folder = folderWith({
      'before/index.html': page('Ring <a href="tel:+442079460000">020 7946 0000</a>.'),
      'after/index.html': page('Write to us.'),
    });
    const { words } = await run(folder, 'before', 'after');
    expect(words).toContain('! nobody is reached any more');
    expect(words).toContain('! a phone number on a page');
    expect((await run(folder, 'after', 'before')).words).toContain('a person is reached now, and nobody was before');
  });

  it('values of operations documents', async () => {
    const operations = (fee: number): string =>
      `operations: shop\ntitle: Shop ${fee}\nfees:\n  - { fee: leak-cover, amount: ${fee} GBP, every: month, only-if: always }\n`;
    expect((await compare(operations(5), operations(9))).words).toMatch(/What is stated - fees\/leak-cover\/\S+: was 5.*, is 9/u);
  });
});

describe('git', () => {
  const repository = () => {
    const folder = folderWith({
      'flows/desk.yaml': FLOW,
      'other/desk.yaml': FLOW.replace('flow: desk', 'flow: other'),
      '.carelintignore': 'ignored/\n',
    });
    const write = (name: string, text: string): void => {
      writeFileSync(path.join(folder, name), text);
    };
    git(folder, 'init', '-q', '-b', 'main');
    git(folder, 'add', '-A');
    git(folder, 'commit', '-q', '-m', 'first');
    return { folder, write };
  };
  const WELCOME = 'was “Welcome.”, is “Good day.”';

  it('compares a commit with the working tree, which it does not touch', async () => {
    const { folder, write } = repository();
    write('flows/desk.yaml', FLOW.replace('Welcome.', 'Good day.'));
    const before = git(folder, 'status', '--porcelain=v2');
    expect((await run(folder, 'main')).words).toContain(WELCOME);
    expect((await run(folder)).words).toContain(WELCOME);
    expect((await run(folder, 'HEAD', 'flows')).words).toContain(WELCOME);
    expect((await run(folder, 'HEAD', 'other')).words).toContain('Nothing changes for customers.');
    expect((await run(path.join(folder, 'other'), 'HEAD')).words).toContain('Nothing changes for customers.');
    expect(git(folder, 'status', '--porcelain=v2')).toBe(before);
    expect(readFileSync(path.join(folder, 'flows/desk.yaml'), 'utf8')).toContain('Good day.');
  });

  it('compares two commits, and a branch with where it was left', async () => {
    const { folder, write } = repository();
    git(folder, 'switch', '-q', '-c', 'feature');
    write('flows/desk.yaml', FLOW.replace('Welcome.', 'Good day.'));
    git(folder, 'commit', '-q', '-am', 'second');
    git(folder, 'switch', '-q', 'main');
    write('other/desk.yaml', FLOW.replace('flow: desk', 'flow: other').replace('Welcome.', 'Hi.'));
    git(folder, 'commit', '-q', '-am', 'third');
    rmSync(path.join(folder, 'flows'), { recursive: true });
    const both = await run(folder, 'main', 'feature');
    expect(both.words).toContain(WELCOME);
    expect(both.words).toContain('was “Hi.”, is “Welcome.”');
    const since = await run(folder, 'main...feature');
    expect(since.words).toContain(WELCOME);
    expect(since.words).not.toContain('Hi.');
    expect((await run(folder, 'feature', 'main', 'other')).words).toContain('was “Welcome.”, is “Hi.”');
    expect((await run(folder, 'main')).words).toContain('No longer there: flow Front desk (flows/desk.yaml).');
  });

  it.each([
    [['nowhere'], 'There is no file, folder or commit `nowhere`.'],
    [['flows'], 'What is `flows` to be compared with?'],
    [['flows', 'main'], 'Name the commit first: `carelint diff main flows`.'],
    [['flows', 'other', 'flows'], 'more than two are too many'],
    [['same'], '`same` is both a path here and a commit of git. Write `./same`'],
    [['--', '--exec=x'], 'There is no file, folder or commit `--exec=x`.'],
  ])('refuses %j', async (args, expected) => {
    const { folder, write } = repository();
    git(folder, 'branch', 'same');
    write('same', '');
    const { status, err } = await run(folder, ...args);
    expect(status).toBe(2);
    expect(err).toContain(expected);
  });

  it('works without git where paths are compared', async () => {
    expect((await run(folderWith({ 'a.yaml': FLOW, 'b.yaml': FLOW }), 'a.yaml', 'b.yaml')).words).toContain('Nothing changes for customers.');
    expect((await run(folderWith({ 'a.yaml': FLOW }), 'main')).err).toContain('This folder is in no git repository.');
  });
});

describe('the exit code', () => {
  const WORSE = edited(['      0 A person: person\n', '']);
  it.each([
    [FLOW, WORSE, [], 0],
    [FLOW, WORSE, ['--fail-on', 'worse'], 1],
    [WORSE, FLOW, ['--fail-on', 'worse'], 0],
    [FLOW, FLOW, ['--fail-on', 'advice'], 0],
  ])('%#', async (before, after, args, expected) => {
    expect((await compare(before, after, ...args)).status).toBe(expected);
  });
});

describe('formats', () => {
  const HOSTILE = FLOW.replace('say: Welcome.', 'say: "<img src=x onerror=alert(1)> \\u001b[31m [link](http://x) `tick` ::warning::x"');

  it('JSON holds all of it', async () => {
    const { out } = await compare(FLOW, HOSTILE, '--format', 'json');
    const told = JSON.parse(out) as { nothingChanges: boolean; documents: { status: string; texts: { before: string }[] }[] };
    expect(told.nothingChanges).toBe(false);
    expect(told.documents.map(({ status }) => status)).toEqual(['changed']);
    expect(told.documents[0]?.texts[0]?.before).toBe('Welcome.');
    expect(out).not.toContain('\u001b');
  });

  it('nothing in a text acts in Markdown or in a terminal', async () => {
    const { out } = await compare(FLOW, HOSTILE, '--format', 'markdown');
    expect(out).not.toMatch(/<img|\[link\]/u);
    expect(out).not.toContain('\u001b');
    expect(out).toContain('&lt;img');
    expect((await compare(FLOW, HOSTILE)).out).not.toContain('\u001b');
  });

  it('Markdown draws journeys, within what GitHub takes', async () => {
    const { out } = await compare(FLOW, edited(['      0 A person: person\n', '']), '--format', 'markdown');
    expect(out).toContain('```mermaid\n');
    const many = (text: string): string =>
      `${FLOW}${Array.from({ length: 400 }, (_, i) => `  part-${i}:\n    - say: ${text} ${i} ${'word '.repeat(40)}\n    - end: solved\n`).join('')}`.replace(
        '      0 A person: person\n',
        Array.from({ length: 400 }, (_, i) => `      ${text} ${i}: part-${i}\n`).join(''),
      );
    const large = await compare(many('Before'), many('After'), '--format', 'markdown');
    expect(large.out.length).toBeLessThan(65_536);
    expect(large.out).toContain('There is more than fits here');
  });

  it('is written to a file', async () => {
    const folder = folderWith({ 'a.yaml': FLOW, 'b.yaml': FLOW });
    expect((await run(folder, 'a.yaml', 'b.yaml', '--output', 'diff.txt')).out).toBe('');
    expect(readFileSync(path.join(folder, 'diff.txt'), 'utf8')).toContain('Nothing changes for customers.');
  });
});
