import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** The texts of all files in the folder that the arguments name, one after the other. */
export function* texts() {
  const folder = process.argv[2];
  for (const name of readdirSync(folder)) yield readFileSync(path.join(folder, name), 'utf8');
}
