import { builtinPhrases } from '@carelint/core';
import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import { circumstancesOf, failureAround, type FailureKind } from '../../code/failure.js';
import { callResponses, verbsAfter } from '../../code/telephony/read.js';
import { ENDS, GOES_ON, TELLS, type CallResponse, type Verb } from '../../code/telephony/verb.js';
import { above, isWithin, lastName, walk } from '../../code/walk.js';
import { codeRule, type CodeContext } from '../../rule.js';

type Message = FailureKind | 'silence';
type SourceCode = Readonly<TSESLint.SourceCode>;

/** Who is meant to be cut off, who has been asked again, and calls of which no customer hears anything. */
const EXCUSED =
  /(?<![a-z])(?:block(?:ed|list)?|black_?list|deny_?list|ban(?:ned|list)|spam|robo_?call|telemarket|abus|fraud|harass|wrong_?number|do_?not_?call|opt(?:ed)?_?out|unsubscrib|signature|unauthori[sz]ed|forbidden|validate_?(?:request|express|twilio)|valid_?(?:request|twilio)|duplicate|replay|machine|answered_?by|voicemail|whisper|screen|accept|outbound|survey|feedback|rating|attempt|retr(?:y|ies)|tries|count|already|completed|test)/iu;
/** The same in what is said; a leg that only an agent hears asks to take the call. */
const SAID_EXCUSED = /wrong number|blocked|do not call|take you off|removed? (?:you )?from|accept|press any key|survey|reminder/iu;
/** Code that arranges something for the customer on the way. */
const ARRANGES =
  /call_?back|voice_?mail|ticket|(?:open|create|new|add)_?(?:case|lead|task|issue)|escalat|transfer|hand_?(?:off|over)|text_?back|(?:send|create)_?(?:sms|text|message|link|email|mail)|notify|alert|enqueue|queue|schedul|fallback|redirect/iu;
