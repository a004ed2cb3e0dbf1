// What most tools for YAML that need no line numbers begin with: `load` of js-yaml.
import { load } from 'js-yaml';
import { texts } from './files.mjs';

for (const text of texts()) {
  if (typeof load(text) !== 'object') process.exitCode = 2;
}
