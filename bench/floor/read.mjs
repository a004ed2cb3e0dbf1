// Reads the files and does nothing with them.
import { texts } from './files.mjs';

let length = 0;
for (const text of texts()) length += text.length;
process.exitCode = length > 0 ? 0 : 2;
