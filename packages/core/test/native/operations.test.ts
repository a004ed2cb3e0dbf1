import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { reader } from '../../src/readers/native/index.js';
import { parseDocument } from '../../src/source/parse-document.js';

// Expected files are written by `npx vitest run packages/core/test/native -u` and read by eye.
const folder = join(import.meta.dirname, 'operations');
const read = (text: string) => reader.read(parseDocument({ path: 'a.yaml', text }));

describe('lift', () => {
  it.each(readdirSync(folder).filter((file) => file.endsWith('.yaml')))('%s', async (file) => {
    const result = read(readFileSync(join(folder, file), 'utf8'));
    const [artefact] = result?.ok === true ? result.artefacts : [];
    const { values, utterances, syntax, ...rest } = artefact ?? {};
    expect([syntax, result?.problems]).toEqual(['yaml', undefined]);
    await expect(`${JSON.stringify({ ...rest, utterances, values }, undefined, 2)}\n`).toMatchFileSnapshot(
      join(folder, file.replace('.yaml', '.json')),
    );
  });
});

describe('bad input', () => {
  it('a very long list is read whole, and each misspelt team in it is told', () => {
    const entries = Array.from({ length: 5_000 }, (_, i) => `  - { team: Servce desk, rewards: sales, share: ${String(i % 100)}% }`).join('\n');
    const result = read(`operations: x\nteams:\n  - { team: Service desk, does: service }\npay:\n${entries}\n`);
    expect(result?.ok).toBe(true);
    expect(result?.problems).toHaveLength(5_000);
  });

  it.each(['operations:', 'operations: {}', 'operations: []', 'operations: { a: 1 }\nsteps: []'])('%s is somebody else’s', (text) => {
    expect(read(text)).toBeUndefined();
  });
});
