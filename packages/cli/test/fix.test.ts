import { execFileSync } from 'node:child_process';
import { linkSync, mkdirSync, readFileSync, statSync, symlinkSync, writeFileSync, chmodSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { writeFixed } from '../src/fix/write-fixed.js';
import { runProgram } from '../src/program.js';
import { folderWith, heard } from './folder.js';

const PAGE = (box: string): string => `<!doctype html>
<html lang="en-GB">
<head><meta charset="utf-8"><title>Join</title></head>
<body>
<h1>Join</h1>
<form action="/join"><label>E-mail <input type="email" name="email"></label>
${box}
<button>Join</button></form>
</body>
</html>
`;
const TICKED = '<label><input type="checkbox" name="newsletter" checked> Keep me up to date</label>';
const EMPTY = '<label><input type="checkbox" name="newsletter"> Keep me up to date</label>';
const FLOW = (before = '', behind = ''): string =>
  `${before}flow: hello\nchannel: phone\nsteps:\n  - say: Hello.\n${behind}  - person: Service desk\n`;
const OLD = '# carelint-disable-next-line no-barge-in -- mended long ago\n';

const MENU = (rules: string): string =>
  `flow: hello\nchannel: phone\nsteps:\n  # carelint-disable-next-line ${rules} -- soon\n  - menu: What is it?\n    choices: { 1 A bill: desk }\n    interruptible: false\nparts:\n  desk:\n    - person: Desk\n`;

type Files = Readonly<Record<string, string | Uint8Array>>;

/** A folder in which one runs after the other. */
const house = (files: Files) => {
  const folder = folderWith(files);
  const run = async (...args: readonly string[]) => {
    const output = heard();
    const status = await runProgram(['check', ...args], output, folder);
    return { status, out: output.outText(), err: output.errText() };
  };
  const read = (name: string): string => readFileSync(path.join(folder, name), 'utf8');
  const bytes = (name: string): Buffer => readFileSync(path.join(folder, name));
  return { folder, run, read, bytes };
};

/** What the files of the tables are about; other rules would only take time. */
const ONLY = [
  '--config',
  'none',
  '--only',
  'preticked-consent,no-barge-in,prompt-too-long,no-callback-in-queue,phone-number-invalid,bot-only-contact',
];

const fixed = async (files: Files, ...args: readonly string[]) => {
  const at = house(files);
  const told = await at.run('--fix', '--format', 'compact', ...args);
  return { ...at, ...told };
};

/** What is written, and what stands there after `--fix`. */
const MENDED: readonly (readonly [what: string, name: string, before: string, after: string])[] = [
  [
    'an attribute between others',
    'a.html',
    PAGE('<label><input checked type=checkbox name=newsletter> Send me offers</label>'),
    PAGE('<label><input type=checkbox name=newsletter> Send me offers</label>'),
  ],
  [
    'with a value, over lines',
    'a.html',
    PAGE('<label><input type="checkbox"\n  checked="checked"\n  name="newsletter" /> Send me offers</label>'),
    PAGE('<label><input type="checkbox"\n  name="newsletter" /> Send me offers</label>'),
  ],
  [
    'two boxes at once',
    'a.html',
    PAGE(`${TICKED}\n${TICKED.replace('newsletter', 'offers')}`),
    PAGE(`${EMPTY}\n${EMPTY.replace('newsletter', 'offers')}`),
  ],
  ['a comment on a line of its own', 'a.yaml', FLOW('', `  ${OLD}`), FLOW()],
  ['a comment at the top', 'a.yaml', FLOW(OLD), FLOW()],
  ['a comment behind something', 'a.yaml', FLOW().replace('desk', 'desk   # carelint-disable-step no-barge-in -- old'), FLOW()],
  ['a comment at the very end', 'a.yaml', `${FLOW().trimEnd()} # carelint-disable-step no-barge-in -- old`, FLOW().trimEnd()],
  ['one rule of two', 'a.yaml', MENU('no-barge-in, prompt-too-long'), MENU('no-barge-in')],
  ['a comment of a page', 'a.html', PAGE(`<!-- carelint-disable-next-line preticked-consent -- old -->\n${EMPTY}`), PAGE(EMPTY)],
  ['a comment of a page beside text', 'a.html', PAGE(`${EMPTY} <!-- carelint-disable-next-line preticked-consent -- old -->`), PAGE(EMPTY)],
  [
    'other comments stay',
    'a.yaml',
    FLOW('# Ours.\n', `  # Said to all.\n  ${OLD}  # And then:\n`),
    FLOW('# Ours.\n', '  # Said to all.\n  # And then:\n'),
  ],
  ['lines of Windows', 'a.yaml', FLOW('', `  ${OLD}`).replaceAll('\n', '\r\n'), FLOW().replaceAll('\n', '\r\n')],
  [
    'a mail behind `tel:`',
    'a.html',
    PAGE('<a href="tel:+443305550148">0330 555 0148</a> <a href="tel:help@shop.example">write to us</a>'),
    PAGE('<a href="tel:+443305550148">0330 555 0148</a> <a href="mailto:help@shop.example">write to us</a>'),
  ],
];

describe('what is certain and safe is mended', () => {
  it.each(MENDED)('%s', async (_, name, before, after) => {
    const { read, err, run } = await fixed({ [name]: before }, ...ONLY);
    expect(read(name)).toBe(after);
    expect(err).toMatch(/^Mended \d findings? in 1 file\.\n$/u);
    const again = await run('--fix', ...ONLY, '--format', 'compact');
    expect(again.err).toBe('Nothing was mended.\n');
    expect(read(name)).toBe(after);
  });

  it('and nothing else: marks, encodings and modes stay', async () => {
    const page = PAGE(TICKED);
    const french = page.replace('utf-8', 'iso-8859-1').replace('Keep me up to date', 'Tenez-moi au courant des nouveautés par e-mail, newsletter');
    const { bytes, folder } = house({
      'mark.html': Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from(page)]),
      'wide.html': Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(page, 'utf16le')]),
      'wide-too.html': Buffer.concat([Buffer.from([0xfe, 0xff]), Buffer.from(page, 'utf16le').swap16()]),
      'western.html': Buffer.from(french, 'latin1'),
    });
    chmodSync(path.join(folder, 'western.html'), 0o640);
    await runProgram(['check', '--fix', '--config', 'none', '--only', 'preticked-consent'], heard(), folder);
    const done = PAGE(EMPTY);
    expect(bytes('mark.html')).toEqual(Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from(done)]));
    expect(bytes('wide.html')).toEqual(Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(done, 'utf16le')]));
    expect(bytes('wide-too.html')).toEqual(Buffer.concat([Buffer.from([0xfe, 0xff]), Buffer.from(done, 'utf16le').swap16()]));
    expect(bytes('western.html')).toEqual(Buffer.from(french.replace(' checked', ''), 'latin1'));
    expect(statSync(path.join(folder, 'western.html')).mode & 0o777).toBe(0o640);
  });

  const config = (waivers: string): string => `extends: [recommended]   # ours\n${waivers}fail-on: error\n`;
  const waiver = (rule: string): string =>
    `  - rule: ${rule}\n    file: '*.yaml'\n    because: New system in March.\n    owner: Jane Ito\n    until: 2099-01-01\n`;
  const QUEUE = FLOW().replace('person', 'queue');
  it.each([
    ['one of two', `waivers:\n${waiver('no-callback-in-queue')}${waiver('no-barge-in')}`, `waivers:\n${waiver('no-callback-in-queue')}`],
    ['the only one, with its list', `waivers:\n${waiver('no-barge-in')}`, ''],
    ['both of two', `waivers:\n${waiver('no-barge-in')}${waiver('menu-too-wide')}`, ''],
  ])('waivers that hide nothing: %s', async (_, before, after) => {
    const { read, status } = await fixed({ 'carelint.yaml': config(before), 'a.yaml': QUEUE });
    expect(read('carelint.yaml')).toBe(config(after));
    expect(status).toBe(0);
  });

  it('a waiver with a comment is left to those who wrote it', async () => {
    const text = config(`waivers:\n  # asked for by the board\n${waiver('no-barge-in')}`);
    const { read } = await fixed({ 'carelint.yaml': text, 'a.yaml': QUEUE });
    expect(read('carelint.yaml')).toBe(text);
  });
});

