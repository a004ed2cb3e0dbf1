import type { Artefact } from '../../model/artefact.js';
import type { Slip } from './targets.js';
import type { Line, Outline } from './outline.js';
import { entryOf } from './wire.js';

const reachedFrom = ({ start, edges }: Artefact): ReadonlySet<string> => {
  const onward = new Map<string, string[]>();
  for (const { from, to } of edges) {
    const list = onward.get(from);
    if (list === undefined) onward.set(from, [to]);
    else list.push(to);
  }
  const reached = new Set<string>();
  const open = start === undefined ? [] : [start];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    if (reached.has(at)) continue;
    reached.add(at);
    open.push(...(onward.get(at) ?? []));
  }
  return reached;
};

/** Lines at which no customer ever arrives: probably a slip. Of a row of them only the first is told. */
export const unreachedOf = (artefact: Artefact, outline: Outline): readonly Slip[] => {
  const reached = reachedFrom(artefact);
  const isReached = (line: Line): boolean => reached.has(entryOf(line)) || reached.has(line.id);
  const found: Slip[] = [];
  const within = (lines: readonly Line[]): void => {
    for (const [index, line] of lines.entries()) {
      if (isReached(line)) for (const list of line.lists.values()) within(list);
      else {
        const above = lines[index - 1];
        const message = `Nothing leads to this line: \`${above?.verb ?? ''}\` above it does not run on to the next line.`;
        if (index > 0 && isReached(above as Line)) found.push({ route: line.route, atKey: false, message });
        // A later line may be reached again by its id.
      }
    }
  };
  within(outline.steps);
  for (const list of outline.anywhere.values()) within(list);
  for (const [name, lines] of outline.parts) {
    if (lines.some(isReached)) within(lines);
    else found.push({ route: ['parts', name], atKey: true, message: `Nothing leads to \`${name}\`.` });
  }
  return found;
};
