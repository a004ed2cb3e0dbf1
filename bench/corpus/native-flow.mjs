/** Call flows as people write them for carelint: about 3.5 KB each, most of them sound, some with the faults that rules look for. */
import { QUESTIONS, REMARKS, TASKS, TEAMS } from './words.mjs';

const person = (team, random) => `
  person:
    - open-case: What the customer said
      owner: the person who answers
      saying: Your case number is {case-number}. You will not have to explain again.
    - queue: ${team}
      saying: I am putting you through to ${team}. The wait is about {wait}.
      tells: [wait, position]
      keeps: [account-number, case-number]
      wait-at-most: ${5 + random.below(20)} minutes
      if-too-long: ${random.chance(0.05) ? 'end' : 'call-back'}
      if-full: call-back
      if-closed: closed
      if-broken: closed

  call-back:
    - callback: ${team}
      by: same-team
      within: ${1 + random.below(4)} hours
      saying: We will ring you by {time}. You keep your place in the queue.
      if-broken: closed
    - end: arranged

  closed:
    - say: ${team} is open on weekdays from nine to ${5 + random.below(4)}.
    - voicemail: ${team}
      within: 1 working day
      saying: Leave a message with your name and number, and we ring you within one working day.
    - end: arranged
`;

const remark = (random) => (random.chance(0.6) ? `    - say: ${random.pick(REMARKS)}\n` : '');

const task = ([name, , work, done], team, random) => {
  const [slot, question] = random.pick(QUESTIONS);
  return `
  ${name}:
${remark(random)}    - ask: ${question}
      for: ${slot}
      answer-by: [keys, speech]
      skip-if-known: true
      tries: ${2 + random.below(2)}
    - verify: ${random.pick(['one-time-code', 'password', 'pin'])}
      saying: We have to know that it is you.
      tries: 3
      if-wrong: ${random.chance(0.06) ? 'end' : 'person'}
      if-cannot: person
    - do: ${work}
      if-not-done: person
    - say: ${done}
    - menu: Can we help with anything else?
      choices:
        1 Yes, something else: start-again
        2 No, thank you: goodbye
        0 Speak to a person: person
      tries: 2
`;
};

/** One flow; `index` makes its name its own. */
export const nativeFlow = (index, random) => {
  const team = random.pick(TEAMS);
  const first = random.below(TASKS.length);
  const tasks = Array.from({ length: 2 + random.below(3) }, (_, at) => TASKS[(first + at) % TASKS.length]);
  const choices = tasks.map(([name, label], at) => `      ${at + 1} ${label}: ${name}`);
  if (!random.chance(0.04)) choices.push('      0 Speak to a person: person');
  return `# ${team}: the flow behind number ${1000 + index}. Written by the bench.
flow: flow-${index}
title: ${team} ${index}
channel: phone
language: en-GB
country: GB
owner: ${team} team

anywhere:
  if-silent: person
  if-unclear: person
  if-broken: person
  asks-for-a-person: person

steps:
  - say: Welcome to Example Telecom. Press 0 at any time to speak to a person.
    as: greeting
  - hours: ${team}
    if-closed: closed
  - id: start-again
    menu: How can we help you today?
    choices:
${choices.join('\n')}
    tries: ${2 + random.below(2)}

parts:${tasks.map((one) => task(one, team, random)).join('')}
  goodbye:
    - say: Thank you for calling. Good-bye.
    - end: solved
${person(team, random)}`;
};