describe('what is left alone', () => {
  it.each<readonly [string, Files, readonly string[]]>([
    [
      'what a comment switches off',
      { 'a.html': PAGE(`<!-- carelint-disable-next-line preticked-consent -- agreed on -->\n${TICKED}`) },
      ['--config', 'none'],
    ],
    [
      'what a waiver hides',
      {
        'a.html': PAGE(TICKED),
        'carelint.yaml': "extends: [recommended]\nwaivers:\n  - { rule: preticked-consent, file: '*', because: x, owner: y, until: 2099-01-01 }\n",
      },
      [],
    ],
    ['a rule that was not asked for', { 'a.html': PAGE(TICKED) }, ['--config', 'none', '--only', 'no-barge-in']],
    [
      'a tag in which a template has a part',
      { 'a.html': PAGE('<label><input type="checkbox" {{ attrs }} name="newsletter" checked> Keep me up to date</label>') },
      ['--config', 'none'],
    ],
    [
      'a setting of a consent tool',
      { 'klaro.yml': 'elementID: klaro\nservices:\n  - name: ads\n    title: Advertising\n    purposes: [marketing]\n    default: true\n' },
      ['--config', 'none'],
    ],
    ['a comment where only a part was read', { 'a.yaml': FLOW(OLD), 'b.yaml': FLOW() }, ['--config', 'none', 'a.yaml']],
    ['a comment where a file could not be read', { 'a.yaml': FLOW(OLD), 'b.yaml': 'flow: b\n\tchannel: phone\n' }, ['--config', 'none']],
    [
      'a comment for a question that is open',
      {
        'a.yaml':
          'flow: a\nchannel: phone\nsteps:\n  # carelint-disable-next-line no-input-hangup -- not yet\n  - menu: What is it about?\n    choices: { 1 A bill: desk }\n    if-unclear: desk\nparts:\n  desk:\n    - person: Desk\n',
      },
      ['--config', 'none'],
    ],
  ])('%s', async (_, files, args) => {
    const { read, err } = await fixed(files, ...args);
    for (const [name, text] of Object.entries(files)) expect(read(name)).toBe(text);
    expect(err).toContain('Nothing was mended.');
  });

  it('what a baseline knows', async () => {
    const { run, read } = house({ 'a.html': PAGE(TICKED) });
    await run('--config', 'none', '--update-baseline');
    await run('--config', 'none', '--fix');
    expect(read('a.html')).toBe(PAGE(TICKED));
  });

  it('a file of which the mended form would bring something new, and that is told', async () => {
    const page =
      '<!doctype html><html lang="en-GB"><head><title>Contact us</title></head><body><h1>Contact us</h1><p>Write to <a href="tel:help@shop.example">us</a>.</p></body></html>';
    const { read, err, status } = await fixed({ 'contact.html': page, 'join.html': PAGE(TICKED) }, '--config', 'none');
    expect(read('contact.html')).toBe(page);
    expect(read('join.html')).toBe(PAGE(EMPTY));
    expect(err).toContain(
      '`contact.html` was left as it is: with its findings mended there would be `contact-single-channel` at line 1. Mend it by hand.',
    );
    expect(status).toBe(1);
  });

  it('what only looks, and what asks for the opposite', async () => {
    const { run, read } = house({ 'a.html': PAGE(TICKED) });
    const dry = await run('--config', 'none', '--fix-dry-run');
    expect(read('a.html')).toBe(PAGE(TICKED));
    expect(dry.status).toBe(1);
    expect(dry.err).toBe('`--fix` would mend 1 finding in 1 file.\n');
    expect((await run('--config', 'none', '--fix', '--update-baseline')).err).toContain('Run `carelint check --fix` first');
    expect((await run('--config', 'none', '--fix', '--fix-dry-run')).err).toContain('Leave one out.');
  });
});

