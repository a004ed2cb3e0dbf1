import type { Linter, Rule } from 'eslint';
import { loadEngine } from '../languages/load-engine.js';
import type { FlowSourceCode } from '../languages/source-code.js';
import { SLIP, UNREAD } from './ids.js';
import { policies } from './policies.generated.js';

/** Levels of policies, and of what carelint says of comments that speak to it and of files that it reads. */
const LEVELS: Readonly<Record<string, (typeof policies)[string]>> = {
  ...policies,
  'bad-directive': 'error',
  'unused-directive': 'warning',
  [UNREAD]: 'error',
  [SLIP]: 'advice',
};

const isFlow = (code: unknown): code is FlowSourceCode => (code as { readonly ast?: { readonly type?: unknown } }).ast?.type === 'FlowDocument';

const wantsJourney = (settings: Readonly<Record<string, unknown>>): boolean => {
  const own = settings['carelint'];
  return !(typeof own === 'object' && own !== null && 'journey' in own && own.journey === false);
};

/** A policy as a rule of ESLint. What is known of it is looked up when ESLint asks. */
const flowRule = (id: string): Rule.RuleModule => ({
  get meta() {
    return loadEngine().metaOf(id);
  },
  create: (context) => {
    const code: unknown = context.sourceCode;
    // Switched on for other files by mistake, it has nothing to say there.
    if (!isFlow(code)) return {};
    code.ask(id, (context.options as readonly Record<string, unknown>[])[0] ?? {});
    return {
      'FlowDocument:exit': () => {
        for (const { told, loc, mends } of code.toldBy(id, wantsJourney(context.settings)))
          context.report({
            loc,
            messageId: 'found',
            data: { told },
            suggest: mends.map(({ title, edits }) => ({
              desc: title,
              fix: (fixer) => edits.map(({ range, text }) => fixer.replaceTextRange(range, text)),
            })),
          });
      },
    };
  },
});

/** A rule for each policy, by the id of the policy. */
export const flowRules: Readonly<Record<string, Rule.RuleModule>> = Object.fromEntries(Object.keys(LEVELS).map((id) => [id, flowRule(id)]));

/**
 * What customers hear in a queue may be set by a flow that leads there, in another file: by one file alone this rule would speak where others have
 * offered a callback.
 */
const NEEDS_OTHER_FILES: ReadonlySet<string> = new Set(['no-callback-in-queue']);

/** The pack `recommended` as severities, as far as one file can tell; ESLint has none below a warning. */
export const recommendedFlowRules: Linter.RulesRecord = Object.fromEntries(
  Object.entries(LEVELS)
    .filter(([id, level]) => level !== 'off' && !NEEDS_OTHER_FILES.has(id))
    .map(([id, level]) => [`carelint/${id}`, level === 'error' ? 'error' : 'warn']),
);
