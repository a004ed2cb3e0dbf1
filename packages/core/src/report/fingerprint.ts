/**
 * 96 bits as 24 hexadecimal digits: a mixing hash of four lanes (after cyrb128), for telling findings apart, not for secrets.
 * Equal parts give equal fingerprints, on every platform and in every version.
 */
export const fingerprint = (parts: readonly string[]): string => {
  const text = JSON.stringify(parts);
  let [a, b, c, d] = [1779033703, 3144134277, 1013904242, 2773480762];
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    a = b ^ Math.imul(a ^ unit, 597399067);
    b = c ^ Math.imul(b ^ unit, 2869860233);
    c = d ^ Math.imul(c ^ unit, 951274213);
    d = a ^ Math.imul(d ^ unit, 2716044179);
  }
  a = Math.imul(c ^ (a >>> 18), 597399067);
  b = Math.imul(d ^ (b >>> 22), 2869860233);
  c = Math.imul(a ^ (c >>> 17), 951274213);
  d = Math.imul(b ^ (d >>> 19), 2716044179);
  return [a ^ b ^ c ^ d, b ^ a, c ^ a].map((lane) => (lane >>> 0).toString(16).padStart(8, '0')).join('');
};

/** Tells equal fingerprints apart by numbering them in the order they stand in: `f`, `f-2`, `f-3`. */
export const numbered = (fingerprints: readonly string[]): readonly string[] => {
  const seen = new Map<string, number>();
  return fingerprints.map((print) => {
    const count = (seen.get(print) ?? 0) + 1;
    seen.set(print, count);
    return count === 1 ? print : `${print}-${count}`;
  });
};
