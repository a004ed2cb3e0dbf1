import { describe, expect, it } from 'vitest';
import { keyWords } from '../../src/model/key-words.js';
import { methodOf, slotOf, wordsOf } from '../../src/model/names.js';
import { expectLinear } from '../growth.js';

describe('what a prompt says about its keys', () => {
  it.each<[string, Record<string, string>]>([
    ['For billing, press 1. For sales, press 2.', { 1: 'billing', 2: 'sales' }],
    ['Press 1 for billing, press 2 for sales, or press 0 to speak to an agent.', { 1: 'billing', 2: 'sales', 0: 'speak to an agent' }],
    ['Press 1 for a callback, 2 for an agent', { 1: 'a callback', 2: 'an agent' }],
    ['Welcome. If you would like to pay a bill press one now. To hear this again press star.', { 1: 'pay a bill', '*': 'hear this again' }],
    ['Your wait is long. Press 1 or stay on the phone to wait. Press 2 to be called back.', { 1: 'stay on the phone to wait', 2: 'be called back' }],
    ['Para español, oprima el dos.', { 2: 'español' }],
    ['Für Rechnungen drücken Sie die 1.', { 1: 'Rechnungen' }],
    ['Pour la facturation, appuyez sur 3.', { 3: 'la facturation' }],
    ['Please say your name.', {}],
    ['Press any key.', {}],
    ['', {}],
  ])('%s', (prompt, expected) => {
    expect(Object.fromEntries(keyWords(prompt))).toEqual(expected);
  });

  it('is not slowed down by a hostile prompt', () => {
    for (const piece of ['press the the the ', 'press  ', 'if you if you ', ' '])
      expectLinear(100, (times) => `press ${piece.repeat(times)}`, keyWords);
  });
});

describe('what is asked for', () => {
  it.each([
    ['please enter your four digit pin', 'pin', 'pin'],
    ['enter the one-time code we sent you', 'otp', 'sms'],
    ['the last four digits of your social security number', 'national-id-part', 'security-question'],
    ['please enter your social security number', 'national-id', 'full-id'],
    ['your date of birth', 'dob', 'security-question'],
    ['enter your account number', 'account', undefined],
    ['the phone number we should call', 'phone', undefined],
    ['your 4 digit case number using your phone keypad', 'case', undefined],
    ['press any key', undefined, undefined],
  ])('%s', (words, slot, method) => {
    expect([slotOf(words), methodOf(slot)]).toEqual([slot, method]);
  });

  it.each([
    ['isOpen', 'is open'],
    ['business_hours', 'business hours'],
    ['AgentRequest', 'agent request'],
    ['PIN', 'pin'],
  ])('splits %s', (name, words) => {
    expect(wordsOf(name)).toBe(words);
  });
});
