import { UserError } from '@carelint/core';
import { statSync } from 'node:fs';
import path from 'node:path';

const CONFIG_NAMES = ['carelint.yaml', 'carelint.yml'];

const isFile = (absolute: string): boolean => {
  try {
    return statSync(absolute).isFile();
  } catch {
    return false;
  }
};

/** The nearest config from a folder upwards. */
export const findConfig = (from: string): string | undefined => {
  for (let folder = path.resolve(from); ; folder = path.dirname(folder)) {
    const [file, other] = CONFIG_NAMES.map((name) => path.join(folder, name)).filter(isFile);
    if (file !== undefined && other !== undefined) {
      throw new UserError(`There are two configs in \`${folder}\`: ${CONFIG_NAMES.join(' and ')}. Keep one, or name the one you mean with --config.`);
    }
    if (file !== undefined) return file;
    if (path.dirname(folder) === folder) return undefined;
  }
};
