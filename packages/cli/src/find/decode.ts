/** What became of the bytes of a file. */
export type Decoded =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly binary: true }
  | { readonly ok: false; readonly binary: false; readonly message: string };

const LOOKED_AT = 8192;
const starts = (bytes: Uint8Array, ...mark: number[]): boolean => mark.every((byte, index) => bytes[index] === byte);

const decodeAs = (bytes: Uint8Array, encoding: 'utf-8' | 'utf-16le' | 'utf-16be'): Decoded => {
  try {
    // The decoder takes the byte order mark away.
    return { ok: true, text: new TextDecoder(encoding, { fatal: true }).decode(bytes) };
  } catch {
    const name = encoding === 'utf-8' ? 'UTF-8' : 'UTF-16';
    return { ok: false, binary: false, message: `This is not valid ${name}. Save the file as UTF-8.` };
  }
};

/**
 * UTF-16 without a byte order mark: of Western text every other byte is 0, all on the same side. Undefined where it does not look so.
 */
const utf16Of = (bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined => {
  const seen = bytes.subarray(0, LOOKED_AT);
  const zeros = [0, 0];
  for (const [index, byte] of seen.entries()) if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  if (bytes.length % 2 === 1 || Math.min(even, odd) > 0 || even + odd < seen.length / 4) return undefined;
  return odd > 0 ? 'utf-16le' : 'utf-16be';
};

/** Decodes UTF-8, and UTF-16 with or without a byte order mark. A NUL near the start of anything else makes it binary. */
export const decode = (bytes: Uint8Array): Decoded => {
  if (starts(bytes, 0xff, 0xfe)) return decodeAs(bytes, 'utf-16le');
  if (starts(bytes, 0xfe, 0xff)) return decodeAs(bytes, 'utf-16be');
  if (bytes.subarray(0, LOOKED_AT).includes(0)) {
    const encoding = utf16Of(bytes);
    return encoding === undefined ? { ok: false, binary: true } : decodeAs(bytes, encoding);
  }
  return decodeAs(bytes, 'utf-8');
};
