import { ts } from 'ts-morph';
import { wordsOf, type PhoneCandidate } from '@carelint/core/model';
import { catalogueOf, foundInData, type FoundInData } from '@carelint/core/values';
import { walk } from '../project/walk.js';
import type { LiteralReader } from './read-literal.js';
import type { Literal } from './literal.js';
import { Plain } from './plain.js';
import { placeIn } from './place.js';

/** Settings of site generators, all of which tell what they are in their default export. */
const CONFIGS =
  /(?:^|\/)(?:docusaurus\.config|astro\.config|\.vitepress\/config(?:\.[\w-]+|\/(?:index|shared|[a-z]{2}))?|gatsby-config|(?:site|app)[.-]?config)\.[cm]?[jt]sx?$/iu;

/** Words by which a constant or a file says that it holds what a firm tells of itself. */
const TELLS =
  /(?:^| )(?:site|contact|company|business|organi[sz]ation|brand|offices?|locations?|branch|branches|footer|support|help|helpline|hotline|clinic|practice|restaurant|shop|store|hotel|agency|firm|studio|seo|config|constants?|metadata|address|phones?)(?: |$)/u;
/** Words by which it says that it is about something else: what customers fill in, what tests use, other people. */
const OTHERWISE =
  /(?:^| )(?:schema|schemas|form|forms|fields?|inputs?|columns?|mocks?|fakes?|initial|defaults?|tests?|samples?|examples?|placeholders?|validations?|validators?|rules?|types?|icons?|routes?|state|reducer|props|seeds?|dummy|demo|users?|customers?|leads?|clients?|patients?|employees?|staff|members?|people|persons?|contacts|rows|fixtures?|stor(?:y|ies)|quer(?:y|ies)|regex|patterns?|styles?|class|classes|labels?|errors?|orders?|invoices?|jsonld|ld)(?: |$)/u;
/** Words beside digits in a text that make a number to ring of them. */
const CALLS =
  /(?<![\p{L}])(?:call|calls|phone|phones|telephone|tel|ring|dial|hotline|helpline|whatsapp|fax|mobile|rufen|anrufen?|telefon\p{L}*|appel\p{L}*|téléphon\p{L}*|llam\p{L}*|teléfono|telefono|ligue|bel|bellen)(?![\p{L}])/iu;

const says = (name: string): boolean => {
  const words = wordsOf(name);
  return TELLS.test(words) && !OTHERWISE.test(words);
};

const fileName = (path: string): string => {
  const parts = path.replace(/\.[cm]?[jt]sx?$/iu, '').split('/');
  return (parts.at(-1) === 'index' ? parts.at(-2) : parts.at(-1)) ?? '';
};

const constantsOf = (file: ts.SourceFile): readonly { readonly name: string; readonly node: ts.Expression }[] =>
  file.statements.flatMap((statement) =>
    ts.isVariableStatement(statement)
      ? statement.declarationList.declarations.flatMap(({ name, initializer }) =>
          ts.isIdentifier(name) && initializer !== undefined ? [{ name: name.text, node: initializer }] : [],
        )
      : [],
  );

/** A value that is looked at. */
interface Root {
  /** What it is called; empty for a default export. */
  readonly name: string;
  readonly value: Literal;
}

/** What is handed to the plugins of a generator: `starlight({ social: [...] })`. */
const pluginsIn = (file: ts.SourceFile, reader: LiteralReader): readonly Root[] => {
  const roots: Root[] = [];
  walk(file, (node) => {
    const [given] = ts.isCallExpression(node) ? node.arguments : [];
    if (given === undefined || !ts.isObjectLiteralExpression(given) || !ts.isCallExpression(node) || !ts.isIdentifier(node.expression)) return true;
    if (/^(?:define|with)[A-Z]/u.test(node.expression.text)) return true;
    roots.push({ name: node.expression.text, value: reader.read(given) });
    return false;
  });
  return roots;
};

/** JSON-LD has a reader of its own. */
const isLinkedData = (value: Literal): boolean => value.is === 'map' && value.entries.has('@context');

const rootsIn = (file: ts.SourceFile, reader: LiteralReader): readonly Root[] => {
  const path = file.fileName;
  if (CONFIGS.test(path)) {
    const config = reader.readExport(file, 'default');
    if (config?.is === 'map') return [{ name: '', value: config }, ...pluginsIn(file, reader)];
  }
  const isTold = says(fileName(path)) || catalogueOf(path) !== undefined;
  const roots = constantsOf(file).flatMap(({ name, node }): readonly Root[] => {
    const isData = says(name) || (isTold && !OTHERWISE.test(wordsOf(name)));
    const value = isData ? reader.readDeclared(file, name, node) : undefined;
    return value === undefined || value.is === 'not-seen' || value.is === 'absent' || isLinkedData(value) ? [] : [{ name, value }];
  });
  const exported = isTold ? reader.readExport(file, 'default') : undefined;
  const isNew =
    exported !== undefined &&
    !isLinkedData(exported) &&
    (exported.is === 'map' || exported.is === 'list') &&
    !roots.some(({ value }) => value.spot.start === exported.spot.start);
  return isNew ? [...roots, { name: '', value: exported }] : roots;
};

const foundIn = ({ name, value }: Root, path: string, locale: string | undefined): FoundInData => {
  // A constant that is a text of its own stands under its name.
  const plain = new Plain(name === '' ? value : { is: 'map', entries: new Map([[name, value]]), spot: value.spot });
  const found = foundInData(
    {
      value: plain.value,
      top: name === '' ? plain.value : (plain.value as Readonly<Record<string, unknown>>)[name],
      placeOf: ({ route }, raw) => placeIn(path, plain.spotOf(route, raw)),
      written: ({ value: leaf }) => String(leaf),
    },
    locale,
  );
  const isCalled = ({ from, near, raw, key = '' }: PhoneCandidate): boolean =>
    from !== 'text' || raw.startsWith('+') || CALLS.test(`${wordsOf(key)} ${near}`);
  return { ...found, phones: found.phones.filter(isCalled) };
};

/** What matters to customers in the constants of a file that hold data of a site or its texts in one language, and in its default export. */
export const siteDataIn = (file: ts.SourceFile, reader: LiteralReader): readonly FoundInData[] => {
  const path = file.fileName;
  const locale = catalogueOf(path)?.locale;
  return rootsIn(file, reader).map((root) => foundIn(root, path, locale));
};
