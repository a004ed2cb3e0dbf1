// What most tools for YAML begin with: `parseDocument` of `yaml`, with line numbers.
import { LineCounter, parseDocument } from 'yaml';
import { texts } from './files.mjs';

for (const text of texts()) {
  if (parseDocument(text, { lineCounter: new LineCounter() }).errors.length > 0) process.exitCode = 2;
}
