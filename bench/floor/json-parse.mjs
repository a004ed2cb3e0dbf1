// Reads the files and parses them.
import { texts } from './files.mjs';

for (const text of texts()) {
  if (typeof JSON.parse(text) !== 'object') process.exitCode = 2;
}
