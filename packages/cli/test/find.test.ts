import { chmodSync, mkdirSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { decode } from '../src/find/decode.js';
import { find, type FindRequest } from '../src/find/find.js';
import { open } from '../src/find/read.js';
import { folderWith } from './folder.js';

const names = (folder: string, paths: readonly string[] = ['.'], over: Partial<FindRequest> = {}): string[] =>
  find({ cwd: folder, paths, ignore: { folder, patterns: [] }, notInside: [], ...over }).map(({ absolute }) =>
    path.relative(folder, absolute).split(path.sep).join('/'),
  );

describe('find', () => {
  it('takes every file, with or without an extension, in the order of names', () => {
    const folder = folderWith({ 'b.yaml': '', 'a/Flow without extension': '', 'a/z.json': '', 'logo.png': '', '.hidden/x.yaml': '' });
    expect(names(folder)).toEqual(['a/Flow without extension', 'a/z.json', 'b.yaml']);
  });

  it('leaves out node_modules, .git and what ignore files name, also those further in', () => {
    const folder = folderWith({
      '.git/config': '',
      'node_modules/x/flow.yaml': '',
      '.gitignore': 'dist/\n*.tmp',
      '.carelintignore': '/old\n',
      'dist/a.yaml': '',
      'a.tmp': '',
      'old/a.yaml': '',
      'sub/old/b.yaml': '',
      'sub/.gitignore': '*.yaml\n!keep.yaml',
      'sub/lost.yaml': '',
      'sub/keep.yaml': '',
    });
    expect(names(folder)).toEqual(['sub/keep.yaml']);
  });

  it('hears ignore files above the folder, up to the root of the repository', () => {
    const folder = folderWith({ '.git/config': '', '.gitignore': 'flows/old', 'flows/old/a.yaml': '', 'flows/b.yaml': '' });
    expect(names(folder, ['flows'])).toEqual(['flows/b.yaml']);
  });

  it('leaves out what the config ignores, and folders of policies unless they are named', () => {
    const folder = folderWith({ 'a.yaml': '', 'archive/b.yaml': '', 'policies/r/bad/c.yaml': '' });
    const over = { ignore: { folder, patterns: ['archive/**'] }, notInside: [path.join(folder, 'policies')] };
    expect(names(folder, ['.'], over)).toEqual(['a.yaml']);
    expect(names(folder, ['policies'], over)).toEqual(['policies/r/bad/c.yaml']);
  });

  it('always reads a file that is named, and reads it once', () => {
    const folder = folderWith({ '.gitignore': 'a.yaml', 'a.yaml': '', 'b.yaml': '' });
    expect(names(folder, ['a.yaml', '.', 'b.yaml'])).toEqual(['a.yaml', 'b.yaml']);
  });

  it('understands globs', () => {
    const folder = folderWith({ 'flows/a.yaml': '', 'flows/deep/b.yaml': '', 'flows/c.json': '' });
    expect(names(folder, ['flows/**/*.yaml'])).toEqual(['flows/a.yaml', 'flows/deep/b.yaml']);
  });

  it('does not go round in links', () => {
    const folder = folderWith({ 'a/b.yaml': '' });
    symlinkSync(folder, path.join(folder, 'a/round'));
    symlinkSync('b.yaml', path.join(folder, 'a/linked.yaml'));
    symlinkSync('nowhere', path.join(folder, 'a/dangling.yaml'));
    expect(names(folder)).toEqual(['a/b.yaml', 'a/linked.yaml']);
  });

  it('says which path does not exist', () => {
    const folder = folderWith({});
    expect(() => names(folder, ['flows'])).toThrow('There is no file or folder `flows`.');
    expect(() => names(folder, ['*.yaml'])).toThrow('Nothing matches `*.yaml`.');
  });
});

describe('decode', () => {
  const bytes = (...list: number[]): Uint8Array => Uint8Array.from(list);

  it('reads UTF-8 and takes the byte order mark away', () => {
    expect(decode(bytes(0xef, 0xbb, 0xbf, 0x61, 0xc3, 0xa9))).toMatchObject({ ok: true, text: 'aé' });
    expect(decode(bytes())).toMatchObject({ ok: true, text: '' });
  });

  it('reads UTF-16 where a byte order mark says so', () => {
    expect(decode(bytes(0xff, 0xfe, 0x61, 0))).toMatchObject({ ok: true, text: 'a' });
    expect(decode(bytes(0xfe, 0xff, 0, 0x61))).toMatchObject({ ok: true, text: 'a' });
  });

  it('tells binary from wrongly encoded', () => {
    expect(decode(bytes(0x61, 0, 0x62))).toEqual({ ok: false, binary: true });
    expect(decode(bytes(0x61, 0xe9, 0x62))).toMatchObject({ ok: false, binary: false, message: expect.stringContaining('UTF-8') as string });
  });

  it.each([
    ['that it names', '<!doctype html><meta charset="iso-8859-1"><p>Gr\u00fcezi', 'Grüezi'],
    ['that it names in the old way', '<html><meta http-equiv="Content-Type" content="text/html; charset=iso-8859-5"><p>\u00bf', 'П'],
    ['of the West where it names none', '<html><p>Gr\u00fcezi', 'Grüezi'],
    ['that it names, as far as that goes', '<html><meta charset="utf-8"><p>Gr\u00fcezi', 'Gr\ufffdezi'],
  ])('a page is read in the encoding %s', (_, text, end) => {
    const decoded = decode(Uint8Array.from(Buffer.from(text, 'latin1')));
    expect(decoded.ok && decoded.text.endsWith(end)).toBe(true);
  });
});

describe('open', () => {
  const openings = (folder: string, files: { name: string; named?: boolean }[]): unknown[] =>
    files.map(({ name, named = false }) => open({ absolute: path.join(folder, name), named }, folder).opened);

  it('yields texts in order, however many there are', () => {
    const files = Object.fromEntries(Array.from({ length: 60 }, (_, index) => [`f${index}`, String(index)]));
    const opened = openings(
      folderWith(files),
      Object.keys(files).map((name) => ({ name })),
    );
    expect(opened).toEqual(Object.entries(files).map(([path, text]) => ({ is: 'source', source: { path, text } })));
  });

  it('skips bytes that it meets, and reports those that are named', () => {
    const folder = folderWith({ bytes: Uint8Array.of(1, 0, 2) });
    expect(openings(folder, [{ name: 'bytes' }, { name: 'bytes', named: true }])).toMatchObject([
      { is: 'skipped' },
      { is: 'problem', problem: { path: 'bytes' } },
    ]);
  });

  it('reports what cannot be read', () => {
    const folder = folderWith({ locked: 'x' });
    mkdirSync(path.join(folder, 'folder'));
    chmodSync(path.join(folder, 'locked'), 0);
    const opened = openings(folder, [{ name: 'gone' }, { name: 'folder' }, ...(process.getuid?.() === 0 ? [] : [{ name: 'locked' }])]);
    expect(opened.every((one) => (one as { is: string }).is === 'problem')).toBe(true);
  });
});
