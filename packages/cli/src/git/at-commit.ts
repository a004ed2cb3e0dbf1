import { UserError } from '@carelint/core';
import path from 'node:path';
import type { ResolvedConfig } from '../config/resolve.js';
import { wouldFind, type Found } from '../find/find.js';
import picomatch from 'picomatch';
import { contentsOf } from './contents.js';
import { namesIn, runGit } from './run-git.js';

/** Larger ones are left alone, as on the disk. */
const LARGEST = 20 * 1024 * 1024;

const LINE = /^(?<mode>\d+) blob (?<object>[0-9a-f]+) +(?<size>\d+)\t(?<name>.*)$/su;

/** What lies below a folder in a commit, by absolute path. Links and other repositories are left out. */
const listed = (cwd: string, commit: string): readonly { readonly absolute: string; readonly object: string }[] => {
  const { ok, out } = runGit(cwd, ['ls-tree', '-r', '-z', '--long', commit]);
  if (!ok) throw new UserError(`git could not list the files of \`${commit}\` (\`git ls-tree\`). Try \`git fsck\`.`);
  return namesIn(out).flatMap((line) => {
    const { mode = '', object, size, name } = LINE.exec(line)?.groups ?? {};
    if (object === undefined || name === undefined || !mode.startsWith('100') || Number(size) > LARGEST) return [];
    return [{ absolute: path.resolve(cwd, name), object }];
  });
};

const slashed = (file: string): string => file.split(path.sep).join('/');

/** Whether a file is meant by one of the paths that were typed: itself, a folder or a glob. */
const meantBy = (cwd: string, paths: readonly string[]): ((absolute: string) => boolean) => {
  const tests = paths.map((typed) => {
    const whole = path.resolve(cwd, typed);
    const matches = picomatch.scan(slashed(typed)).isGlob ? picomatch(slashed(whole)) : undefined;
    return (absolute: string): boolean => absolute === whole || absolute.startsWith(whole + path.sep) || matches?.(slashed(absolute)) === true;
  });
  return (absolute) => tests.some((test) => test(absolute));
};

/**
 * The files of a commit that would be read, were they on the disk, with what they held. The working tree is not touched. `paths` as typed; without any, those
 * of the config, else all below this folder.
 */
export const filesAt = (cwd: string, commit: string, paths: readonly string[], config: ResolvedConfig): readonly Found[] => {
  const base = paths.length === 0 && config.files.length > 0 ? config.folder : cwd;
  const isMeant = meantBy(base, paths.length > 0 ? paths : config.files.length > 0 ? config.files : ['.']);
  const isRead = wouldFind(base, { ignore: { folder: config.folder, patterns: config.ignore }, notInside: config.policies.folders });
  const files = listed(base, commit).filter(({ absolute }) => isMeant(absolute) && isRead(absolute));
  const contents = contentsOf(
    base,
    files.map(({ object }) => object),
  );
  return files.map(({ absolute }, index) => ({ absolute, named: false, content: contents[index] ?? new Uint8Array() }));
};
