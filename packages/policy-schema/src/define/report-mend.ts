/** How the report tells what would mend a finding. */
import { block, count, many, property, text } from './build.js';
import type { Schema } from '../schema.js';

const file = text('File', 'The path of the file, as it was found, with forward slashes.', 'site/join.html');
const position = (title: string, description: string, example: number): Schema => count(title, description, example, { minimum: 1 });
const line = position('Line', 'The line, counted from 1.', 7);
const column = position('Column', 'The column, counted from 1 in UTF-16 units.', 48);
const editExample = { file: 'site/join.html', line: 7, column: 48, endLine: 7, endColumn: 56, text: '' };
export const mendExample = { title: 'Leave the box empty', edits: [editExample] };
export const mend = block(
  'Mend',
  'A change to files that mends a finding.',
  {
    title: text('Title', 'What it does, as an order.', 'Leave the box empty'),
    edits: many(
      'Edits',
      'What is replaced, in the order of the file; no two of them touch each other. All of them belong together.',
      block(
        'Edit',
        'A stretch of a file that gets another text.',
        {
          file,
          line,
          column,
          endLine: position('End line', 'The line on which the stretch ends.', 7),
          endColumn: position('End column', 'The column behind its last character.', 56),
          text: property('Text', 'What stands there instead; empty where it is taken away.', [''], { type: 'string' }),
        },
        Object.keys(editExample),
        editExample,
      ),
      [editExample],
    ),
  },
  ['title', 'edits'],
  mendExample,
);
