// The events of js-yaml, from which carelint builds its trees.
import { parseEvents } from 'js-yaml';
import { texts } from './files.mjs';

for (const text of texts()) {
  if (parseEvents(text).length === 0) process.exitCode = 2;
}
