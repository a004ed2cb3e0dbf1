import type { ts } from 'ts-morph';
import type { Artefact, PhoneCandidate } from '@carelint/core/model';
import { catalogueOf, dataArtefact, type FoundInData } from '@carelint/core/values';
import type { Lifted } from '../lifted.js';
import type { Names } from '../project/names.js';
import type { CodeProject } from '../project/project.js';
import { bannerArtefactsIn } from './banners.js';
import { linkedDataIn, type LinkedDataOfFile } from './linked-data.js';
import { LiteralReader } from './read-literal.js';
import { siteDataIn } from './site-data.js';

const FORMAT = 'code-settings';

/** The one that all who tell agree on. */
const agreed = (told: readonly (string | undefined)[]): string | undefined => {
  const [first, ...others] = new Set(told.filter((each) => each !== undefined));
  return others.length === 0 ? first : undefined;
};

/** What a file holds, before files are compared. */
interface Gathered {
  readonly file: ts.SourceFile;
  readonly data: readonly FoundInData[];
  readonly linked: LinkedDataOfFile;
}

/** Tells whether a place is met for the first time. */
const firstMet = (): ((place: string) => boolean) => {
  const seen = new Set<string>();
  return (place) => {
    const isNew = !seen.has(place);
    seen.add(place);
    return isNew;
  };
};

/** Data of a site in one file, as one artefact; undefined where nothing in it matters to a customer. */
const siteArtefact = ({ file, data, linked }: Gathered, phones: readonly PhoneCandidate[]): Artefact | undefined => {
  const path = file.fileName;
  const emails = data.flatMap((each) => each.emails);
  const switches = data.flatMap((each) => each.switches);
  if (phones.length + emails.length + switches.length + linked.objects.length === 0) return undefined;
  const language = agreed(data.map((each) => each.language));
  const country = agreed(data.map((each) => each.country));
  const found: FoundInData = {
    phones,
    emails,
    switches,
    jsonld: linked.objects,
    ...(language === undefined ? {} : { language }),
    ...(country === undefined ? {} : { country }),
  };
  const catalogue = catalogueOf(path);
  const name = path
    .split('/')
    .slice(catalogue === undefined ? -1 : -2)
    .join('/');
  return dataArtefact(found, { path, syntax: 'text', name, format: FORMAT, family: catalogue?.family });
};

/** Reads settings and data of sites that are written as object literals. `paths`: the files with a sign of them. */
export const readSettings = (project: CodeProject, names: Names, paths: readonly string[]): Lifted => {
  const reader = new LiteralReader(names);
  const files = paths.flatMap((path): readonly Gathered[] => {
    const file = project.file(path);
    return file === undefined ? [] : [{ file, data: siteDataIn(file, reader), linked: linkedDataIn(file, reader) }];
  });
  const isNewNumber = firstMet();
  const isNewBanner = firstMet();
  // A constant that many files take in is one number, in the place where it is written.
  const isNew = ({ path, route }: PhoneCandidate, { fileName }: ts.SourceFile): boolean => isNewNumber(JSON.stringify([path ?? fileName, route]));
  const told = files.map(({ file, data }) => data.flatMap(({ phones }) => phones.filter((phone) => isNew(phone, file))));
  const artefacts = files.flatMap((gathered, index) => {
    const phones = [...(told[index] ?? []), ...gathered.linked.phones.filter((phone) => isNew(phone, gathered.file))];
    const artefact = siteArtefact(gathered, phones);
    return [...(artefact === undefined ? [] : [artefact]), ...bannerArtefactsIn(gathered.file, reader, isNewBanner)];
  });
  return { artefacts, problems: [] };
};
