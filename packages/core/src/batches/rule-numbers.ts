import type { Rule } from '../policy/rule.js';

/** What tells the rules of a run from each other: one may run several times, at other levels or with other options. */
const nameOf = ({ id, level, options, packs }: Rule): string => JSON.stringify([id, level, options, packs ?? []]);

/** Gives rules numbers, in the order in which they are first asked for, so that little is written of a rule where a verdict is written down. */
export class RuleNumbers {
  readonly #names: string[];
  readonly #byName: Map<string, number>;
  readonly #byRule = new Map<Rule, number>();

  /** `names`: those that are written already. */
  constructor(names: readonly string[] = []) {
    this.#names = [...names];
    this.#byName = new Map(names.map((name, index) => [name, index]));
  }

  /** The rules that have a number, in its order. */
  get names(): readonly string[] {
    return this.#names;
  }

  of(rule: Rule): number {
    const known = this.#byRule.get(rule);
    if (known !== undefined) return known;
    const name = nameOf(rule);
    const number = this.#byName.get(name) ?? this.#names.push(name) - 1;
    this.#byName.set(name, number);
    this.#byRule.set(rule, number);
    return number;
  }

  /** These rules by their numbers. */
  among(rules: readonly Rule[]): ReadonlyMap<number, Rule> {
    const found = new Map<number, Rule>();
    for (const rule of rules) {
      const number = this.#byName.get(nameOf(rule));
      if (number !== undefined && !found.has(number)) found.set(number, rule);
    }
    return found;
  }
}
