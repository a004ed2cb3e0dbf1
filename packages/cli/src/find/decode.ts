/** What became of the bytes of a file. */
export type Decoded =
  | { readonly ok: true; readonly text: string; readonly encoding: string }
  | { readonly ok: false; readonly binary: true }
  | { readonly ok: false; readonly binary: false; readonly message: string };

const LOOKED_AT = 8192;
const starts = (bytes: Uint8Array, ...mark: number[]): boolean => mark.every((byte, index) => bytes[index] === byte);

const decodeAs = (bytes: Uint8Array, encoding: 'utf-8' | 'utf-16le' | 'utf-16be'): Decoded => {
  try {
    // The decoder takes the byte order mark away.
    return { ok: true, text: new TextDecoder(encoding, { fatal: true }).decode(bytes), encoding };
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

const BEGINS_LIKE_A_PAGE = /<(?:!doctype html|html|head|meta|\?xml)\b/iu;
/** The encoding that a page names: `<meta charset="iso-8859-1">`, `<meta http-equiv=... content="text/html; charset=...">`, `<?xml encoding="...">`. */
const NAMED_ENCODING = /<(?:meta\b[^>]{0,200}?\bcharset=["']?|\?xml\b[^>]{0,200}?\bencoding=["'])([\w-]{3,30})/iu;

/** Decodes a page that is no UTF-8 as browsers do: by the encoding it names, else as Western text. Undefined for what is no page. */
const pageOf = (bytes: Uint8Array): Decoded | undefined => {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 4096));
  if (!BEGINS_LIKE_A_PAGE.test(head)) return undefined;
  const name = NAMED_ENCODING.exec(head)?.[1] ?? 'windows-1252';
  try {
    return { ok: true, text: new TextDecoder(name).decode(bytes), encoding: name };
  } catch {
    return undefined;
  }
};

/** Decodes UTF-8, pages in the encoding they name, and UTF-16 with or without a byte order mark. A NUL near the start of anything else makes it binary. */
export const decode = (bytes: Uint8Array): Decoded => {
  if (starts(bytes, 0xff, 0xfe)) return decodeAs(bytes, 'utf-16le');
  if (starts(bytes, 0xfe, 0xff)) return decodeAs(bytes, 'utf-16be');
  if (bytes.subarray(0, LOOKED_AT).includes(0)) {
    const encoding = utf16Of(bytes);
    return encoding === undefined ? { ok: false, binary: true } : decodeAs(bytes, encoding);
  }
  const decoded = decodeAs(bytes, 'utf-8');
  return decoded.ok ? decoded : (pageOf(bytes) ?? decoded);
};

const MARKS: Readonly<Record<string, readonly number[]>> = { 'utf-8': [0xef, 0xbb, 0xbf], 'utf-16le': [0xff, 0xfe], 'utf-16be': [0xfe, 0xff] };

/** The byte of each character of an encoding in which each has one. */
const tableOf = (encoding: string): ReadonlyMap<string, number> => {
  const decoder = new TextDecoder(encoding);
  return new Map(Array.from({ length: 256 }, (_, byte) => [decoder.decode(Uint8Array.of(byte)), byte] as const));
};

const bytesIn = (text: string, encoding: string): Uint8Array | undefined => {
  if (encoding === 'utf-8') return Buffer.from(text, 'utf8');
  if (encoding === 'utf-16le') return Buffer.from(text, 'utf16le');
  if (encoding === 'utf-16be') return Buffer.from(text, 'utf16le').swap16();
  const table = tableOf(encoding);
  const bytes = Array.from(text, (character) => table.get(character));
  return bytes.includes(undefined) ? undefined : Uint8Array.from(bytes as readonly number[]);
};

/** Encodes a text as a file is encoded, with its byte order mark. Undefined where that cannot be done without changing other bytes. */
export const encodeLike = (bytes: Uint8Array, text: string): Uint8Array | undefined => {
  const decoded = decode(bytes);
  if (!decoded.ok) return undefined;
  const mark = MARKS[decoded.encoding] ?? [];
  const before = Uint8Array.from(starts(bytes, ...mark) ? mark : []);
  const encoded = (words: string): Uint8Array | undefined => {
    const body = bytesIn(words, decoded.encoding);
    return body === undefined ? undefined : Buffer.concat([before, body]);
  };
  const same = encoded(decoded.text);
  return same !== undefined && Buffer.compare(same, bytes) === 0 ? encoded(text) : undefined;
};
