/** A line as it came in, decoded; or what is wrong with it. */
export type Line = { readonly ok: true; readonly text: string } | { readonly ok: false; readonly message: string };

/** A longer line is not held: several files of the greatest size that is read, as JSON. */
const LONGEST = 64 * 1024 * 1024;
const NEWLINE = 10;

/** What has come of the line that is being read. */
class Pending {
  readonly #longest: number;
  #pieces: Uint8Array[] = [];
  #size = 0;

  constructor(longest: number) {
    this.#longest = longest;
  }

  get isEmpty(): boolean {
    return this.#size === 0;
  }

  add(piece: Uint8Array): void {
    this.#size += piece.length;
    if (this.#size > this.#longest) this.#pieces = [];
    else if (piece.length > 0) this.#pieces.push(piece);
  }

  end(): Line {
    const [pieces, size] = [this.#pieces, this.#size];
    this.#pieces = [];
    this.#size = 0;
    if (size > this.#longest)
      return {
        ok: false,
        message: `This line has more than ${String(this.#longest / 1024 / 1024)} MB and was not read. Put fewer files into a line.`,
      };
    try {
      return { ok: true, text: new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(pieces)) };
    } catch {
      return { ok: false, message: 'This line is not valid UTF-8.' };
    }
  }
}

/** Cuts a stream into lines, holding no more than one. What stands behind the last newline is a line, unless it is empty. */
export async function* splitLines(chunks: AsyncIterable<Uint8Array>, longest: number = LONGEST): AsyncGenerator<Line, void, undefined> {
  const pending = new Pending(longest);
  for await (const chunk of chunks) {
    let from = 0;
    for (let at = chunk.indexOf(NEWLINE); at >= 0; at = chunk.indexOf(NEWLINE, from)) {
      pending.add(chunk.subarray(from, at));
      yield pending.end();
      from = at + 1;
    }
    pending.add(chunk.subarray(from));
  }
  if (!pending.isEmpty) yield pending.end();
}