/** Words that name another way. */
const OTHER_WAY = /\d{3}.?\d{3}|[\w.]@[\w.]|\bsms\b|text (?:you|message|us)|e-?mail|keep (?:on )?holding|stay on the line/iu;
const OFFERS = ['callback', 'voicemail', 'offer', 'connecting', 'promise-person', 'other-way', 'human'] as const;
const SAYS_OFF = ['hang-up', 'call-back-later', 'trouble', 'refusal'] as const;
const FINISHED = ['anything-else', 'done', 'thanks-only'] as const;
/** Calls that a program makes: there silence ends nothing that the customer wanted. */
const MAKES_CALLS = /calls\.create\(|createCall\(|AnsweredBy|machineDetection|outbound/iu;

const phrases = builtinPhrases();
const saysOne = (sets: readonly string[], text: string): boolean => sets.some((set) => phrases.says(set, text));

const offers = (text: string): boolean => OTHER_WAY.test(text) || saysOne(OFFERS, text);

const aboveAll = (node: TSESTree.Node): readonly TSESTree.Node[] => {
  const up = above(node);
  return up === undefined ? [] : [up, ...aboveAll(up)];
};

/** Whether a verb by which the call goes on comes before another or after it, or may have been reached before something was thrown. */
const goesOnBeside = (response: CallResponse, verb: Verb): boolean =>
  response.verbs.some((other) => {
    if (!GOES_ON.has(other.name) && !ENDS.has(other.name)) return false;
    const [attempt] = [verb.node, ...aboveAll(verb.node)].filter(({ type }) => type === 'TryStatement');
    return (
      (attempt !== undefined && isWithin(other.node, attempt)) ||
      verbsAfter(response, verb).includes(other) ||
      verbsAfter(response, other).includes(verb)
    );
  });

/** Last words behind which nothing follows, so that the call ends. Music and whispers end so too: the words must tell that this is the end. */
const lastWords = (response: CallResponse): readonly Verb[] => {
  if (response.isOpen) return [];
  const { style, verbs } = response;
  // Vonage ends a call where its list ends, whatever was said.
  const told = verbs.filter(({ name, words }) => name === 'say' && (style === 'ncco' || (words !== undefined && saysOne(SAYS_OFF, words))));
  const ends = told.filter((verb) => !goesOnBeside(response, verb));
  return ends.filter((verb) => !verbsAfter(response, verb).some((later) => ends.includes(later)));
};

/** Where a response ends: at its hang-ups, and at last words. */
const endsIn = (response: CallResponse): readonly Verb[] => [...response.verbs.filter(({ name }) => ENDS.has(name)), ...lastWords(response)];

const isArranged = (branch: TSESTree.Node, source: SourceCode): boolean => {
  let found = false;
  walk(branch, source, (node) => {
    if (node.type === 'CallExpression') found ||= ARRANGES.test(lastName(node.callee)) || ARRANGES.test(source.getText(node.callee).slice(0, 80));
    return found ? false : undefined;
  });
  return found;
};

/** What has failed where a call ends and no help is offered; undefined where it is no failure, or an end that is meant. */
const failureAt = (end: Verb, all: readonly CallResponse[], source: SourceCode): FailureKind | undefined => {
  const failure = failureAround(end.node, source);
  if (failure === undefined || EXCUSED.test(circumstancesOf(end.node, source))) return undefined;
  const { branch, kind } = failure;
  const here = all.flatMap(({ verbs }) => verbs).filter(({ node }) => isWithin(node, branch));
  if (here.some(({ name, words }) => GOES_ON.has(name) || (words !== undefined && (offers(words) || SAID_EXCUSED.test(words))))) return undefined;
  return isArranged(branch, source) ? undefined : kind;
};

const isQuiet = (verb: Verb): boolean => TELLS.has(verb.name) && (verb.words === undefined || !offers(verb.words));

/** Where whoever says nothing at the only question of a response is cut off, after some words. */
const endAfterSilence = (response: CallResponse, source: SourceCode): Verb | undefined => {
  const questions = response.verbs.filter(({ name }) => name === 'gather');
  const [question] = questions;
  if (question === undefined || questions.length > 1 || response.style === 'ncco' || response.isOpen) return undefined;
  if (question.options?.has('actiononemptyresult') !== false) return undefined;
  const behind = verbsAfter(response, question);
  const end = behind.at(-1);
  if (end === undefined || !behind.some(({ name }) => name === 'say')) return undefined;
  if (!behind.every((verb) => verb === end || isQuiet(verb)) || (!ENDS.has(end.name) && !isQuiet(end))) return undefined;
  const before = response.verbs.slice(0, response.verbs.indexOf(question));
  const asked = [...before, question].map(({ words }) => words ?? '').join(' ');
  // Of words that are made up while it runs nobody knows whether the matter was finished.
  if (question.words === undefined || asked.trim() === '' || saysOne(FINISHED, asked) || SAID_EXCUSED.test(asked)) return undefined;
  const told = behind.findLast(({ name }) => name === 'say')?.words;
  if (!ENDS.has(end.name) && (told === undefined || !saysOne(['hang-up', 'call-back-later'], told))) return undefined;
  return EXCUSED.test(circumstancesOf(end.node, source)) ? undefined : end;
};

export const rule = codeRule({
  about: {
    title: 'Our fault is not their hang-up',
    suffers: 'Something did not work, they are cut off, and nothing is solved.',
    instead: 'Offer a person, a callback or voicemail before the call can end; ask again before silence counts as a goodbye.',
    notWhen: 'The end of a call that is finished, of abuse, a wrong number or a blocked caller, and calls that a program makes.',
    level: 'error',
    certainty: 'medium',
    policies: ['error-edge-hangup', 'hangup-without-offer', 'no-input-hangup', 'verify-failure-dead-end'],
    sources: [
      { seed: 'M80', says: 'After being hung up on, ignored, disrespected, I ask what the company believes.' },
      { seed: 'M98', says: "You don't have your password? I can't help you. Call back when you find it. (And then she hung up.)" },
      { seed: 'M106', says: 'Customers are hung up on and shuffled between departments.' },
      { law: 'GH8' },
    ],
  },
  messages: {
    error: 'When this fails the customer is cut off. Offer a person, a callback or voicemail before the call ends.',
    unheard: 'Whoever is not understood here is cut off. Ask again, then pass them to a person.',
    unverified: 'Whoever cannot be verified here is cut off. Offer another proof, a person or a callback before the call ends.',
    silence: 'Whoever says nothing to the question is cut off. Ask again, then pass them to a person.',
  },
  create: (context: CodeContext<Message, unknown>) => ({
    Program: () => {
      const { sourceCode: source } = context;
      const all = callResponses(source);
      const report = ({ node, loc }: Verb, messageId: Message): void => context.report({ node, ...(loc === undefined ? {} : { loc }), messageId });
      const mayBeSilent = !MAKES_CALLS.test(source.text) && !MAKES_CALLS.test(context.filename);
      for (const response of all) {
        const failed = endsIn(response).flatMap((end) => {
          const kind = failureAt(end, all, source);
          return kind === undefined ? [] : [{ end, kind }];
        });
        for (const { end, kind } of failed) report(end, kind);
        const silent = mayBeSilent && failed.length === 0 ? endAfterSilence(response, source) : undefined;
        if (silent !== undefined) report(silent, 'silence');
      }
    },
  }),
});
