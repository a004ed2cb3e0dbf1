import { readFileSync } from 'node:fs';
import { load } from 'js-yaml';
import { describe, expect, it } from 'vitest';
import { buildServiceGraph } from '../../src/link/service-graph.js';
import type { Service } from '../../src/link/service.js';
import type { Role } from '../../src/model/artefact.js';
import { compile } from '../../src/policy/compile.js';
import { View } from '../../src/policy/view.js';
import { makeWords } from '../../src/policy/words.js';
import { smallService } from './small-service.js';

interface Case {
  readonly name: string;
  readonly assertion: string;
  readonly forbid?: unknown;
  readonly require?: unknown;
  readonly about?: readonly Role[];
  readonly flows?: Record<string, string[]>;
  readonly roles?: Record<string, Role>;
  readonly texts?: readonly (string | null)[];
  readonly want: string;
  readonly journey?: string;
}

interface CaseFile {
  readonly words: Record<string, string[]>;
  readonly patterns: Record<string, unknown>;
  readonly edges: Record<string, unknown>;
  readonly cases: readonly Case[];
}

const file = load(readFileSync(new URL('cases.yaml', import.meta.url), 'utf8')) as CaseFile;

const textService = (texts: readonly (string | null)[]): Service => ({
  artefacts: [
    {
      kind: 'script',
      role: 'entry',
      id: 'main',
      name: 'main',
      keys: [],
      path: 'main.yaml',
      syntax: 'yaml',
      route: [],
      format: 'test',
      steps: [],
      edges: [],
      utterances: texts.map((text, i) => ({
        speaker: 'agent' as const,
        route: [i],
        language: 'en',
        ...(text === null ? { why: 'the words are in a recording' } : { text }),
      })),
    },
  ],
  ties: [],
});

const judge = (one: Case) => {
  const service = one.texts === undefined ? smallService({ flows: one.flows ?? {}, roles: one.roles ?? {} }) : textService(one.texts);
  const assertion = (raw: unknown): object => (raw === undefined ? {} : { [one.assertion]: raw });
  const rule = {
    rule: 'case',
    title: 'A case',
    suffers: 'Nobody.',
    about: one.about === undefined ? ['flow', 'script'] : { kind: 'flow', role: one.about },
    level: 'error',
    certainty: 'high',
    ...(one.forbid === undefined ? {} : { forbid: assertion(one.forbid) }),
    ...(one.require === undefined ? {} : { require: assertion(one.require) }),
    message: 'broken',
    instead: 'Mend it.',
    sources: [],
  };
  const [compiled] = compile({
    documents: [{ source: { path: 'rule.yaml', text: '' }, value: rule, trusted: true }],
    settings: [{ id: 'case', level: 'error', options: {}, applies: () => true }],
    names: { patterns: file.patterns, edges: file.edges },
    words: makeWords({ en: file.words }),
    checks: {},
    assume: {},
  });
  return compiled!.judge(new View(buildServiceGraph(service)));
};

describe('small graphs get the verdicts that the semantics give them', () => {
  it.each(file.cases.map((one) => [one.name, one] as const))('%s', (_name, one) => {
    const verdicts = judge(one);
    const said = verdicts.map((v) => `${v.outcome}:${v.anchor?.id ?? (v.route.length > 0 ? String(v.route[0]) : v.artefact.id)}`);
    expect(said.sort().join(' ') || 'kept').toBe(one.want);
    if (one.journey !== undefined) expect(verdicts[0]!.journey.map((m) => m.step.id).join(' ')).toBe(one.journey);
  });
});
