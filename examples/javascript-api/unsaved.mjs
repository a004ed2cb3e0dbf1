// An editor asks before a flow is saved: its text is judged in place of what lies on the disk, beside the other flows.
import { readFile } from 'node:fs/promises';
import { lint, lintText } from 'carelint';

const path = 'flows/orders.yaml';
const saved = await readFile(path, 'utf8');
const unsaved = saved.replace('if-silent: give-up', 'if-silent: desk');

const told = ({ report }) => report.findings.map(({ file, message }) => `  ${file}: ${message}`).join('\n') || '  nothing';
console.log(`As saved:\n${told(await lint({ paths: ['flows'] }))}`);
console.log(`As it is being written:\n${told(await lint({ paths: ['flows'], sources: [{ path, text: unsaved }] }))}`);

// A text that has no file at all.
const result = await lintText('flow: night\nchannel: phone\nsteps:\n  - say: We are closed.\n  - end: closed\n', { path: 'night.yaml' });
console.log(`A new flow:\n${await result.render('compact')}`);
