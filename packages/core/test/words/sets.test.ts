import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { load } from 'js-yaml';
import { describe, expect, it } from 'vitest';
import { compileSet } from '../../src/words/phrases.js';

const FOLDER = path.resolve(import.meta.dirname, '../../../../policies/words');
type Sets = Readonly<Record<string, readonly string[]>>;
const languages = readdirSync(FOLDER)
  .map((name) => path.basename(name, '.yaml'))
  .sort();
const setsOf = (language: string): Sets => {
  const { words: _words, ...sets } = load(readFileSync(path.join(FOLDER, `${language}.yaml`), 'utf8')) as { words: string };
  return sets;
};

describe.each(languages)('policies/words/%s.yaml', (language) => {
  const sets = setsOf(language);

  it('is named after its language and has no set that English lacks', () => {
    expect(load(readFileSync(path.join(FOLDER, `${language}.yaml`), 'utf8'))).toMatchObject({ words: language });
    expect(Object.keys(sets).filter((name) => !(name in setsOf('en')))).toEqual([]);
  });

  it.each(Object.entries(sets))('%s: every phrase is found, no shield is, and none stands twice', (_, phrases) => {
    const set = compileSet(phrases);
    const filled = (phrase: string): string =>
      phrase.replaceAll('…', '').replaceAll('{number}', '7').replaceAll('{}', '{name}').replaceAll(/\s+/gu, ' ');
    for (const phrase of phrases) {
      if (phrase.startsWith('!')) expect.soft(set.find(filled(phrase.slice(1))), phrase).toBeUndefined();
      else expect.soft(set.find(filled(phrase)), phrase).toBeDefined();
    }
    expect(new Set(phrases).size).toBe(phrases.length);
  });
});

describe('what people say', () => {
  const en = setsOf('en');
  it.each([
    ['refusal', "Sorry. I can't help you. I know you only want to change your address."],
    ['refusal', 'You want to be connected to a human agent, but that’s something I cannot help you with at the moment'],
    ['refusal', 'We are unfortunately unable to help you.'],
    ['refusal-not-mine', "This is not something I can take care of. I'm transferring you."],
    ['call-back-later', 'But call back when you find your password.'],
    ['call-back-later', 'There is an error transferring you to an agent. Please try again later.'],
    ['trouble', 'I am having technical difficulties. Thank you for calling.'],
    ['closed', 'Thank you for calling. We are currently closed.'],
    ['closed', 'You have reached us outside of our normal business hours.'],
    ['opening-hours', 'Our office is open Monday through Friday.'],
    ['opening-hours', 'We are here from 9 a.m. to 5 p.m.'],
    ['opening-hours', 'Call between 8am and 6pm.'],
    ['response-time', 'We will get back to you within two business days.'],
    ['response-time', 'We will ring you by {time}.'],
    ['case-number', 'Your case number is {{case.number}}.'],
    ['wait', 'Your position in the queue is $.Attributes.position.'],
    ['wait', 'The wait is about 4 minutes.'],
    ['human', '0 Speak to an agent'],
    ['human', 'SpeakToRepresentative'],
    ['human', 'asks-for-a-person'],
    ['callback', '9 If you want us to call you back'],
    ['promise-person', 'Please hold for the next available representative.'],
    ['promise-person', "I'm connecting you to one of our agents."],
    ['filler', 'Please listen carefully, as our menu options have changed.'],
    ['thanks-only', 'Thank you for your input'],
  ])('%s: %s', (set, text) => {
    expect(compileSet(en[set] ?? []).find(text)).toBeDefined();
  });

  it.each([
    ['refusal', "If I can't help you, I connect you to a person."],
    ['call-back-later', 'We will call you back later today.'],
    ['closed', 'If we are closed you can leave a message.'],
    ['closed', 'Your case is closed.'],
    ['opening-hours', 'Please call back during our business hours.'],
    ['opening-hours', 'Our opening hours are on our website.'],
    ['response-time', 'Please call us back within business hours.'],
    ['response-time', 'We will get back to you as soon as possible.'],
    ['case-number', 'Please enter your case number.'],
    ['wait', 'Please wait.'],
    ['human', '1 Find a real estate agent'],
    ['human', '4 Human resources'],
    ['callback', 'What is your callback number?'],
    ['promise-person', 'If you would like to speak to the next available agent, press 1.'],
    ['promise-person', 'We are unable to connect you to an agent.'],
    ['promise-person', 'Would you like me to transfer you to an agent?'],
    ['retry', 'Please try again later.'],
  ])('not %s: %s', (set, text) => {
    expect(compileSet(en[set] ?? []).find(text)).toBeUndefined();
  });
});
