/** One flow of very many steps: parts that ask, verify, act, offer a menu and lead on to others, and now and then to a person. */
import { QUESTIONS, REMARKS, TASKS, TEAMS } from './words.mjs';

const STEPS_A_PART = 9;

const part = (index, parts, random) => {
  const [slot, question] = random.pick(QUESTIONS);
  const [, label, work, done] = random.pick(TASKS);
  const other = () => `part-${random.chance(0.8) ? Math.min(parts - 1, index + 1 + random.below(20)) : random.below(parts)}`;
  return `  part-${index}:
    - say: ${random.pick(REMARKS)}
    - ask: ${question}
      for: ${slot}
      tries: 2
    - check: Is this customer's line already being mended?
      if-yes: ${other()}
    - verify: one-time-code
      tries: 3
      if-wrong: ${random.chance(0.02) ? 'end' : 'person'}
    - do: ${work}
      if-not-done: ${other()}
    - say: ${done}
    - menu: What would you like to do next?
      choices:
        1 ${label}: ${other()}
        2 Something else: ${other()}
        0 A person: person
    - queue: ${random.pick(TEAMS)}
      wait-at-most: 10 minutes
      if-too-long: ${other()}
      if-full: call-back
      if-closed: call-back
    - end: solved
`;
};

/** A flow with about so many steps. */
export const longFlow = (steps, random) => {
  const parts = Math.round(steps / STEPS_A_PART);
  return `flow: long
channel: phone
language: en-GB
anywhere: { if-silent: person, if-unclear: person, if-broken: person, asks-for-a-person: person }
steps:
  - say: Welcome to Example Telecom.
    then: part-0
parts:
  person:
    - queue: Service desk
      keeps: everything
      if-full: call-back
      if-closed: call-back
  call-back:
    - callback: Service desk
      within: 2 hours
    - end: arranged
${Array.from({ length: parts }, (_, index) => part(index, parts, random)).join('')}`;
};
