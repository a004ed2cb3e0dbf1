/** Where the command speaks to. */
export interface Output {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly isTTY: boolean;
  readonly columns?: number;
  /** Whether somebody looks at what is said in passing. */
  readonly errIsTTY?: boolean;
}

/** A reader that goes away (`| head`) ends the output, not the command. A full disk ends the command: nobody must take half a report for a whole one. */
const onError = ({ code }: NodeJS.ErrnoException): void => {
  if (code === 'EPIPE') return;
  process.stderr.write(`The report could not be written (${code ?? 'unknown reason'}). Is the disk full?\n`);
  process.exit(2);
};

/** Node leaves `isTTY` out where there is no terminal, whatever its types say. */
const isTerminal = ({ isTTY }: { readonly isTTY?: boolean }): boolean => isTTY === true;

/** The streams of the process. */
export const processOutput = (): Output => {
  process.stdout.on('error', onError);
  process.stderr.on('error', () => undefined);
  const { columns } = process.stdout as { columns?: number };
  return {
    out: (text) => void process.stdout.write(text),
    err: (text) => void process.stderr.write(text),
    env: process.env,
    isTTY: isTerminal(process.stdout),
    errIsTTY: isTerminal(process.stderr),
    ...(columns === undefined ? {} : { columns }),
  };
};
