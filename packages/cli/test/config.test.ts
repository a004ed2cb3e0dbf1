import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { resolveConfig, type ConfigRequest } from '../src/config/resolve.js';
import { settingsFor } from '../src/config/settings.js';
import { folderWith } from './folder.js';

const ALL = { only: [], skip: [] };
const OWN_RULE = 'rule: no-fax\ntitle: No fax\nlevel: advice\n';

const resolved = (files: Readonly<Record<string, string>>, over: Partial<ConfigRequest> = {}) => {
  const folder = folderWith(files);
  return resolveConfig({ cwd: folder, near: folder, packs: [], ...over });
};
/** Level in force of a rule for a file; undefined where it is off. */
const level = (files: Readonly<Record<string, string>>, id: string, file = 'x.yaml', over: Partial<ConfigRequest> = {}): string | undefined =>
  settingsFor(resolved(files, over), ALL, [file]).find((setting) => setting.id === id && setting.applies(file))?.level;
const mistake = (
  files: Readonly<Record<string, string>>,
  over: Partial<ConfigRequest> = {},
): { message: string; path?: string; place?: { line: number; column: number } } => {
  try {
    resolved(files, over);
  } catch (error) {
    return error as ReturnType<typeof mistake>;
  }
  throw new Error('nothing was thrown');
};

describe('which config', () => {
  it('is the nearest upwards', () => {
    const folder = folderWith({ 'carelint.yaml': 'fail-on: advice', 'a/b/x.yaml': '' });
    expect(resolveConfig({ cwd: folder, near: path.join(folder, 'a/b'), packs: [] })).toMatchObject({
      path: 'carelint.yaml',
      failOn: 'advice',
      folder,
    });
  });

  it('is none where none is wanted, and then recommended rules hold', () => {
    const config = resolved({ 'carelint.yaml': 'fail-on: never' }, { config: 'none' });
    expect(config).toMatchObject({ failOn: 'error' });
    expect(config.path).toBeUndefined();
    expect(config.rules.get('transfer-loop')?.[0]?.level).toBe('error');
  });

  it('may be named', () => {
    expect(resolved({ 'strict.yaml': 'fail-on: warning' }, { config: 'strict.yaml' }).failOn).toBe('warning');
    expect(mistake({}, { config: 'gone.yaml' }).message).toBe('There is no config `gone.yaml`.');
  });
});

describe('extends', () => {
  it('takes built-in packs, files and packages, the nearest last', () => {
    const files = {
      'carelint.yaml': 'extends: [strict, ./house.yaml, carelint-pack-bank, "@org/rules/telecom"]\nrules: { transfer-loop: advice }',
      'house.yaml': 'extends: [./base.yaml]\nrules: { transfer-loop: warning, queue-timeout-hangup: warning }',
      'base.yaml': 'rules: { queue-timeout-hangup: advice, silent-hangup: advice }',
      'node_modules/carelint-pack-bank/carelint.yaml': 'pack: bank\ntitle: Bank\ndescription: Of a bank.\nrules: { hold-loop-no-exit: advice }',
      'node_modules/@org/rules/telecom.yaml': 'rules: { retry-without-limit: advice }',
    };
    const levels = ['transfer-loop', 'queue-timeout-hangup', 'silent-hangup', 'hold-loop-no-exit', 'retry-without-limit'].map((id) =>
      level(files, id),
    );
    expect(levels).toEqual(['advice', 'warning', 'advice', 'advice', 'advice']);
  });

  it('says where it names what does not exist', () => {
    expect(mistake({ 'carelint.yaml': 'extends:\n  - recomended' })).toMatchObject({
      message: 'There is no pack `recomended`. Did you mean `recommended`?',
      path: 'carelint.yaml',
      place: { line: 2, column: 5 },
    });
    expect(mistake({}, { packs: ['strickt'] }).message).toBe('There is no pack `strickt`. Did you mean `strict`?');
  });

  it('does not go round in circles', () => {
    expect(mistake({ 'carelint.yaml': 'extends: [./a.yaml]', 'a.yaml': 'extends: [./b.yaml]', 'b.yaml': 'extends: [./a.yaml]' }).message).toContain(
      'builds on',
    );
  });

  it('adds the packs of the arguments', () => {
    expect(level({ 'carelint.yaml': 'rules: { transfer-loop: advice }' }, 'transfer-loop', 'x.yaml', { packs: ['strict'] })).toBe('advice');
  });
});

