import { describe, expect, it } from 'vitest';
import { shorten, tell } from '../../src/report/tell.js';
import type { Moment } from '../../src/policy/verdict.js';
import { artefact, moment, step } from './builders.js';

const flow = artefact('change-of-address');
const told = (...journey: Moment[]): string[] => tell(journey).flat();

describe('a journey is told as the customer lives it', () => {
  it('tells of the customer who has no password', () => {
    expect(
      told(
        moment(flow, step('start', 'start')),
        moment(flow, step('hello', 'say'), { event: 'next', text: 'Welcome to Example Telecom.' }),
        moment(flow, step('menu', 'menu'), { event: 'next', text: 'What is your call about?' }),
        moment(flow, step('verify', 'verify', { method: 'password' }), {
          event: 'choice',
          label: '2 Change my address',
          text: 'Please say your password.',
        }),
        moment(flow, step('no', 'say'), { event: 'failure', text: 'Call back when you find your password.' }),
        moment(flow, step('end', 'end', { outcome: 'not-solved' }), { event: 'next' }),
      ),
    ).toEqual([
      'calls',
      'hears “Welcome to Example Telecom.”',
      'is asked “What is your call about?”',
      'presses 2 (Change my address)',
      'is asked “Please say your password.”',
      'fails the check',
      'hears “Call back when you find your password.”',
      'is cut off',
    ]);
  });

  it('tells of the customer who is passed on and on', () => {
    const billing = artefact('billing', { name: 'Billing' });
    const toBilling = step('t', 'transfer', { targetName: 'Billing' });
    expect(
      told(
        moment(flow, toBilling),
        moment(billing, step('start', 'start')),
        moment(billing, step('desk', 'queue', { targetName: 'Service desk' })),
        moment(billing, step('back', 'transfer', { targetName: 'Change of address' }), { event: 'timeout' }),
        moment(flow, toBilling),
      ),
    ).toEqual([
      'is passed on to Billing',
      'waits for Service desk',
      'waits in vain',
      'is passed on to Change of address',
      'and is back where it began',
    ]);
  });

  it('says where a circle closes that does not close at its beginning', () => {
    const menu = step('menu', 'menu', {}, 'Main menu');
    expect(
      told(
        moment(flow, step('hi', 'say'), { text: 'Hi' }),
        moment(flow, menu, { event: 'next', text: 'Which?' }),
        moment(flow, menu, { event: 'no-input', text: 'Which?' }),
      ),
    ).toEqual(['hears “Hi”', 'is asked “Which?”', 'says nothing', 'and is back at “Main menu”']);
  });

  it('comes back from a sub-flow', () => {
    const sub = artefact('identify', { role: 'sub-flow', name: 'Identify' });
    expect(
      told(
        moment(flow, step('use', 'call', { targetName: 'Identify' })),
        moment(sub, step('ask', 'ask', { slot: 'account' }), {}),
        moment(sub, step('r', 'return'), { event: 'success' }),
        moment(flow, step('end', 'end'), { event: 'next' }),
      ),
    ).toEqual(['goes through Identify', 'is asked for account', 'comes back from Identify', 'is cut off']);
  });

  it('reads where others hear, and a customer speaks for themselves', () => {
    const chat = artefact('chat', { channel: 'chat' });
    expect(
      told(
        moment(chat, step('cannot', 'say'), { text: 'I forgot it', speaker: 'customer' }),
        moment(chat, step('sorry', 'say'), { event: 'next', text: 'Sorry.', speaker: 'agent' }),
      ),
    ).toEqual(['says “I forgot it”', 'reads “Sorry.”']);
  });

  it('is silent about what is not felt, but never about the first and the last', () => {
    const lookUp = step('lookup', 'act', {}, 'Look up the bill');
    expect(told(moment(flow, lookUp), moment(flow, lookUp), moment(flow, step('set', 'act', {}, 'Set flag'), { event: 'success' }))).toEqual([
      'comes to “Look up the bill”',
      'comes to “Set flag”',
    ]);
  });

  it('tells checks by how they are left', () => {
    const hours = step('hours', 'check', { of: 'hours' });
    expect(
      told(
        moment(flow, step('hi', 'say'), { text: 'Hi' }),
        moment(flow, hours, { event: 'next' }),
        moment(flow, step('e', 'end', { outcome: 'closed' }), { event: 'closed' }),
      ),
    ).toEqual(['hears “Hi”', 'finds it closed', 'is cut off: closed']);
  });
});

describe('shorten', () => {
  it('cuts at a word and marks the cut', () => {
    expect(shorten('one two three four', 12)).toBe('one two…');
    expect(shorten('short\n  text', 40)).toBe('short text');
    expect(shorten('abcdefghijklmnop', 6)).toBe('abcde…');
  });
});
