import type { Artefact } from '../../model/artefact.js';
import type { Asked } from '../../policy/occasions.js';
import type { Rule } from '../../policy/rule.js';
import { touchpointOf, type Touchpoint } from '../group.js';

type Named = Pick<Artefact, 'path' | 'id'>;

/** What is asked of one artefact: numbers of rules, each followed by the number of files of which it is asked. */
interface OfArtefact {
  readonly touchpoint: Touchpoint | undefined;
  readonly asked: number[];
}

/** Rules asked of artefacts that customers meet at one place. */
export interface AskedCount {
  readonly rule: Rule;
  /** Absent where nobody can tell where customers meet it. */
  readonly touchpoint?: Touchpoint;
  readonly questions: number;
}

/** No path has a NUL in it. */
const keyOf = ({ path, id }: Named): string => `${path}\0${id}`;

/**
 * Every question of a run: whether a rule is kept in a file of an artefact. Asked are rules only of what they have something to judge in. Some forty
 * bytes a rule and artefact; nothing of an artefact is held on to.
 */
export class Questions implements Asked {
  readonly #numbers = new Map<Rule, number>();
  readonly #rules: Rule[] = [];
  readonly #artefacts = new Map<string, OfArtefact>();

  add(rule: Rule, artefact: Artefact, files: number): void {
    let number = this.#numbers.get(rule);
    if (number === undefined) {
      this.#numbers.set(rule, (number = this.#rules.length));
      this.#rules.push(rule);
    }
    const key = keyOf(artefact);
    const known = this.#artefacts.get(key);
    if (known === undefined) this.#artefacts.set(key, { touchpoint: touchpointOf(artefact), asked: [number, files] });
    else known.asked.push(number, files);
  }

  /** Takes back what was asked of an artefact, which will be judged again. */
  forget(artefact: Named): void {
    this.#artefacts.delete(keyOf(artefact));
  }

  /** What was asked of one artefact: each rule with the number of files. */
  of(artefact: Named): readonly (readonly [rule: Rule, files: number])[] {
    const { asked } = this.#artefacts.get(keyOf(artefact)) ?? { asked: [] };
    return asked.flatMap((number, at) => {
      const rule = at % 2 === 0 ? this.#rules[number] : undefined;
      return rule === undefined ? [] : [[rule, asked[at + 1] ?? 0] as const];
    });
  }

  /** All questions, summed up by rule and touchpoint. */
  counts(): readonly AskedCount[] {
    const sums = new Map<Touchpoint | undefined, Map<number, number>>();
    for (const { touchpoint, asked } of this.#artefacts.values()) {
      const sum = sums.get(touchpoint) ?? new Map<number, number>();
      sums.set(touchpoint, sum);
      for (let at = 0; at < asked.length; at += 2) sum.set(asked[at] ?? 0, (sum.get(asked[at] ?? 0) ?? 0) + (asked[at + 1] ?? 0));
    }
    return [...sums].flatMap(([touchpoint, sum]) =>
      [...sum].flatMap(([number, questions]) => {
        const rule = this.#rules[number];
        return rule === undefined ? [] : [{ rule, questions, ...(touchpoint === undefined ? {} : { touchpoint }) }];
      }),
    );
  }
}