describe('rules', () => {
  it('may be off, with a reason', () => {
    expect(level({ 'carelint.yaml': 'rules: { transfer-loop: { level: off, because: We have none. } }' }, 'transfer-loop')).toBeUndefined();
    expect(mistake({ 'carelint.yaml': 'rules:\n  transfer-loop: { level: off }' })).toMatchObject({ path: 'carelint.yaml', place: { line: 2 } });
  });

  it('are called by their names', () => {
    expect(mistake({ 'carelint.yaml': 'rules:\n  transfer-lop: error' })).toMatchObject({
      message: expect.stringContaining('Did you mean `transfer-loop`?') as string,
      place: { line: 2, column: 3 },
    });
    expect(mistake({ 'carelint.yaml': 'waivers:\n  - { rule: transfer-lop, file: a, because: b, owner: c, until: 2027-01-01 }' })).toMatchObject({
      place: { line: 2 },
    });
  });

  it('take their options from the nearest, level by level', () => {
    const { rules } = resolved({ 'carelint.yaml': 'rules: { human-option-too-late: { max: 5 } }' });
    expect(rules.get('human-option-too-late')).toMatchObject([{ options: { max: 5 } }]);
  });

  it('have other levels for some files, the later override last', () => {
    const files = {
      'carelint.yaml': [
        'rules: { transfer-loop: error }',
        'overrides:',
        '  - { files: ["old/**"], rules: { transfer-loop: warning } }',
        '  - { files: ["**/bank-*.yaml"], rules: { transfer-loop: { level: off, because: Theirs. } } }',
      ].join('\n'),
    };
    expect(level(files, 'transfer-loop', 'new/a.yaml')).toBe('error');
    expect(level(files, 'transfer-loop', 'old/a.yaml')).toBe('warning');
    expect(level(files, 'transfer-loop', 'old/bank-a.yaml')).toBeUndefined();
  });

  it('can be chosen by the arguments, globs included', () => {
    const config = resolved({ 'carelint.yaml': 'rules: { transfer-loop: { level: off, because: x } }' });
    const ids = (only: readonly string[], skip: readonly string[] = []): string[] => settingsFor(config, { only, skip }, []).map(({ id }) => id);
    expect(ids(['transfer-loop'])).toEqual(['transfer-loop']);
    expect(ids(['transfer-*'], ['*-loop'])).not.toContain('transfer-loop');
    expect(ids(['transfer-*']).every((id) => id.startsWith('transfer-'))).toBe(true);
    expect(() => ids(['transfer-lop'])).toThrow('There is no rule `transfer-lop`. Did you mean `transfer-loop`?');
  });
});

