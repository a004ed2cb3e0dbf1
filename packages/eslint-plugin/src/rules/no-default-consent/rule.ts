import { consentBanner } from '@carelint/core/model';
import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import { ancestorsOf, namesAround, propertyOf } from '../../code/around.js';
import { consentSettings } from '../../code/consent-settings.js';
import { isWithin, lastName } from '../../code/walk.js';
import { isOpen, writtenValue } from '../../code/written.js';
import { codeRule, type CodeContext } from '../../rule.js';

type Context = CodeContext<'on' | 'off', unknown>;

/** Countries in which consent comes first: the European Economic Area, the United Kingdom and Switzerland. */
const ASKED_FIRST = /^(?:AT|BE|BG|CH|CY|CZ|DE|DK|EE|ES|FI|FR|GB|GR|HR|HU|IE|IS|IT|LI|LT|LU|LV|MT|NL|NO|PL|PT|RO|SE|SI|SK|UK|EU)(?:-|$)/u;
/** What is asked before anything is sent: not whether somebody agreed, but whether there is anywhere to send it to. */
const ONLY_SET_UP =
  /^[!\s(]*[\w.$?]*(?:id|ids|key|tag|env|window|datalayer|gtag|production|measurement\w*)\b[\s)]*(?:[=!]==?\s*['"]?[\w-]*['"]?)?[\s)]*$/iu;
/** Functions that run because somebody agreed. */
const AGREED = /accept|grant|allow|agree|update|enable|opt|consent(?:ed|given)|init(?:ialize)?after/iu;
const GTAG_TEXT = /\bgtag\s*\(\s*(['"])consent\1\s*,\s*(['"])default\2\s*,\s*\{([^{}]*)\}/gu;

/** Whether it may depend on an answer that a node runs at all. */
const mayBeAnswered = (node: TSESTree.Node, source: Readonly<TSESLint.SourceCode>): boolean => {
  for (const at of ancestorsOf(node)) {
    if (at.type === 'CatchClause' || at.type === 'SwitchCase') return true;
    const test = at.type === 'IfStatement' || at.type === 'ConditionalExpression' ? at.test : at.type === 'LogicalExpression' ? at.left : undefined;
    if (test !== undefined && !isWithin(node, test) && !ONLY_SET_UP.test(source.getText(test))) return true;
    if (at.type !== 'BlockStatement') continue;
    for (const one of at.body) {
      if (one.range[0] > node.range[0]) break;
      const leaves = one.type === 'IfStatement' && !isWithin(node, one) && /\breturn\b/u.test(source.getText(one.consequent));
      if (leaves && !ONLY_SET_UP.test(source.getText(one.test))) return true;
    }
  }
  return namesAround(node).some((name) => AGREED.test(name));
};

/** The kinds of storage that defaults of consent mode allow where consent comes first. */
const granted = (defaults: Readonly<Record<string, unknown>>, isSplit: boolean): readonly string[] => {
  const { region, ...rest } = defaults;
  if (region === undefined ? isSplit : !Array.isArray(region) || !region.some((one) => typeof one === 'string' && ASKED_FIRST.test(one))) return [];
  return (consentBanner(rest, ['default'])?.boxes ?? []).filter(({ checked }) => checked).map(({ name }) => name);
};

/** Defaults that are written in the text of a script. */
const defaultsOfText = (text: string): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    [...text.matchAll(/['"]?(\w+)['"]?\s*:\s*(?:(['"])(\w+)\2|\[([^\]]*)\])/gu)].map(([, key = '', , value, list]) => [
      key,
      list === undefined ? value : list.split(',').map((one) => one.replace(/['"\s]/gu, '')),
    ]),
  );

const NAMES = new Intl.ListFormat('en-GB', { type: 'conjunction' });

const create = (context: Context): TSESLint.RuleListener => {
  const source = context.sourceCode;
  // Some regions are told apart: what is granted elsewhere is no matter of those that ask first.
  const isSplit = /\bregions?\b/u.test(source.text);
  const judged: TSESTree.Node[] = [];
  const seen = new Set<TSESTree.Node>();
  const look = (text: TSESTree.Node): void => {
    const written = source.getText(text);
    if (!written.includes('consent')) return;
    for (const match of written.matchAll(GTAG_TEXT)) {
      const names = granted(defaultsOfText(match[3] ?? ''), isSplit);
      if (names.length === 0 || /\bif\s*\(|\?[^.?]|&&/u.test(written.slice(0, match.index)) || mayBeAnswered(text, source)) continue;
      const from = text.range[0] + match.index;
      const loc = { start: source.getLocFromIndex(from), end: source.getLocFromIndex(from + match[0].length) };
      context.report({ loc, messageId: 'on', data: { name: NAMES.format(names) } });
    }
  };
  return {
    ObjectExpression: (node) => {
      if (judged.some((one) => isWithin(node, one))) return;
      const settings = consentSettings(node, source);
      if (settings === undefined) return;
      judged.push(node);
      for (const { name, checked, route } of settings.banner.boxes) {
        const at = settings.at(route);
        const holder = settings.at(route.slice(0, -1));
        if (!checked || at?.type !== 'Literal' || seen.has(at) || isOpen(holder)) continue;
        const service = holder?.type === 'ObjectExpression' ? ['required', 'readOnly'].map((key) => propertyOf(holder, key)) : [];
        if (service.some((one) => one !== undefined && one.value.type !== 'Literal')) continue;
        seen.add(at);
        const fix = (fixer: TSESLint.RuleFixer): TSESLint.RuleFix => fixer.replaceText(at, 'false');
        context.report({ node: at, messageId: 'on', data: { name }, suggest: [{ messageId: 'off', fix }] });
      }
    },
    CallExpression: (node) => {
      const [first, second, third] = node.arguments;
      if (lastName(node.callee) !== 'gtag' || first?.type !== 'Literal' || first.value !== 'consent' || third === undefined) return;
      if (second?.type !== 'Literal' || second.value !== 'default') return;
      const names = granted(writtenValue(third, source) as Readonly<Record<string, unknown>>, isSplit);
      if (names.length > 0 && !mayBeAnswered(node, source)) context.report({ node: third, messageId: 'on', data: { name: NAMES.format(names) } });
    },
    TemplateLiteral: look,
    Literal: (node) => {
      if (typeof node.value === 'string' && node.value.includes('gtag')) look(node);
    },
  };
};

export const rule = codeRule({
  about: {
    title: 'Nothing is agreed to beforehand',
    suffers: 'They are followed before anybody has asked them, and whoever says nothing has said yes.',
    instead: 'Let every service and every purpose begin switched off; switch on what somebody agreed to.',
    notWhen: 'The site is only for places in which consent is not asked for first.',
    level: 'error',
    certainty: 'medium',
    policies: ['preticked-consent'],
    sources: [{ seed: 'H17', says: 'People give data away without considering how it benefits others.' }],
  },
  messages: {
    on: '{{name}}: on before anybody was asked. Who says nothing has not agreed; begin with off.',
    off: 'Begin with off.',
  },
  suggests: true,
  create,
});
