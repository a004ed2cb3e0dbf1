import type { Route } from '../../source/source.js';

/** A way out of a block that depends on a value. */
export interface Condition {
  readonly operator: string;
  readonly operands: readonly string[];
  /** Identifier of the next block. */
  readonly to: string;
}

/** A way out of a block that is taken when the named error happens. */
export interface Failure {
  readonly type: string;
  readonly to: string;
}

/** One block of a flow, the same for both ways in which Connect writes flows: the flow language and the older console export. */
export interface Block {
  readonly id: string;
  /** The type in the words of the flow language, aliases resolved. */
  readonly type: string;
  /** The type as the file has it. */
  readonly writtenAs: string;
  readonly params: Readonly<Record<string, unknown>>;
  /** Where a parameter stands, where that is not `Parameters.<name>`. */
  readonly paramRoutes: Readonly<Record<string, Route>> | undefined;
  readonly route: Route;
  /** `NextAction`, or the success branch. */
  readonly next: string | undefined;
  readonly conditions: readonly Condition[];
  readonly failures: readonly Failure[];
  /** What the author called it. */
  readonly name: string | undefined;
  /** Display names that the console keeps for values: a flow's name beside its ARN. */
  readonly shown: Readonly<Record<string, string>> | undefined;
}

/** A flow as it is written, before it has been given a meaning. */
export interface WrittenFlow {
  readonly start: string;
  readonly blocks: readonly Block[];
  readonly name?: string;
  /** The kind of flow that the file states, in whatever spelling. */
  readonly type?: string;
}

/** Where a parameter of a block stands. */
export const paramRoute = (block: Block, name: string): Route => block.paramRoutes?.[name] ?? [...block.route, 'Parameters', name];

/** The target of an error of the given type. */
export const failureOf = (block: Block, type: string): string | undefined => {
  for (const failure of block.failures) if (failure.type === type) return failure.to;
  return undefined;
};

/** Whether a flag of the flow language, which writes booleans as words, is set. */
export const isTrue = (value: unknown): boolean => value === true || (typeof value === 'string' && value.toLowerCase() === 'true');
