import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import { constantOf, possibleTexts } from '../../code/texts.js';
import { callResponses, verbsAfter } from '../../code/telephony/read.js';
import { type CallResponse, type Verb } from '../../code/telephony/verb.js';
import { codeRule, type CodeContext } from '../../rule.js';

/** Rooms and queues are never busy; what cannot be seen may be either. */
const NEVER_BUSY = /^(?:conference|queue|unknown|room|application|aiagent|virtualagent|websocket)$/u;
/** Words of targets that the one who calls has typed in, and of customers: then an agent or a program calls, and hears that nobody answers. */
const CALLED =
  /\b(?:to|called|phone_?number|customer|lead|prospect|client|patient|contact|user|recipient|dest\w*)\b|\b(?:req|request|event|query|params|body|form\w*|searchParams)\b/iu;
/** Code of softphones, of calls that a program makes, and of a leg that only an agent hears. */
const NOT_INCOMING = /AccessToken|VoiceGrant|ClientCapability|calls\.create\(|createCall\(|outbound|click-?to-?call/iu;

/** What is dialled, as it is written, through a constant. */
const targetText = (target: TSESTree.Node, source: Readonly<TSESLint.SourceCode>): string => {
  if (possibleTexts(target, source).some(({ text }) => /^\+?[\d\s().-]{3,}$/u.test(text))) return '';
  const constant = constantOf(target, source);
  return spaced(`${source.getText(target)} ${constant === undefined ? '' : source.getText(constant)}`);
};

/** `customerPhone` and `process.env.AGENT_NUMBER` as words. */
const spaced = (name: string): string => name.replace(/(?<=[a-z])(?=[A-Z])|_/gu, ' ');

/** Whether nothing is left for the caller when nobody answers. */
const dropsCaller = (response: CallResponse, verb: Verb, source: Readonly<TSESLint.SourceCode>): boolean => {
  if (verb.name !== 'dial' || response.style === 'ncco' || response.isOpen) return false;
  if (verb.options === undefined || verb.options.has('action')) return false;
  if (verb.inside.some((noun) => NEVER_BUSY.test(noun))) return false;
  if (verb.target !== undefined && CALLED.test(targetText(verb.target, source))) return false;
  return verbsAfter(response, verb).every(({ name }) => name === 'hangup' || name === 'pause');
};

export const rule = codeRule({
  about: {
    title: 'Busy or no answer is not the end of a call',
    suffers: 'Nobody picks up, and the line goes dead.',
    instead:
      'Set `action` and look at `DialCallStatus` there, or put what holds for busy and no answer behind the dialling: a queue, voicemail, a callback.',
    notWhen: 'An agent or a program makes the call, or the number that is dialled always answers.',
    level: 'warning',
    certainty: 'medium',
    policies: ['hangup-without-offer'],
    sources: [{ seed: 'M106', says: 'Customers are hung up on and shuffled between departments.' }, { law: 'GH8' }],
  },
  messages: {
    drops: 'If this number is busy or nobody answers, the caller is cut off: there is no action, and nothing follows.',
  },
  create: (context: CodeContext<'drops', unknown>) => ({
    Program: () => {
      const { sourceCode } = context;
      if (NOT_INCOMING.test(sourceCode.text) || NOT_INCOMING.test(context.filename)) return;
      for (const response of callResponses(sourceCode))
        for (const verb of response.verbs)
          if (dropsCaller(response, verb, sourceCode))
            context.report({ node: verb.node, ...(verb.loc === undefined ? {} : { loc: verb.loc }), messageId: 'drops' });
    },
  }),
});
