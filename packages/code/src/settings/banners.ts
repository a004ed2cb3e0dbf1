import { ts } from 'ts-morph';
import { consentBanner, type Artefact, type Banner, type Route } from '@carelint/core/model';
import { bannerArtefact } from '@carelint/core/values';
import { walk } from '../project/walk.js';
import type { Spot } from './literal.js';
import { placeIn } from './place.js';
import { Plain } from './plain.js';
import type { LiteralReader } from './read-literal.js';

/** Keys that settings of CookieConsent have and hardly anything else. */
const OWN = ['categories', 'guiOptions', 'consentModal'];
/** Keys of Klaro, which lists of anything have, too: they count in files that speak of it. */
const OWN_OF_KLARO = [...OWN, 'services', 'apps'];
/** Functions that run because somebody has agreed, or has been asked before. */
const AGREED = /accept|grant|allow|agree|update|enable|opt|consent(?:ed|given)/iu;

/** A banner, with its settings as they were read. */
interface FoundBanner {
  readonly banner: Banner;
  readonly plain: Plain;
  /** Keys in front of all routes that lead to the settings, and are not in them. */
  readonly before: number;
}

const isOwn = (property: ts.ObjectLiteralElementLike, keys: readonly string[]): boolean =>
  property.name !== undefined && (ts.isIdentifier(property.name) || ts.isStringLiteralLike(property.name)) && keys.includes(property.name.text);

/** What an object is called: `klaroConfig` of `window.klaroConfig = {...}`. */
const nameOf = ({ parent }: ts.ObjectLiteralExpression): Route => {
  if (ts.isVariableDeclaration(parent) && ts.isIdentifier(parent.name)) return [parent.name.text];
  return ts.isBinaryExpression(parent) && ts.isPropertyAccessExpression(parent.left) ? [parent.left.name.text] : [];
};

/** What consent mode allows by default: of `gtag('consent', 'default', {...})` the last. */
const defaultsOf = (node: ts.CallExpression): ts.Expression | undefined => {
  const callee = ts.isPropertyAccessExpression(node.expression) ? node.expression.name : node.expression;
  const [what, when, given] = node.arguments;
  const isGtag = ts.isIdentifier(callee) && callee.text === 'gtag' && what !== undefined && ts.isStringLiteralLike(what) && what.text === 'consent';
  return isGtag && when !== undefined && ts.isStringLiteralLike(when) && when.text === 'default' ? given : undefined;
};

const leaves = (statement: ts.Statement): boolean => ts.isIfStatement(statement) && /\breturn\b/u.test(statement.thenStatement.getText());

/** Whether it may depend on an answer of the visitor that a call runs at all: any condition may. */
const mayBeAnswered = (call: ts.Node): boolean => {
  for (let at = call; !ts.isSourceFile(at); at = at.parent) {
    if (ts.isIfStatement(at) || ts.isConditionalExpression(at) || ts.isCaseOrDefaultClause(at) || ts.isCatchClause(at)) return true;
    if (ts.isBinaryExpression(at) && at.operatorToken.kind !== ts.SyntaxKind.EqualsToken) return true;
    if (ts.isBlock(at) && at.statements.some((statement) => statement.pos < call.pos && leaves(statement))) return true;
    const named =
      ts.isVariableDeclaration(at) || ts.isFunctionDeclaration(at) || ts.isPropertyAssignment(at) || ts.isMethodDeclaration(at) ? at.name : undefined;
    if (named !== undefined && AGREED.test(named.getText())) return true;
  }
  return false;
};

const bannersIn = (file: ts.SourceFile, reader: LiteralReader): readonly FoundBanner[] => {
  const found: FoundBanner[] = [];
  const take = (plain: Plain, route: Route): boolean => {
    const banner =
      typeof plain.value === 'object' && plain.value !== null ? consentBanner(plain.value as Readonly<Record<string, unknown>>, route) : undefined;
    if (banner !== undefined) found.push({ banner, plain, before: route.length });
    return banner !== undefined;
  };
  // Where regions are told apart, what holds in the others is no matter of those in which consent comes first.
  const isSplit = /\bregions?\b/u.test(file.text);
  const keys = /klaro/iu.test(file.text) ? OWN_OF_KLARO : OWN;
  walk(file, (node) => {
    if (ts.isObjectLiteralExpression(node) && node.properties.some((property) => isOwn(property, keys)))
      return !take(new Plain(reader.readOwn(node)), nameOf(node));
    const defaults = ts.isCallExpression(node) && !isSplit ? defaultsOf(node) : undefined;
    if (defaults !== undefined && !mayBeAnswered(node)) take(new Plain(reader.read(defaults)), ['default']);
    return true;
  });
  return found;
};

/** The banners for consent that a file sets up. `isNew` tells whether a place was not met before: texts of one banner may be taken in by another file. */
export const bannerArtefactsIn = (file: ts.SourceFile, reader: LiteralReader, isNew: (place: string) => boolean): readonly Artefact[] => {
  const path = file.fileName;
  const artefacts: Artefact[] = [];
  for (const { banner, plain, before } of bannersIn(file, reader)) {
    const spotOf = (route: Route): Spot => plain.spotOf(route.slice(before));
    const { reject, ...rest } = banner;
    const isMet = reject !== undefined && !isNew(JSON.stringify(spotOf(reject.route)));
    if (isMet && rest.boxes.length === 0) continue;
    artefacts.push(
      bannerArtefact(
        isMet ? rest : banner,
        (route) => placeIn(path, spotOf(route)),
        { path, syntax: 'text', format: 'code-settings' },
        artefacts.length,
      ),
    );
  }
  return artefacts;
};
