import { createHash } from 'node:crypto';
import path from 'node:path';
import type { ResolvedConfig } from '../config/resolve.js';
import type { Selection } from '../config/settings.js';
import type { Digest } from '../find/read.js';
import { version } from '../version.js';

/** SHA-256: nobody can make two contents that share it. */
export const sha256: Digest = (bytes) => createHash('sha256').update(bytes).digest('base64url');

const slashed = (file: string): string => file.split(path.sep).join('/');

/**
 * What verdicts depend on besides the files: the version of the command, the rules that are switched on, how, and for which files, policies of one's
 * own, and what is assumed. Two runs of the same key say the same of the same files. Waivers, baselines, the day and how a report is shown come in
 * later, and are not in it. It is the same on every machine.
 */
export const keyOf = ({ folder, rules, overrides, assume, policies }: ResolvedConfig, { only, skip }: Selection, cwd: string): string => {
  const text = ({ source }: { readonly source: { readonly path: string; readonly text: string } }): readonly string[] => [source.path, source.text];
  const parts = {
    version: version(),
    from: slashed(path.relative(folder, cwd)),
    rules: [...rules],
    overrides: overrides.map(({ files, rules: laid }) => [files, laid]),
    assume,
    own: policies.rules.map((rule) => [text(rule), rule.pack, rule.promise]),
    defines: policies.defines.map(text),
    words: policies.words.map((words) => [text(words), words.language]),
    only,
    skip,
  };
  return sha256(Buffer.from(JSON.stringify(parts)));
};
