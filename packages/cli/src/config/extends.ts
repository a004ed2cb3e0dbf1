import { builtinPacks, UserError } from '@carelint/core';
import { nearest } from '@carelint/policy-schema';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { readConfigFile, writtenNowhere, type ConfigFile, type WrittenConfig } from './config-file.js';

const isFile = (name: string): boolean => /^\.{0,2}\//u.test(name) || /^[a-z]:[\\/]/iu.test(name) || /\.ya?ml$/u.test(name);

const noSuch = (name: string): string => {
  if (isFile(name)) return `There is no file \`${name}\` to build on.`;
  const meant = nearest(name, Object.keys(builtinPacks));
  const remedy =
    meant === undefined
      ? `Built in are ${Object.keys(builtinPacks).join(', ')}; a file begins with \`./\`; a package must be installed, with a \`carelint.yaml\` in it.`
      : `Did you mean \`${meant}\`?`;
  return `There is no pack \`${name}\`. ${remedy}`;
};

const missing = (name: string, from: ConfigFile, index: number): UserError =>
  new UserError(noSuch(name), from.path === '' ? {} : { path: from.path, place: from.at(['extends', index]) });

/** Looks for an installed package from a folder upwards. Only its YAML is read: nothing of it is run. */
const inPackage = (name: string, folder: string): string | undefined => {
  const [, packageName, rest] = /^((?:@[^/]+\/)?[^/]+)(?:\/(.+))?$/u.exec(name) ?? [];
  if (packageName === undefined || packageName.startsWith('.')) return undefined;
  const file = rest === undefined ? 'carelint.yaml' : `${rest.replace(/\.ya?ml$/u, '')}.yaml`;
  for (let at = folder; ; at = path.dirname(at)) {
    const candidate = path.join(at, 'node_modules', packageName, file);
    if (existsSync(candidate)) return candidate;
    if (path.dirname(at) === at) return undefined;
  }
};

const resolve = (name: string, from: ConfigFile, index: number): string => {
  const file = isFile(name) ? path.resolve(from.folder, name) : inPackage(name, from.folder);
  if (file === undefined || !existsSync(file)) throw missing(name, from, index);
  return file;
};

/** A config with everything it builds on: the farthest first, itself last. */
export const withExtended = (config: ConfigFile, cwd: string, open: readonly string[] = []): readonly ConfigFile[] => {
  const bases = (config.written.extends ?? []).flatMap((name, index) => {
    const pack = Object.hasOwn(builtinPacks, name) ? builtinPacks[name] : undefined;
    if (pack !== undefined) return [writtenNowhere(pack() as WrittenConfig, config.folder)];
    const file = resolve(name, config, index);
    if (open.includes(file)) {
      throw new UserError(`\`${name}\` builds on the config that builds on it. Take one of the two away.`, {
        path: config.path,
        place: config.at(['extends', index]),
      });
    }
    return withExtended(readConfigFile(file, cwd), cwd, [...open, file]);
  });
  return [...bases, config];
};
