const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const VALUE_OF = new Int8Array(128).fill(-1);
for (let index = 0; index < ALPHABET.length; index++) VALUE_OF[ALPHABET.charCodeAt(index)] = index;

/** Decodes base64 that stands for plain ASCII; undefined where it is no base64 or stands for anything else. */
const decode = (text: string): string | undefined => {
  const parts: string[] = [];
  let codes: number[] = [];
  let bits = 0;
  let held = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 61) break;
    const value = code < 128 ? (VALUE_OF[code] ?? -1) : -1;
    if (value < 0) return undefined;
    held = ((held << 6) | value) & 0xffffff;
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    const byte = (held >> bits) & 0xff;
    if (byte > 126) return undefined;
    codes.push(byte);
    if (codes.length === 4096) {
      parts.push(String.fromCharCode(...codes));
      codes = [];
    }
  }
  parts.push(String.fromCharCode(...codes));
  return parts.join('');
};

/** Unpacks what Architect's "Export" writes: base64 of percent-encoded JSON. Undefined where the text is not that. */
export const unpack = (text: string): unknown => {
  const encoded = decode(text.replace(/\s+/gu, ''));
  if (encoded === undefined) return undefined;
  try {
    return JSON.parse(decodeURIComponent(encoded)) as unknown;
  } catch {
    return undefined;
  }
};
