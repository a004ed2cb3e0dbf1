// A page for each finding about an exception: waivers and comments that do not hold what they promise.
import path from 'node:path';
import { buildSync } from 'esbuild';
import { generatedFrom, section } from './markdown.mjs';

const FROM = 'packages/core/src/report/own-rules.ts';

const page = ({ title, id, level, suffers, instead }) =>
  [
    generatedFrom(FROM),
    `# ${title}`,
    `Finding \`${id}\` of carelint itself: about an exception, not about a flow. Level: ${level}. It cannot be excepted.`,
    `What the customer suffers: ${suffers}`,
    ...section('What to do', instead),
    `When it speaks: [exceptions](../exceptions.md#${id}).`,
  ]
    .join('\n\n')
    .concat('\n');

/** Path -> text. */
export const ownRulePages = async (home) => {
  const { outputFiles } = buildSync({ entryPoints: [path.join(home, FROM)], bundle: true, write: false, format: 'esm', logLevel: 'error' });
  const { ownRules } = await import(`data:text/javascript,${encodeURIComponent(outputFiles[0].text)}`);
  return Object.fromEntries(ownRules.map((rule) => [`docs/rules/${rule.id}.md`, page(rule)]));
};
