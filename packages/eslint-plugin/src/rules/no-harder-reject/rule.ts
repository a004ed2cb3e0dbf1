import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import { propertyOf } from '../../code/around.js';
import { consentSettings } from '../../code/consent-settings.js';
import { wordsIn } from '../../code/controls.js';
import { asksForMore, hardReject, loadsMore } from '../../code/cookie-banner.js';
import { attributeOf, attributeText, attributeValue, elementName, hasSpread } from '../../code/jsx.js';
import { pathInProject } from '../../code/project-path.js';
import { isWithin } from '../../code/walk.js';
import { isOpen } from '../../code/written.js';
import { codeRule, type CodeContext } from '../../rule.js';

type Context = CodeContext<'none' | 'settings' | 'show', unknown>;

const ABOUT = /cookie|consent|gdpr/iu;

/** The declaration in a statement of a file, and its name. */
const declared = (statement: TSESTree.Node): { readonly node: TSESTree.Node; readonly name: string } | undefined => {
  const node =
    (statement.type === 'ExportNamedDeclaration' || statement.type === 'ExportDefaultDeclaration') && statement.declaration !== null
      ? statement.declaration
      : statement;
  if (node.type === 'FunctionDeclaration' || node.type === 'ClassDeclaration') return { node, name: node.id?.name ?? '' };
  if (node.type === 'VariableDeclaration')
    return { node, name: node.declarations.map(({ id }) => (id.type === 'Identifier' ? id.name : '')).join(' ') };
  return node.type === 'ArrowFunctionExpression' || node.type === 'CallExpression' ? { node, name: '' } : undefined;
};

/** Banners of react-cookie-consent: without `enableDeclineButton` they can only be accepted. */
const lookAtLibrary = (element: TSESTree.JSXOpeningElement, context: Context): void => {
  const source = context.sourceCode;
  const decline = attributeOf(element, 'enableDeclineButton');
  if (hasSpread(element) || (decline !== undefined && attributeValue(decline, source)?.value !== false)) return;
  const { text } = wordsIn(element.parent, source);
  const told = ['onAccept', 'cookieName'].map((name) => {
    const attribute = attributeOf(element, name);
    return attribute === undefined ? '' : source.getText(attribute);
  });
  if (/<(?:button|Button)\b/u.test(source.getText(element.parent))) return;
  if (!asksForMore(text) && !told.some((one) => loadsMore(one) || /analytics|tracking/iu.test(one))) return;
  const isInfo = /^(?:ok|okay|got it|understood|i understand)$/iu.test(attributeText(element, source, 'buttonText') ?? '');
  if (isInfo && !told.some((one) => loadsMore(one))) return;
  const fix = (fixer: TSESLint.RuleFixer): TSESLint.RuleFix =>
    decline === undefined ? fixer.insertTextAfter(element.name, ' enableDeclineButton') : fixer.replaceText(decline, 'enableDeclineButton');
  context.report({ node: element.name, messageId: 'none', suggest: [{ messageId: 'show', fix }] });
};

const create = (context: Context): TSESLint.RuleListener => {
  const source = context.sourceCode;
  const library = new Set<string>();
  const judged: TSESTree.Node[] = [];
  return {
    ImportDeclaration: (node) => {
      if (node.source.value !== 'react-cookie-consent') return;
      for (const one of node.specifiers) {
        if (
          one.type === 'ImportDefaultSpecifier' ||
          (one.type === 'ImportSpecifier' && 'name' in one.imported && one.imported.name === 'CookieConsent')
        )
          library.add(one.local.name);
      }
    },
    JSXOpeningElement: (node) => {
      if (library.has(elementName(node))) lookAtLibrary(node, context);
    },
    ObjectExpression: (node) => {
      if (judged.some((one) => isWithin(node, one))) return;
      const settings = consentSettings(node, source);
      if (settings === undefined) return;
      judged.push(node);
      const { reject } = settings.banner;
      const at = reject === undefined ? undefined : settings.at(reject.route);
      if (reject === undefined || reject.how === 'beside' || at === undefined) return;
      if (at.type === 'Literal') {
        const fix = (fixer: TSESLint.RuleFixer): TSESLint.RuleFix => fixer.replaceText(at, 'false');
        context.report({ node: at, messageId: 'settings', suggest: [{ messageId: 'show', fix }] });
      } else if (at.type === 'ObjectExpression' && !isOpen(at)) context.report({ node: propertyOf(at, 'acceptAllBtn') ?? at, messageId: reject.how });
    },
    'Program:exit': (program) => {
      if (!/cookie/iu.test(source.text)) return;
      const path = pathInProject(context);
      const parts = program.body.flatMap((statement) => declared(statement) ?? []).filter(({ node }) => /<\w/u.test(source.getText(node)));
      const isFile = ABOUT.test(path.slice(path.lastIndexOf('/') + 1));
      for (const { node, name } of parts) {
        if (!ABOUT.test(name) && !(isFile && parts.length === 1)) continue;
        // Another component of the file may hold the buttons that this one lacks.
        const others = parts.filter((one) => one.node !== node && one.name !== '' && source.getText(node).includes(`<${one.name}`));
        const found = others.length > 0 ? undefined : hardReject(node, source);
        if (found !== undefined) context.report({ node: found.accept, messageId: found.how });
      }
    },
  };
};

export const rule = codeRule({
  about: {
    title: 'No is as near as yes',
    suffers: 'Yes is one click, and no is a hunt through settings, or not there at all.',
    instead: 'Put "Reject all" beside "Accept all", in the same size.',
    notWhen: 'The notice only tells about cookies without which the site cannot work; it asks nothing.',
    level: 'error',
    certainty: 'medium',
    policies: ['consent-reject-harder'],
    sources: [{ seed: 'H17', says: 'People give data away without considering how it benefits others.' }],
  },
  messages: {
    none: 'Cookies are accepted by one click, and nothing refuses them. Put a button that refuses beside it.',
    settings: 'Cookies are accepted by one click, and refused only behind settings. Put a button that refuses beside it.',
    show: 'Show the button that refuses.',
  },
  suggests: true,
  create,
});
