import { once } from 'node:events';

/** Where the command speaks to. */
export interface Output {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly isTTY: boolean;
  readonly columns?: number;
  /** Whether somebody looks at what is said in passing. */
  readonly errIsTTY?: boolean;
  /** Asks whoever sits at the terminal; absent where nobody does. */
  readonly ask?: (question: string) => Promise<string>;
  /** What is put in, piece by piece; absent where nothing can be. */
  readonly input?: () => AsyncIterable<Uint8Array>;
  /** The program of a further thread; absent where there can be none. */
  readonly thread?: URL;
  /** Waits until what was said has been taken. False where nobody listens any more. Absent: it is taken at once. */
  readonly taken?: () => Promise<boolean>;
}

let isLeft = false;

/** A reader that goes away (`| head`) ends the output, not the command. A full disk ends the command: nobody must take half a report for a whole one. */
const onError = ({ code }: NodeJS.ErrnoException): void => {
  isLeft = true;
  if (code === 'EPIPE') return;
  process.stderr.write(`The report could not be written (${code ?? 'unknown reason'}). Is the disk full?\n`);
  process.exit(2);
};

/** Node leaves `isTTY` out where there is no terminal, whatever its types say. */
const isTerminal = ({ isTTY }: { readonly isTTY?: boolean }): boolean => isTTY === true;

/** Asks on the terminal. Whoever ends the input answers nothing. */
const ask = async (question: string): Promise<string> => {
  const { createInterface } = await import('node:readline/promises');
  const lines = createInterface({ input: process.stdin, output: process.stdout });
  try {
    return await Promise.race([
      lines.question(question),
      new Promise<string>((resolve) =>
        lines.once('close', () => {
          resolve('');
        }),
      ),
    ]);
  } finally {
    lines.close();
  }
};

/** That the reader has gone is told one turn later. */
const taken = async (): Promise<boolean> => {
  await new Promise((resolve) => setImmediate(resolve));
  if (!isLeft && process.stdout.writableNeedDrain) await once(process.stdout, 'drain').catch(() => undefined);
  return !isLeft;
};

/** The streams of the process. */
export const processOutput = (thread: URL): Output => {
  process.stdout.on('error', onError);
  process.stderr.on('error', () => undefined);
  const { columns } = process.stdout as { columns?: number };
  return {
    out: (text) => void process.stdout.write(text),
    err: (text) => void process.stderr.write(text),
    env: process.env,
    isTTY: isTerminal(process.stdout),
    errIsTTY: isTerminal(process.stderr),
    input: () => process.stdin,
    taken,
    thread,
    ...(isTerminal(process.stdin) && isTerminal(process.stdout) ? { ask } : {}),
    ...(columns === undefined ? {} : { columns }),
  };
};
