import { describe, expect, it } from 'vitest';
import { CodeProject } from '../src/project/project.js';
import { readProject } from '../src/index.js';

const projectOf = (files: Readonly<Record<string, string>>): CodeProject => new CodeProject([], (path) => files[path]);

describe('modules', () => {
  const project = projectOf({
    'src/a.ts': '',
    'src/routes/index.js': '',
    'src/lib/voice.ts': '',
    'lib/texts.mjs': '',
    'src/tsconfig.json': '{ "extends": "../tsconfig.base.json" } // with a comment',
    'tsconfig.base.json': '{ "compilerOptions": { "baseUrl": ".", "paths": { "@lib/*": ["src/lib/*"], "exact": ["./src/a"], }, } }',
  });
  it.each([
    ['./a', 'src/a.ts'],
    ['./a.js', 'src/a.ts'],
    ['./routes', 'src/routes/index.js'],
    ['../lib/texts.mjs', 'lib/texts.mjs'],
    ['@lib/voice', 'src/lib/voice.ts'],
    ['exact', 'src/a.ts'],
    ['lib/texts', 'lib/texts.mjs'],
    ['./gone', undefined],
    ['express', undefined],
    ['node:fs', undefined],
    ['../../outside', undefined],
  ])('%s', (specifier, expected) => {
    expect(project.resolve('src/app.ts', specifier)).toBe(expected);
  });
});

describe('bad input', () => {
  const read = (text: string): number =>
    readProject([{ path: 'a.ts', text, signs: ['telephony', 'settings', 'routes'] }], () => undefined).artefacts.length;

  it.each([
    ['nothing', ''],
    ['a text that does not parse', 'const twiml = new VoiceResponse(; } } class { <Response>'],
    ['nesting without end', `${'['.repeat(50_000)}new VoiceResponse()`],
    ['decorators', "@Controller('voice') class A { @Post() @Header('a', 'b') answer(@Body() body: any) { return new VoiceResponse(); } }"],
    ['a module that imports itself', "import { a } from './a'; export { a }; export const b = a;"],
  ])('%s breaks nothing', (_name, text) => {
    expect(read(text)).toBeGreaterThanOrEqual(0);
  });
});
