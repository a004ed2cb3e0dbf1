import { UserError, type Finding, type Report, type Service } from '@carelint/core';
import path from 'node:path';
import { resolveConfig } from '../config/resolve.js';
import { flowsOf, type Flows } from '../drawing/flows.js';
import { flowsIn, paint, type Painted } from '../drawing/paint.js';
import { findFiles, near, nothingToRead } from '../find/meant.js';
import type { Output } from '../output.js';
import { withoutCommands } from '../report/ci-commands.js';
import { journeyLine, oneLine } from '../report/told.js';
import { counted } from '../report/summary.js';
import { analyse } from '../run/analyse.js';
import { progressOn } from '../run/progress.js';
import { stopwatch } from '../run/stopwatch.js';
import { writeWhole } from '../write-whole.js';

/** The options of `carelint draw`, as commander hands them over. */
export interface DrawOptions {
  readonly format: 'svg' | 'mermaid' | 'dot';
  readonly flow?: string;
  /** Its number in the report, or its fingerprint or the beginning of it. */
  readonly finding?: string;
  readonly output?: string;
  readonly config?: string;
  readonly pack: readonly string[];
  readonly date?: string;
}

/** Steps that are drawn around a finding, and at most. */
const AROUND_A_FINDING = 60;
const WHOLE = 120;
const MOST_NAMED = 20;

const listed = (names: readonly string[]): string => {
  const more = names.length - MOST_NAMED;
  return `${names.slice(0, MOST_NAMED).join(', ')}${more > 0 ? ` and ${more} more` : ''}.`;
};

const findingAsked = (asked: string, { findings }: Report): Finding => {
  const number = /^[1-9]\d{0,5}$/u.test(asked) ? findings[Number(asked) - 1] : undefined;
  const meant = findings.filter(({ fingerprint }) => asked.length >= 4 && fingerprint.startsWith(asked));
  const found = number ?? (meant.length === 1 ? meant[0] : undefined);
  if (found !== undefined) return found;
  if (findings.length === 0) throw new UserError(`There is no finding \`${asked}\`: nothing was found.`);
  const names = findings.map(({ rule, file, line, fingerprint }, index) => `${index + 1} (${fingerprint}, ${rule} in ${file}:${line})`);
  throw new UserError(`There is no finding \`${asked}\`. Name one by its number or its fingerprint: ${listed(names)}`);
};

/** Flows that have something to draw: two steps, tied. */
const drawable = ({ artefacts }: Flows): readonly number[] =>
  [...artefacts.keys()].filter((index) => {
    const artefact = artefacts[index];
    return artefact !== undefined && artefact.steps.length > 1 && artefact.edges.length > 0;
  });

const flowsAsked = (flow: string | undefined, flows: Flows): readonly number[] => {
  const all = drawable(flows);
  if (all.length === 0) throw new UserError('There is no flow to draw: none of these files has steps that lead to each other.');
  const names = all.map((index) => `\`${flows.artefacts[index]?.id ?? ''}\``);
  if (flow !== undefined) {
    const meant = all.filter((index) => [flows.artefacts[index]?.id, flows.artefacts[index]?.name].includes(flow));
    if (meant.length > 0) return meant;
    throw new UserError(`There is no flow \`${flow}\`. There ${names.length === 1 ? 'is' : 'are'} ${listed(names)}`);
  }
  const steps = all.reduce((sum, index) => sum + (flows.artefacts[index]?.steps.length ?? 0), 0);
  if (all.length > 1 && steps > WHOLE)
    throw new UserError(`There are ${all.length} flows with ${steps} steps, too many for one drawing. Name one by \`--flow\`: ${listed(names)}`);
  return all;
};

const titleOf = (indices: Iterable<number>, { artefacts }: Flows): string =>
  oneLine([...indices].map((index) => artefacts[index]?.name ?? '').join(', '));

const painted = (service: Service, report: Report, { flow, finding }: DrawOptions): Painted & { readonly told: string } => {
  const flows = flowsOf(service);
  if (finding === undefined) {
    const wanted = new Set(flowsAsked(flow, flows));
    return { ...paint(flows, { title: titleOf(wanted, flows), flows: wanted, journeys: [], limit: WHOLE }), told: '' };
  }
  const asked = findingAsked(finding, report);
  const touched = flowsIn(asked, flows);
  if (touched.size === 0)
    throw new UserError(`The finding of ${asked.rule} in ${asked.file}:${asked.line} is about no step of a flow: there is nothing to draw.`);
  const wanted = flow === undefined ? touched : new Set(flowsAsked(flow, flows));
  const title = oneLine(`${titleOf(wanted, flows)}: ${asked.message}`);
  return { ...paint(flows, { title, flows: wanted, journeys: [asked.journey], limit: AROUND_A_FINDING }), told: journeyLine(asked.journey) };
};

const drawn = async ({ picture, walks: [walk], told }: ReturnType<typeof painted>, format: DrawOptions['format']): Promise<string> => {
  if (format === 'dot') return (await import('../drawing/dot.js')).renderDot(picture, walk);
  if (format === 'mermaid') {
    const text = (await import('../drawing/mermaid.js')).renderMermaid(picture, walk);
    if (text !== undefined) return text;
    throw new UserError(
      `${counted(picture.nodes.length, 'step')} and ${counted(picture.edges.length, 'way')} are more than Mermaid draws. Take \`--format svg\`.`,
    );
  }
  const { lay, renderSvg } = await import('../drawing/svg.js');
  return renderSvg(await lay(picture), walk, told);
};

/** Draws flows. Gives the exit code: what is found in them does not make a drawing fail. */
export const drawCommand = async (paths: readonly string[], options: DrawOptions, output: Output, cwd: string): Promise<number> => {
  const watch = stopwatch();
  const config = resolveConfig({ cwd, near: near(cwd, paths), packs: options.pack, config: options.config, date: options.date });
  const files = findFiles(cwd, paths, config);
  if (files.length === 0) throw nothingToRead(paths);
  const { report, service } = await analyse({
    cwd,
    config,
    selection: { only: [], skip: [] },
    files,
    whole: false,
    keep: true,
    watch,
    progress: progressOn(output, true),
  });
  for (const { file, message } of report.problems.filter(({ severity }) => severity === 'problem'))
    output.err(`${withoutCommands(oneLine(`${file}: ${message}`))}\n`);
  const picture = painted(service, report, options);
  const text = await drawn(picture, options.format);
  for (const note of picture.picture.leftOut) output.err(`${note}\n`);
  if (options.output === undefined) output.out(withoutCommands(text));
  else writeWhole(path.resolve(cwd, options.output), text);
  return 0;
};
