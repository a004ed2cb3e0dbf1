import { readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hoursDiffer, hoursIn, hoursInData, weekInWords } from '../../../src/link/found/opening-hours.js';
import { durationIn, durationsDiffer } from '../../../src/link/found/said-duration.js';

const table = (name: string): readonly (readonly string[])[] =>
  readFileSync(path.join(import.meta.dirname, name), 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.split('\t'));

describe('opening hours', () => {
  it.each(table('hours.tsv'))('%s -> %s', (written, hours) => {
    const week = hoursIn(written);
    expect(week === undefined ? '-' : weekInWords(week)).toBe(hours);
  });

  it('reads what it writes', () => {
    const day = fc.constantFrom('', '09:00-17:00', '08:00-12:00,13:00-18:00');
    // Who is never open has no opening hours.
    const week = fc
      .record({ Mon: day, Tue: day, Wed: day, Thu: day, Fri: day, Sat: day, Sun: day })
      .filter((days) => Object.values(days).some((times) => times !== ''));
    fc.assert(
      fc.property(week, (days) => {
        expect(hoursIn(weekInWords(days))).toEqual(days);
      }),
    );
    expect(hoursIn('Mon-Sun closed')).toBeUndefined();
  });

  it('is quick with long lists of days', () => {
    const long = 'Mon, Tue and '.repeat(30).slice(0, 390);
    // The processor's time: the clock runs on while others work.
    const start = process.cpuUsage();
    hoursIn(`${long} 9`);
    const { user, system } = process.cpuUsage(start);
    expect(user + system).toBeLessThan(500_000);
  });

  it('reads the days of search engines, where “We” is a day', () => {
    expect(hoursInData(['Mo-We 09:00-17:00', 'Su 10:00-12:00'])).toEqual(hoursIn('Mon-Wed 09:00-17:00, Sun 10:00-12:00'));
  });

  it('differs only on days that both speak of', () => {
    expect(hoursDiffer({ Mon: '09:00-17:00' }, { Mon: '09:00-17:00', Sat: '09:00-13:00' })).toBe(false);
    expect(hoursDiffer({ Mon: '09:00-17:00', Sat: '' }, { Mon: '09:00-17:00', Sat: '09:00-13:00' })).toBe(true);
  });
});

describe('promised times', () => {
  it.each(table('durations.tsv'))('%s', (written, seconds, working) => {
    const said = durationIn(written);
    expect(said === undefined ? ['-', '-'] : [String(said.seconds), said.isWorking ? 'yes' : 'no']).toEqual([seconds, working]);
  });

  it('takes working days and days for the same where a weekend may lie between', () => {
    expect(durationsDiffer(durationIn('within 5 working days')!, durationIn('within 7 days')!)).toBe(false);
    expect(durationsDiffer(durationIn('within 5 working days')!, durationIn('within 14 days')!)).toBe(true);
    expect(durationsDiffer(durationIn('within 5 working days')!, durationIn('within 3 days')!)).toBe(true);
  });
});
