import { describe, expect, it } from 'vitest';
import { dataFile } from '../../src/readers/site-data/which-file.js';

describe('files of data, by where they lie and what they are called', () => {
  it.each([
    ['_config.yml', 'config yaml'],
    ['docs/_config.production.yml', 'config yaml'],
    ['hugo.toml', 'config toml'],
    ['site/mkdocs.yml', 'config yaml'],
    ['config/_default/params.toml', 'config toml'],
    ['config/mail.yml', 'config yaml'],
    ['_data/contact.yml', 'data yaml'],
    ['src/_data/site.json', 'data json'],
    ['data/contact.toml', 'data toml'],
    ['_data/fr/contact.yml', 'data yaml fr _data/*/contact.yml'],
    ['locales/en.json', 'catalogue json en locales/*.json'],
    ['public/locales/pt-BR/common.json', 'catalogue json pt-BR public/locales/*/common.json'],
    ['config/locales/de.yml', 'catalogue yaml de config/locales/*.yml'],
    ['src/i18n/messages.en.json', 'catalogue json en src/i18n/messages.*.json'],
    ['lib/l10n/app_pt_BR.arb', 'catalogue json pt-BR lib/l10n/app_*.arb'],
    ['lang/es-419.json', 'catalogue json es-419 lang/*.json'],
    ['i18n/cy.toml', 'catalogue toml cy i18n/*.toml'],
  ])('%s is %s', (path, expected) => {
    const file = dataFile(path);
    expect([file?.is, file?.form, file?.locale, file?.family].filter((part) => part !== undefined).join(' ')).toBe(expected);
  });

  it.each([
    'package.json',
    'package-lock.json',
    'tsconfig.json',
    'yarn.lock',
    'pnpm-lock.yaml',
    'composer.json',
    'config.toml',
    'Cargo.toml',
    'pyproject.toml',
    '.github/workflows/ci.yml',
    'docker-compose.yml',
    'k8s/deployment.yaml',
    'charts/app/values.yaml',
    'serverless.yml',
    'openapi.yaml',
    'data/users.json',
    'data/en/users.csv',
    'test/fixtures/contact.json',
    'locales/index.json',
    'locales/package.json',
    'i18n/config.json',
    'i18n/js.json',
    'lang/db.yml',
    'en/page.json',
    'messages.ts',
  ])('%s is none', (path) => {
    expect(dataFile(path)).toBeUndefined();
  });
});
