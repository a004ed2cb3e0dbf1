import type { ParsedDocument } from '../../source/document.js';
import type { Reader, ReadResult } from '../reader.js';
import { Gatherer } from './gather.js';
import { maskHoles } from './holes.js';
import { liftPage } from './lift.js';
import { hiddenNames } from './styles.js';
import { prepareParser, TooDeep } from './tree.js';

const ITS_NAME = /\.(?:html?|xhtml|liquid|hbs|handlebars|mustache|njk|nunjucks|j2|jinja2?|twig|ejs|erb|php|phtml)$/iu;
const BEGINS = /^<(?:!doctype html|html)\b/iu;
/** Pages that only tests, catalogues of components and reports of tools have: no customer opens them. */
const NOT_FOR_CUSTOMERS =
  /(?:^|\/)(?:__(?:tests|fixtures|snapshots|mocks)__|fixtures?|testdata|test[-_]data|storybook-static|lcov-report)\/|\.(?:stories|spec|test)\.[a-z]+$/iu;
const HAS_MARKUP = /<(?:html|body|head|main|header|footer|nav|section|article|div|form|input|button|p|h[1-6]|ul|table|a)\b[^<>]{0,2000}>/iu;
/** Code that writes a little markup is no page. */
const CODE_FIRST = /\.(?:php|phtml|erb|ejs)$/iu;

/** Where a page begins: after white space, a declaration of XML and comments. */
const beginning = (text: string): string => {
  let at = 0;
  for (let left = 20; left > 0; left--) {
    at += /^[\s\ufeff]*/u.exec(text.slice(at))?.[0].length ?? 0;
    const close = text.startsWith('<!--', at) ? '-->' : text.startsWith('<?xml', at) ? '?>' : undefined;
    const end = close === undefined ? -1 : text.indexOf(close, at + 4);
    if (close === undefined || end < 0) break;
    at = end + close.length;
  }
  return text.slice(at, at + 20);
};

/** Larger pages are written by machines, for machines. */
const LARGEST = 5_000_000;

const readPage = ({ source: { path, text } }: ParsedDocument): ReadResult => {
  if (text.length > LARGEST) {
    const message = `This page has more than ${LARGEST / 1_000_000} million characters, more than any person reads, and was not read. Split it, or name it under \`ignore\`.`;
    return { ok: false, problems: [{ path, message, severity: 'advice' }] };
  }
  const masked = maskHoles(text);
  try {
    const gathered = new Gatherer(masked.text, path, hiddenNames(masked.text)).gather();
    return { ok: true, artefacts: [liftPage(path, text, masked, gathered)] };
  } catch (error) {
    if (!(error instanceof TooDeep)) throw error;
    const message =
      'The elements of this page are nested deeper than any browser shows them, and it was not read. Look for tags that are never closed.';
    return { ok: false, problems: [{ path, message }] };
  }
};

/** A report of carelint is no page of the service that it tells of. */
const isOwnReport = (text: string): boolean =>
  text.startsWith('<!doctype html>') && text.slice(0, 2000).includes('<meta name="generator" content="carelint ');

/** Reads pages of web sites: HTML, and templates of HTML as far as they go. The linker makes sites of pages. */
export const reader: Reader = {
  id: 'html',
  title: 'HTML',
  mayClaim: ({ path, text }) => {
    if (NOT_FOR_CUSTOMERS.test(path) || isOwnReport(text)) return false;
    if (ITS_NAME.test(path)) return HAS_MARKUP.test(CODE_FIRST.test(path) ? text.slice(0, 200_000) : text.slice(0, 20_000));
    return BEGINS.test(beginning(text.slice(0, 4000))) && !/\.(?:md|markdown|txt|svg|vue|svelte|xml|xsl|js|ts|jsx|tsx|py|rb|go|java)$/iu.test(path);
  },
  prepare: prepareParser,
  read: readPage,
};
