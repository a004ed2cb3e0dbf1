import { describe, expect, test } from 'vitest';
import { nearest } from '../src/index.js';

describe('nearest', () => {
  test.each([
    ['vefiry', ['verify', 'say'], 'verify'],
    ['hangup', ['say', 'end'], 'end'],
    ['inForceFrom', ['in-force-from', 'in-force-until'], 'in-force-from'],
    ['Wait At Most', ['wait-at-most'], 'wait-at-most'],
    ['warn', ['error', 'warning'], 'warning'],
    ['pharse', ['phrase'], 'phrase'],
    ['lvl', ['level', 'max'], 'level'],
  ] as const)('%s', (word, candidates, meant) => {
    expect(nearest(word, candidates)).toBe(meant);
  });

  test.each([
    ['xyz', ['verify', 'say']],
    ['', ['say']],
    ['a'.repeat(10_000), ['say']],
    ['constructor', ['say']],
    ['say', []],
  ] as const)('nothing for %.20s', (word, candidates) => {
    expect(nearest(word, candidates)).toBeUndefined();
  });

  test('a beginning that fits two is no help by itself', () => {
    expect(nearest('if', ['if-yes', 'if-no'])).toBeUndefined();
  });
});