it('what --fix-dry-run shows is what --fix does', async () => {
  const files = { 'a.html': PAGE(TICKED), 'sub/b.yaml': FLOW('', `  ${OLD}`), 'sub/c.yaml': FLOW('', `  ${OLD}`).trimEnd() };
  const { folder, run, read } = house(files);
  const { out } = await run('--config', 'none', '--fix-dry-run');
  execFileSync('git', ['apply', '--unidiff-zero', '-p1'], { cwd: folder, input: out });
  const byGit = Object.keys(files).map(read);
  const { read: readMended } = await fixed(files, '--config', 'none');
  expect(byGit).toEqual(Object.keys(files).map(readMended));
});

describe('with git', () => {
  const git = (folder: string, ...args: readonly string[]): void =>
    void execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@example.com', ...args], { cwd: folder, stdio: 'pipe' });
  const repository = () => {
    const at = house({ 'old.html': PAGE(TICKED), 'new.html': PAGE('') });
    git(at.folder, 'init', '-q', '-b', 'main');
    git(at.folder, 'add', '.');
    git(at.folder, 'commit', '-qm', 'first');
    writeFileSync(path.join(at.folder, 'new.html'), PAGE(TICKED));
    return at;
  };

  it('--changed mends what has changed', async () => {
    const { run, read } = repository();
    await run('--config', 'none', '--fix', '--changed', '--since', 'HEAD');
    expect([read('old.html'), read('new.html')]).toEqual([PAGE(TICKED), PAGE(EMPTY)]);
  });

  it('--staged mends what is staged as it lies on the disk, and says what to stage', async () => {
    const { folder, run, read } = repository();
    git(folder, 'add', 'new.html');
    const { err } = await run('--config', 'none', '--fix', '--staged');
    expect([read('old.html'), read('new.html')]).toEqual([PAGE(TICKED), PAGE(EMPTY)]);
    expect(err).toContain('git add new.html');
  });

  it('--staged leaves what has changed since', async () => {
    const { folder, run, read } = repository();
    git(folder, 'add', 'new.html');
    const more = `${PAGE(TICKED)}<!-- more -->\n`;
    writeFileSync(path.join(folder, 'new.html'), more);
    const { err, status } = await run('--config', 'none', '--fix', '--staged');
    expect(read('new.html')).toBe(more);
    expect(err).toContain('`new.html` is not staged as it lies on the disk');
    expect(status).toBe(2);
  });
});

