import { purposeOfPath } from '@carelint/core/model';
import type { TSESTree } from '@typescript-eslint/utils';
import { isCancelFile } from '../../code/cancel.js';
import { dottedName, meant } from '../../code/functions.js';
import { attributeOf, attributeText, elementName, hasSpread, readText } from '../../code/jsx.js';
import { isForStaff } from '../../code/pages.js';
import { pathInProject } from '../../code/project-path.js';
import { lastName } from '../../code/walk.js';
import { codeRule } from '../../rule.js';

const END = '(?:cancel|close|end|terminate)';
const REACH =
  '(?:call|phone|ring|telephone|contact|e-?mail|write|get in touch|reach out|speak|talk|visit|send (?:us )?(?:an? )?(?:letter|e-?mail|fax|message))';

/** Words that send whoever wants to leave to the phone, the post or a mailbox. */
const TELLS = [
  new RegExp(`\\b(?:to|wants? to|wish to|like to|decide to|need to) ${END}\\b[^.!?]{0,90}\\b${REACH}\\b`, 'iu'),
  new RegExp(`\\b${REACH}\\b[^.!?]{0,60}\\bto ${END}\\b`, 'iu'),
  /\bcancell?(?:ations?|ed)?\b[^.!?]{0,60}\b(?:by|over the|in) (?:phone|telephone|post|letter|mail|e-?mail|writing)\b/iu,
  /\bkündig\w*[^.!?]{0,80}(?:rufen sie|anruf|telefonisch|schreiben sie|schriftlich|per (?:post|e-?mail|brief))/iu,
  /\b(?:cancelar|dar de baja|darse de baja)\b[^.!?]{0,80}\b(?:llam|escrib|correo|contact)/iu,
  /\brésilier\b[^.!?]{0,80}(?:appel|téléphon|écri|courrier|contact)/iu,
  /\bopzeggen\b[^.!?]{0,80}\b(?:bel|mail|schrijf|neem contact)/iu,
];
/** A way without anybody else's help is told of in words. */
const ONLINE =
  /\bonline\b|\b(?:in|from|under) (?:your|the) (?:account|settings|profile|billing)|\baccount settings\b|\bbilling (?:settings|portal|page)\b|\b(?:log|sign) ?in\b|\bbutton\b|\bapp store\b|\bgoogle play\b|\bform below\b/iu;
const OTHER_MATTER = /\b(?:order|booking|appointment|reservation|flight|ticket|event|class|lesson|delivery|payment)s?\b/iu;

const ACTS = ['onClick', 'onSubmit', 'onPress', 'onTap', 'onConfirm', 'onCancel', 'action', 'formAction', 'onChange'] as const;
/** Components that only lay out or decorate what they hold. */
const LAYOUT =
  /^(?:\w*(?:Layout|Container|Wrapper|Section|Header|Footer|Heading|Title|Subtitle|Text|Typography|Paragraph|Icon|Card|CardContent|CardHeader|CardTitle|CardDescription|Navbar|NavBar|Breadcrumbs?|Divider|Separator|Alert|AlertTitle|AlertDescription|Badge|Image|Logo)|Link|A|NextLink|Head|Helmet|Seo|SEO|Meta|Box|Stack|Grid|Flex|Row|Col|Column|Center|Fragment|React\.Fragment|Suspense|List|ListItem|Main|Page|Screen|View|ScrollView|SafeAreaView|Strong|Phone|Mail|Clock|MapPin|ArrowLeft|Trans)$/u;

/** Whether something on the page may end it: a button, a form, a component that is not known, or a link to another page than one that only tells. */
const mayEnd = (element: TSESTree.JSXOpeningElement, textOf: (...names: readonly string[]) => string | undefined): boolean => {
  const name = elementName(element);
  if (attributeOf(element, ...ACTS) !== undefined || hasSpread(element)) return true;
  if (/^(?:button|form|input|select|textarea|iframe|script)$/u.test(name) || (/^[A-Z]/u.test(name) && !LAYOUT.test(name))) return true;
  if (attributeOf(element, 'href', 'to') === undefined) return false;
  const href = textOf('href', 'to');
  return (
    href === undefined ||
    !(/^(?:tel|mailto|sms):/iu.test(href) || href === '/' || /^(?:contact|help|legal|privacy|home)$/u.test(purposeOfPath(href) ?? ''))
  );
};

/** Whether an expression among the words of a page may show anything: what is handed in, or what a function gives. */
const mayShow = (written: TSESTree.Node): boolean => {
  const node = meant(written);
  if (node.type === 'CallExpression') return lastName(node.callee) !== 'map';
  return /(?:^|\.)children$/u.test(dottedName(node));
};

export const rule = codeRule({
  about: {
    title: 'Who joined online can leave online',
    suffers: 'They must call, wait and be talked round.',
    instead: 'Let them leave on this page, by a button or a form.',
    notWhen: 'Nobody can join online either.',
    level: 'error',
    certainty: 'medium',
    policies: ['cancel-requires-call'],
    sources: [{ seed: 'M75', says: 'Stop making it so hard on your customers.' }, { law: 'CA-ARL' }],
  },
  messages: { call: 'Customers cannot leave here: the page only tells them to call or to write. Give them a button or a form that ends it.' },
  create: (context) => {
    const source = context.sourceCode;
    const file = pathInProject(context);
    if (isForStaff(file) || !/cancel|close|delete|terminat|end|k[uü]e?ndig|resili|opzeg|disdetta|baja/iu.test(file)) return {};
    const words: string[] = [];
    let told: TSESTree.JSXElement | undefined;
    let isEnded = false;
    return {
      JSXOpeningElement: (node) => {
        isEnded ||= mayEnd(node, (...names) => attributeText(node, source, ...names));
      },
      JSXExpressionContainer: (node) => {
        isEnded ||= node.parent.type !== 'JSXAttribute' && mayShow(node.expression);
      },
      JSXElement: (node) => {
        const text = readText(node, source);
        const href = attributeText(node.openingElement, source, 'href', 'to') ?? '';
        const isLink = /^(?:tel|mailto):/iu.test(href) && /\bcancel|\bkündig|\brésili/iu.test(text);
        if (words.length === 0) words.push(text);
        // Inner elements come later: the smallest that says it is kept.
        if ((isLink || TELLS.some((tells) => tells.test(text))) && !OTHER_MATTER.test(text)) told = node;
      },
      'Program:exit': () => {
        const all = words.join(' ');
        if (told === undefined || isEnded || ONLINE.test(all) || !isCancelFile(file, all)) return;
        context.report({ node: told, messageId: 'call' });
      },
    };
  },
});