describe('packs for laws', () => {
  const LAW = [
    'pack: law',
    'title: A law',
    'description: For a test.',
    'status: in-force',
    'in-force-from: 2025-12-28',
    'adapt-by: 2026-12-28',
    'rules: { transfer-loop: error, human-option-too-late: { level: error, max: 1 }, prompt-too-long: error }',
  ].join('\n');
  const states = (id: string, config: string, date: string, law = LAW) =>
    resolved({ 'carelint.yaml': config, 'law.yaml': law }, { date })
      .rules.get(id)
      ?.map(({ level: at, options, packs }) => ({ at, options, packs }));
  const BOTH = 'extends: [./law.yaml, recommended]';

  it('are advice before their day, and never make another pack quieter', () => {
    expect(states('transfer-loop', BOTH, '2026-12-27')).toEqual([
      {
        at: 'error',
        options: {},
        packs: [
          { pack: 'recommended', level: 'error' },
          { pack: 'law', level: 'advice' },
        ],
      },
    ]);
    expect(states('prompt-too-long', BOTH, '2026-12-27')).toMatchObject([{ at: 'advice' }]);
    expect(states('prompt-too-long', BOTH, '2026-12-28')).toMatchObject([{ at: 'error' }]);
    expect(states('prompt-too-long', 'extends: [./law.yaml]', '2025-12-27')).toMatchObject([{ at: 'advice' }]);
  });

  it('are judged apart where they ask for other options', () => {
    expect(states('human-option-too-late', BOTH, '2027-01-01')).toMatchObject([
      { at: 'warning', options: {}, packs: [{ pack: 'recommended' }] },
      { at: 'error', options: { max: 1 }, packs: [{ pack: 'law' }] },
    ]);
  });

  it('are advice once they have ended, are struck down, or have not been passed', () => {
    for (const status of ['status: vacated', 'status: preview', 'status: in-force\nin-force-until: 2026-12-31'])
      expect(states('transfer-loop', 'extends: [./law.yaml]', '2027-01-01', LAW.replace('status: in-force', status))).toMatchObject([
        { at: 'advice' },
      ]);
  });

  it('heed what the config says, of levels and options', () => {
    const off = `${BOTH}\nrules: { human-option-too-late: { level: off, because: We triage. }, transfer-loop: advice }`;
    expect(states('human-option-too-late', off, '2027-01-01')).toMatchObject([{ at: 'off' }, { at: 'off' }]);
    expect(states('transfer-loop', off, '2027-01-01')).toMatchObject([{ at: 'advice' }]);
  });

  it('know days', () => {
    expect(mistake({}, { date: '2026-02-30' }).message).toBe('There is no day `2026-02-30`. Write it as year-month-day: --date 2027-03-31.');
  });
});

describe("policies of one's own", () => {
  const files = {
    'carelint.yaml': 'rules: { own/no-fax: error }',
    'policies/find-us/no-fax/rule.yaml': OWN_RULE,
    'more/no-telex/rule.yaml': 'rule: our-bank/no-telex\nlevel: error',
  };

  it('are taken from the folder beside the config, and are on', () => {
    expect(level({ ...files, 'carelint.yaml': 'fail-on: error' }, 'own/no-fax')).toBe('advice');
    expect(level(files, 'own/no-fax')).toBe('error');
  });

  it('are taken from folders that the config names', () => {
    expect(level({ ...files, 'carelint.yaml': 'policies: [more]' }, 'our-bank/no-telex')).toBe('error');
    expect(mistake({ 'carelint.yaml': 'policies: [mroe]' })).toMatchObject({
      message: 'There is no folder `mroe` with policies.',
      place: { line: 1 },
    });
  });

  it('come along with packages, under the name of the package', () => {
    const packaged = {
      'carelint.yaml': 'extends: [carelint-policies-bank]',
      'node_modules/carelint-policies-bank/carelint.yaml': 'fail-on: error',
      'node_modules/carelint-policies-bank/policies/no-fax/rule.yaml': OWN_RULE,
    };
    expect(level(packaged, 'bank/no-fax')).toBe('advice');
  });
});

describe('mistakes in a config', () => {
  it('are told with their place and a remedy', () => {
    expect(mistake({ 'carelint.yaml': 'fail-on: error\nignor: [a]' })).toMatchObject({
      message: expect.stringContaining('`ignore`') as string,
      path: 'carelint.yaml',
      place: { line: 2, column: 1 },
    });
    expect(mistake({ 'carelint.yaml': 'rules:\n\ttransfer-loop: error' })).toMatchObject({
      message: expect.stringContaining('tab') as string,
      place: { line: 2 },
    });
    expect(mistake({ 'carelint.yaml': 'fail-on: error\nfail-on: never' })).toMatchObject({
      message: expect.stringContaining('twice') as string,
      place: { line: 2 },
    });
  });
});
