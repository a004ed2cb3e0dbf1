import { existsSync } from 'node:fs';
import path from 'node:path';

const CONFIG_NAMES = ['carelint.yaml', 'carelint.yml'];

/** The nearest config from a folder upwards. */
export const findConfig = (from: string): string | undefined => {
  for (let folder = path.resolve(from); ; folder = path.dirname(folder)) {
    const file = CONFIG_NAMES.map((name) => path.join(folder, name)).find((name) => existsSync(name));
    if (file !== undefined) return file;
    if (path.dirname(folder) === folder) return undefined;
  }
};
