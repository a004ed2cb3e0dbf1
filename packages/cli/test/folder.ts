import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { onTestFinished } from 'vitest';
import type { Output } from '../src/output.js';

/** A folder with these files, gone when the test is over. */
export const folderWith = (files: Readonly<Record<string, string | Uint8Array>>): string => {
  const folder = mkdtempSync(path.join(tmpdir(), 'carelint-'));
  onTestFinished(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  for (const [name, content] of Object.entries(files)) {
    const file = path.join(folder, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
  return folder;
};

/** Keeps what is said instead of printing it. */
export const heard = (over: Partial<Output> = {}): Output & { readonly outText: () => string; readonly errText: () => string } => {
  const [out, err]: [string[], string[]] = [[], []];
  return {
    out: (text) => void out.push(text),
    err: (text) => void err.push(text),
    env: {},
    isTTY: false,
    ...over,
    outText: () => out.join(''),
    errText: () => err.join(''),
  };
};
