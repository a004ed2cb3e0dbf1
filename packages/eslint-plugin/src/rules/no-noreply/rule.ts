import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import { possibleTexts } from '../../code/texts.js';
import { above, bare, isFunction, keyOf, lastName } from '../../code/walk.js';
import { codeRule, type CodeContext } from '../../rule.js';

type SourceCode = Readonly<TSESLint.SourceCode>;

/** Files that send mails, by the libraries they name. */
const SENDS_MAIL =
  /nodemailer|sendgrid|\bresend\b|postmark|mailgun|client-ses|SESClient|SendEmailCommand|mailjet|brevo|sendinblue|sparkpost|mailersend|zeptomail|sendMail|sendEmail/iu;
/** Calls that take a mail. */
const SENDING = /^(?:send|sendMail|sendEmail|sendEmailWithTemplate|sendMultiple|sendTransacEmail|SendEmailCommand|create|deliver|deliverMail)$/u;
const SENDER = /^(?:from|From|sender|FromEmailAddress|Source|fromEmail)$/u;
const RECEIVER = /^(?:to|To|Destination|recipients?|personalizations)$/u;
const ANSWERS = /reply_?-?to/iu;
const NO_REPLY = /(?:^|[<\s"'])((?:no|do[-_.]?not|dont)[-_.]?reply[\w.+-]*@[\w.-]*)/iu;
/** Senders of machines: no customer answers them. */
const MACHINES = /@(?:users\.noreply\.)?(?:github|gitlab|bitbucket)\.|\[bot\]/iu;
/** Mails that only prove who somebody is. */
const PROOFS = /verif|\botp\b|one-?time|magic|password|passcode|log-?in|sign-?in|2fa|mfa|reset|confirm|activat|token/iu;
/** What tells readers where to write, wherever it stands in the file. */
const CONTACT_LINE =
  /mailto:|(?:support|help|contact|hello|care|service|hallo|info|kontakt|kundenservice|ayuda|aide)@|contact us|reply to this|get in touch/iu;

const valueOf = (object: TSESTree.ObjectExpression, name: RegExp): TSESTree.Node | undefined => {
  const property = object.properties.find((one) => name.test(keyOf(one) ?? ''));
  return property?.type === 'Property' ? property.value : undefined;
};

/** The address that a mail comes from, where it is written out: a text, or an object of a name and an address. */
const senderOf = (node: TSESTree.Node, source: SourceCode): { readonly address: string; readonly node: TSESTree.Node } | undefined => {
  const written = bare(node);
  const value = written.type === 'ObjectExpression' ? valueOf(written, /^(?:email|address|Email)$/u) : written;
  if (value === undefined) return undefined;
  const found = possibleTexts(value, source).find(({ text }) => NO_REPLY.test(text) && !MACHINES.test(text));
  const address = NO_REPLY.exec(found?.text ?? '')?.[1];
  return found === undefined || address === undefined ? undefined : { address: address.endsWith('@') ? `${address}…` : address, node: found.node };
};

/** Whether an object is handed to a call that sends it, at once or through a variable. */
const isSent = (object: TSESTree.ObjectExpression, source: SourceCode): boolean => {
  let at: TSESTree.Node = object;
  for (let up = above(at); up !== undefined; up = above(at)) {
    if ((up.type === 'CallExpression' || up.type === 'NewExpression') && up.callee !== at) return SENDING.test(lastName(up.callee));
    if (up.type === 'VariableDeclarator') {
      const [variable] = source.getDeclaredVariables(up);
      return (variable?.references ?? []).some(({ identifier }) => {
        const call = above(identifier);
        return (
          (call?.type === 'CallExpression' || call?.type === 'NewExpression') && call.callee !== identifier && SENDING.test(lastName(call.callee))
        );
      });
    }
    if (!/^(?:TSAsExpression|TSSatisfiesExpression|ArrayExpression)$/u.test(up.type)) return false;
    at = up;
  }
  return false;
};

/** Whether a mail goes to an address of the house: one that is fixed. Customers' addresses come from data. */
const isInternal = (to: TSESTree.Node, source: SourceCode): boolean => {
  const text = source.getText(to);
  if (/process\.env|import\.meta\.env|admin|owner|team|staff|internal|ops\b|company/iu.test(text)) return true;
  const texts = possibleTexts(to, source);
  return texts.some((one) => one.text.includes('@') && !one.text.includes('⟨'));
};

const functionsAround = (node: TSESTree.Node): string => {
  const names: string[] = [];
  for (let at: TSESTree.Node | undefined = node; at !== undefined; at = above(at)) {
    if (isFunction(at)) names.push(at.id?.name ?? '');
    if (at.type === 'VariableDeclarator') names.push(lastName(at.id));
    if (at.type === 'MethodDefinition' || at.type === 'Property') names.push(lastName(at.key));
  }
  return names.join(' ');
};

/** Whether nothing in a mail says where answers go. */
const isUnanswerable = (object: TSESTree.ObjectExpression, source: SourceCode): boolean => {
  const keys = object.properties.map(keyOf);
  // What is spread into it may hold a reply-to; headers may, too.
  if (keys.includes(undefined) || keys.some((key) => ANSWERS.test(key ?? ''))) return false;
  const headers = valueOf(object, /^(?:headers|Headers)$/u);
  return headers === undefined || (bare(headers).type === 'ObjectExpression' && !ANSWERS.test(source.getText(headers)));
};

export const rule = codeRule({
  about: {
    title: 'Mails can be answered',
    suffers: 'They answer our mail, and the answer falls into a hole.',
    instead: 'Send from an address that somebody reads, or set a reply-to.',
    notWhen: 'Every mail names in its text where to write, and that address takes answers.',
    level: 'warning',
    certainty: 'medium',
    policies: ['feedback-noreply-sender'],
    sources: [{ seed: 'M123' }],
  },
  messages: {
    noReply:
      'Mails go to customers from {{address}}, and nothing says where answers go. Send from an address that somebody reads, or set a reply-to.',
  },
  create: (context: CodeContext<'noReply', unknown>) => {
    const { sourceCode: source, filename } = context;
    if (!/reply/iu.test(source.text) || !SENDS_MAIL.test(source.text) || CONTACT_LINE.test(source.text)) return {};
    return {
      ObjectExpression: (object) => {
        const [from, to] = [valueOf(object, SENDER), valueOf(object, RECEIVER)];
        if (from === undefined || to === undefined || isInternal(to, source)) return;
        const sender = senderOf(from, source);
        if (sender === undefined || !isUnanswerable(object, source) || !isSent(object, source)) return;
        const subject = valueOf(object, /^subject$/iu);
        const about = `${subject === undefined ? '' : source.getText(subject)} ${functionsAround(object)} ${filename.split(/[\\/]/u).at(-1) ?? ''}`;
        if (!PROOFS.test(about)) context.report({ node: sender.node, messageId: 'noReply', data: { address: sender.address } });
      },
    };
  },
});
