import { resolveConfig } from '../config/resolve.js';
import type { Output } from '../output.js';
import { padded, printable, widthOf } from '../report/printable.js';
import { styleOf, type Style } from '../report/style.js';
import { catalogue, plainRule, type CatalogueEntry } from './catalogue.js';

const table = (rules: readonly CatalogueEntry[], style: Style): readonly string[] => {
  const widest = Math.max(0, ...rules.map(({ id }) => widthOf(id)));
  const promises = [...new Set(rules.map(({ promise }) => promise))];
  return promises.flatMap((promise) => [
    style.bold(promise),
    ...rules
      .filter((rule) => rule.promise === promise)
      .map(({ id, inForce, certainty, title }) => `  ${padded(id, widest)}  ${inForce.padEnd(7)}  ${certainty.padEnd(6)}  ${printable(title)}`),
    '',
  ]);
};

/** Lists all rules, with the level that is in force here. */
export const rulesCommand = (
  options: {
    readonly config?: string;
    readonly pack: readonly string[];
    readonly date?: string;
    readonly format: 'terminal' | 'json';
    readonly color?: boolean;
  },
  output: Output,
  cwd: string,
): number => {
  const config = resolveConfig({
    cwd,
    near: cwd,
    packs: options.pack,
    config: options.config,
    date: options.date,
  });
  const rules = catalogue(config);
  if (options.format === 'json') {
    output.out(`${JSON.stringify(rules.map(plainRule), null, 2)}\n`);
    return 0;
  }
  const style = styleOf(output, options.color);
  const on = rules.filter(({ inForce }) => inForce !== 'off').length;
  output.out(
    `${[...table(rules, style), `${on} of ${rules.length} rules are on here. \`carelint explain <rule>\` tells more of one.`].join('\n')}\n`,
  );
  return 0;
};
