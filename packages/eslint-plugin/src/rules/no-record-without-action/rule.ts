import { callResponses } from '../../code/telephony/read.js';
import { codeRule, type CodeContext } from '../../rule.js';

/** Options by which somebody is told of a recording; the last three are Plivo's. */
const TOLD_BY = ['action', 'recordingstatuscallback', 'transcribecallback', 'callbackurl', 'callback_url', 'transcriptionurl', 'transcription_url'];

/** Without an action the platform asks the same handler again; one that reads what was recorded takes it up itself. */
const READS_RECORDING = /Recording(?:Url|Sid|Duration)|record(?:ing)?_?url|RecordUrl/iu;

export const rule = codeRule({
  about: {
    title: 'What customers record is heard',
    suffers: 'They leave a message, wait for an answer, and nobody knows that there is one.',
    instead: 'Set `action`, `recordingStatusCallback` or `transcribeCallback`, and pass the message to somebody who answers it.',
    notWhen: 'Somebody looks through the recordings in the console of the platform every day.',
    level: 'error',
    certainty: 'high',
    policies: [],
    sources: [{ seed: 'M106', says: 'Customers are hung up on and shuffled between departments.' }],
  },
  messages: {
    unheard: 'Nobody is told of this recording: it has neither an action nor a callback. Set one, and let somebody answer.',
  },
  create: (context: CodeContext<'unheard', unknown>) => ({
    Program: () => {
      const { sourceCode } = context;
      for (const { style, verbs } of callResponses(sourceCode)) {
        // Vonage sends recordings to the event URL of the application.
        if (style === 'ncco') continue;
        for (const { name, options, node, loc } of verbs) {
          if (name !== 'record' || options === undefined || TOLD_BY.some((option) => options.has(option))) continue;
          if (READS_RECORDING.test(sourceCode.text)) return;
          context.report({ node, ...(loc === undefined ? {} : { loc }), messageId: 'unheard' });
        }
      }
    },
  }),
});
