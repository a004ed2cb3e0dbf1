import { createColors } from 'picocolors';

/** How texts are set off from each other. Without colour every one of them is the text itself. */
export type Style = Pick<ReturnType<typeof createColors>, 'bold' | 'dim' | 'red' | 'green' | 'yellow' | 'cyan' | 'underline'>;

/** What decides whether there is colour. */
export interface ColorFacts {
  /** `--no-color` and `--color` give false and true. */
  readonly flag?: boolean | undefined;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly isTTY: boolean;
}

/** The flag decides; then FORCE_COLOR and NO_COLOR; then whether somebody looks at a terminal. */
export const hasColor = ({ flag, env, isTTY }: ColorFacts): boolean => {
  if (flag !== undefined) return flag;
  const { NO_COLOR: no, FORCE_COLOR: force } = env;
  if (force !== undefined && force !== '') return force !== '0' && force !== 'false';
  if (no !== undefined && no !== '') return false;
  return isTTY && env['TERM'] !== 'dumb';
};

export const styleFor = (color: boolean): Style => createColors(color);

/** The style of what a command writes to its output; `flag` as in `ColorFacts`. */
export const styleOf = ({ env, isTTY }: Pick<ColorFacts, 'env' | 'isTTY'>, flag: boolean | undefined): Style =>
  styleFor(hasColor({ flag, env, isTTY }));

/** Lines are no shorter and no longer than this, however wide the terminal is. */
const NARROWEST = 80;
const WIDEST = 120;

export const widthFor = (columns: number | undefined): number => Math.min(WIDEST, Math.max(NARROWEST, columns ?? NARROWEST));
