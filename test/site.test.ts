import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { FORMATS } from '../packages/cli/src/report/formats.js';
import { declared } from '../packages/cli/src/program.js';
import { ownRules } from '../packages/core/src/report/own-rules.js';
import { finding } from '../site/finding.js';
import { gather } from '../site/gather.js';
import { headingsOf } from '../site/headings.js';
import { follow, linksIn } from '../site/links.js';
import { CONTENTS, contents } from '../site/sidebar.js';
import { addressOf } from '../site/sources.js';
import { carelint } from './carelint.js';
import { filesBelow, foldersIn, HOME, textOf } from './house.js';

const { pages, texts } = gather(HOME);
/** As much of a JSON Schema as is looked at here. */
interface Schema {
  readonly properties: Readonly<Record<string, unknown>>;
}
const schemaOf = (kind: string): Schema => JSON.parse(textOf('packages/policy-schema/schemas', `${kind}.schema.json`)) as Schema;

/** All keys that a schema names, however deep. */
const keysOf = (schema: unknown): readonly string[] => {
  if (typeof schema !== 'object' || schema === null) return [];
  const own = 'properties' in schema && typeof schema.properties === 'object' ? Object.keys(schema.properties ?? {}) : [];
  return [...new Set([...own, ...Object.values(schema).flatMap(keysOf)])];
};
const served = new Set(pages.values());

/** What must be told, and on which page. */
const TOLD: readonly { readonly what: string; readonly page: string; readonly names: readonly string[] }[] = [
  { what: 'output format', page: 'outputs.md', names: FORMATS },
  { what: 'form that is read', page: 'formats/index.md', names: [...foldersIn('packages/core/src/readers'), 'code'] },
  { what: 'pack', page: 'packs.md', names: filesBelow('policies/packs', '.yaml').map((name) => path.basename(name, '.yaml')) },
  { what: 'finding about exceptions', page: 'exceptions.md', names: ownRules.map(({ id }) => id) },
  {
    what: 'schema',
    page: 'schemas.md',
    names: filesBelow('packages/policy-schema/schemas', '.json').map((name) => path.basename(name, '.schema.json')),
  },
  { what: 'key of the config', page: 'config.md', names: Object.keys(schemaOf('config').properties) },
  ...['flow', 'script', 'operations', 'site'].map((kind) => ({
    what: `key of ${kind} documents`,
    page: `native/${kind}.md`,
    names: keysOf(schemaOf(kind)),
  })),
];

describe('the site', () => {
  it('has no link that leads nowhere, and none to a heading that is not there', () => {
    const dead = [...pages.keys()].flatMap((source) => {
      const text = textOf(source);
      return linksIn(text).flatMap(({ line, target }) => {
        const { page, anchor, dead: why } = follow(HOME, pages, source, target);
        const at = `${source}:${line + 1}: ${target}`;
        if (why !== undefined) return [`${at}: ${why}`];
        if (page === undefined || anchor === undefined) return [];
        return headingsOf(textOf(page)).some((heading) => heading.anchor === anchor) ? [] : [`${at}: ${page} has no such heading`];
      });
    });
    expect(dead).toEqual([]);
  });

  it('answers the addresses that carelint prints for its rules', () => {
    const rules = filesBelow('policies', '/rule.yaml').map((file) => `rules/${path.basename(path.dirname(file))}.md`);
    const code = foldersIn('packages/eslint-plugin/src/rules').map((id) => `eslint/${id}.md`);
    expect(rules.length + code.length).toBeGreaterThan(100);
    expect([...rules, ...code].filter((page) => !served.has(page))).toEqual([]);
  });

  it('answers every other address that carelint prints', () => {
    const sources = foldersIn('packages').flatMap((name) => filesBelow(`packages/${name}/src`, '.ts').map((file) => `packages/${name}/src/${file}`));
    const named = sources.flatMap((file) =>
      [...textOf(file).matchAll(/\$\{HOME_URL\}([a-z][a-z/-]*[a-z])(?=[`'"#])/gu)].map(([, address = '']) => `/${address}`),
    );
    const known = new Set([...served].map(addressOf));
    expect(named.length).toBeGreaterThan(0);
    expect(named.filter((address) => !known.has(address))).toEqual([]);
  });

  it(`lists every page of docs/ in ${CONTENTS}, or keeps it in the folder of one that is listed`, () => {
    const listed = new Set(contents(HOME, pages).flatMap(({ items }) => items.map(({ source }) => source)));
    const folders = [...listed].flatMap((source) => /^(.*\/)index\.md$/u.exec(pages.get(source) ?? '')?.[1] ?? []);
    const unlisted = [...pages].filter(
      ([source, page]) =>
        source.startsWith('docs/') && source !== CONTENTS && !listed.has(source) && !folders.some((folder) => page.startsWith(folder)),
    );
    expect(unlisted).toEqual([]);
  });

  it('gives every page a title and a description', () => {
    const poor = [...texts].filter(
      ([, text]) => !/^description: ".{10,}"$/mu.test(text) || headingsOf(text).filter(({ level }) => level === 1).length !== 1,
    );
    expect(poor.map(([page]) => page)).toEqual([]);
  });

  it('tells of every command and every option', () => {
    const nothing = (): void => undefined;
    const { commands } = declared({ output: { out: nothing, err: nothing, env: {}, isTTY: false }, cwd: HOME, run: async () => Promise.resolve() });
    expect(commands.length).toBeGreaterThan(5);
    const missing = commands.flatMap((command) => {
      const text = texts.get(`commands/${command.name()}.md`);
      if (text === undefined) return [command.name()];
      return command.options
        .filter(({ flags, hidden }) => !hidden && !text.includes(`### \`${flags}\``))
        .map(({ flags }) => `${command.name()} ${flags}`);
    });
    expect(missing).toEqual([]);
  });

  it.each(TOLD)('tells of every $what', ({ page, names }) => {
    // Scripts use the verbs of flows, and send the reader there.
    const text = `${texts.get(page) ?? ''}${page === 'native/script.md' ? (texts.get('native/flow.md') ?? '') : ''}`;
    expect(names.length).toBeGreaterThan(0);
    expect(names.filter((name) => !new RegExp(`(?<![\\w-])${name}(?![\\w-])`, 'u').test(text))).toEqual([]);
  });

  it.each(ownRules)('has a page for $id', ({ id }) => {
    expect(texts.get(`rules/${id}.md`)).toContain(id);
  });

  it('leads to every example', () => {
    const linked = linksIn(textOf('examples/README.md')).map(({ target }) => target);
    expect(foldersIn('examples').filter((name) => !linked.includes(name))).toEqual([]);
  });
});

describe('the first page', () => {
  const front = textOf('site/pages/index.md');

  it('shows a finding as carelint tells it', () => {
    const { findings } = JSON.parse(carelint(['check', finding.file, '--format', 'json']).stdout) as {
      readonly findings: readonly { readonly journey: readonly { readonly told: readonly string[]; readonly line: number }[] }[];
    };
    const [{ journey, ...told } = { journey: [] }] = findings;
    expect({ ...told, journey: journey.flatMap((station) => station.told.map((words) => ({ told: words, line: station.line }))) }).toMatchObject(
      finding,
    );
  });

  it('leads to pages that there are', () => {
    const addresses = [...front.matchAll(/(?:link: |\]\()(\/[\w/-]*)/gu)].map(([, address]) => address);
    expect(addresses.length).toBeGreaterThan(8);
    const known = new Set([...pages.values()].map(addressOf));
    expect(addresses.filter((address) => address === undefined || !known.has(address))).toEqual([]);
  });
});