describe('files are changed with care', () => {
  it('a link is followed into what is checked, and not out of it', async () => {
    const outside = house({ 'far.html': PAGE(TICKED) });
    const { folder, run, read } = house({ 'site/near.html': PAGE(TICKED) });
    symlinkSync(path.join(outside.folder, 'far.html'), path.join(folder, 'far.html'));
    symlinkSync(path.join('site', 'near.html'), path.join(folder, 'alias.html'));
    const { err, status } = await run('--config', 'none', '--fix', '.');
    expect(outside.read('far.html')).toBe(PAGE(TICKED));
    expect(read('site/near.html')).toBe(PAGE(EMPTY));
    expect(err).toContain('`far.html` is a link to a file outside of what is checked');
    expect(status).toBe(2);
  });

  it('a read-only file and one with two names are left, and the others are done', async () => {
    const { folder, run, read } = house({ 'shut.html': PAGE(TICKED), 'two.html': PAGE(TICKED), 'z.html': PAGE(TICKED) });
    chmodSync(path.join(folder, 'shut.html'), 0o444);
    mkdirSync(path.join(folder, '.elsewhere'));
    linkSync(path.join(folder, 'two.html'), path.join(folder, '.elsewhere/two.html'));
    const { err, out, status } = await run('--config', 'none', '--fix', '--format', 'compact', '--only', 'preticked-consent');
    expect([read('shut.html'), read('two.html'), read('z.html')]).toEqual([PAGE(TICKED), PAGE(TICKED), PAGE(EMPTY)]);
    expect(err).toContain('Mended 1 finding in 1 file.');
    expect(err).toContain('`shut.html` is read-only');
    expect(err).toContain('`two.html` has another name');
    // What is reported is what lies there.
    expect(out).toMatch(/^shut\.html:.*\ntwo\.html:.*\n2 errors/u);
    expect(status).toBe(2);
  });

  it('a file that has changed meanwhile is left', async () => {
    const { folder, read } = house({ 'a.html': PAGE(TICKED) });
    const file = { absolute: path.join(folder, 'a.html'), shown: 'a.html', before: Buffer.from(PAGE('')), after: Buffer.from(PAGE(EMPTY)) };
    await expect(writeFixed(file, [folder])).rejects.toThrow('`a.html` has changed while carelint was running');
    expect(read('a.html')).toBe(PAGE(TICKED));
  });
});

describe('whatever is written', () => {
  const line = fc.constantFrom(
    TICKED,
    EMPTY,
    TICKED.replace(' checked', ' CHECKED="checked"'),
    TICKED.replace('<input', '<input disabled'),
    '<!-- carelint-disable-next-line preticked-consent -- because -->',
    '<!-- carelint-disable-next-line preticked-consent, bot-only-contact -- because -->',
    '<!-- carelint-disable-next-line bot-only-contact -- because --> <p>Words</p>',
    '<p>Ours <!-- a comment --> and theirs</p>',
    '<pre>  checked  </pre>',
    '',
  );
  it('a second --fix changes nothing, and only what is mended goes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(line, { maxLength: 8 }), fc.constantFrom('\n', '\r\n'), async (lines, end) => {
        const text = PAGE(lines.join('\n')).replaceAll('\n', end);
        const { read, run } = await fixed({ 'a.html': text }, ...ONLY);
        const after = read('a.html');
        const again = await run('--fix', ...ONLY, '--format', 'compact');
        expect(read('a.html')).toBe(after);
        expect(again.err).toBe('Nothing was mended.\n');
        const bare = (page: string): string =>
          page
            .replace(/ checked(?:="checked")?(?=[^<]*>)/giu, '')
            .replace(/<!-- carelint-.*?-->/gu, '')
            .replace(/\s+/gu, ' ');
        expect(bare(after)).toBe(bare(text));
      }),
      { numRuns: 15 },
    );
  });
});
