import type { TSESLint } from '@typescript-eslint/utils';
import { callResponses, verbsAfter } from '../../code/telephony/read.js';
import { type CallResponse, type Verb } from '../../code/telephony/verb.js';
import { codeRule, type CodeContext } from '../../rule.js';

type Message = 'drops' | 'ends' | 'askAgain';

/** Whether silence at a question has nothing behind it. Vonage's `input` asks for the next step on silence too. */
const isLast = (response: CallResponse, verb: Verb): 'drops' | 'ends' | undefined => {
  if (verb.name !== 'gather' || response.style === 'ncco' || response.isOpen) return undefined;
  if (verb.options === undefined || verb.options.has('actiononemptyresult')) return undefined;
  const behind = verbsAfter(response, verb).filter(({ name }) => name !== 'pause');
  if (behind.length === 0) return 'drops';
  return behind.every(({ name }) => name === 'hangup') ? 'ends' : undefined;
};

/** Where the code names a handler for the answer, that handler can be asked on silence too. */
const suggestion = ({ options, optionsNode }: Verb): TSESLint.SuggestionReportDescriptor<Message>[] => {
  const last = optionsNode?.properties.at(-1);
  if (last === undefined || options?.has('action') !== true) return [];
  return [{ messageId: 'askAgain', fix: (fixer) => fixer.insertTextAfter(last, ', actionOnEmptyResult: true') }];
};

export const rule = codeRule({
  about: {
    title: 'Silence is not a goodbye',
    suffers: 'They need a moment, or are not understood, and the line goes dead.',
    instead:
      'Put what holds for silence behind the question: ask again twice, then a person. Or set `actionOnEmptyResult`, and let the handler ask again.',
    notWhen: 'Silence is an answer, as in a call that only reminds of something.',
    level: 'warning',
    certainty: 'medium',
    policies: ['no-input-hangup'],
    sources: [{ seed: 'M106', says: 'Customers are hung up on and shuffled between departments.' }, { law: 'GH8' }],
  },
  messages: {
    drops: 'Whoever says nothing here is cut off without a word: nothing follows the question.',
    ends: 'Whoever says nothing here is cut off without a word: nothing but the end of the call follows the question.',
    askAgain: 'Call the action on silence too; it then has to deal with an empty answer.',
  },
  suggests: true,
  create: (context: CodeContext<Message, unknown>) => ({
    Program: () => {
      for (const response of callResponses(context.sourceCode))
        for (const verb of response.verbs) {
          const messageId = isLast(response, verb);
          if (messageId === undefined) continue;
          const suggest = response.style === 'twiml' && messageId === 'drops' ? suggestion(verb) : [];
          context.report({ node: verb.node, ...(verb.loc === undefined ? {} : { loc: verb.loc }), messageId, suggest });
        }
    },
  }),
});
