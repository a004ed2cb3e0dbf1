/** The finding on the first page, as the JSON report tells it of examples/forgotten-password: a test compares the two. */
export const finding = {
  rule: 'verify-failure-dead-end',
  level: 'error',
  file: 'examples/forgotten-password/first-call.yaml',
  line: 26,
  message: 'Whoever cannot verify at “password” is cut off, with no other way to be helped.',
  journey: [
    { told: 'is asked “Please say your password.”', line: 26 },
    { told: 'fails the check', line: 26 },
    { told: "hears “Sorry. I can't help you. I know you only want to change your address. But call back when…”", line: 44 },
    { told: 'is cut off', line: 45 },
  ],
  instead:
    'Offer a second way to verify, a person, a callback or voicemail before the contact can end. Afterwards send a link, so that it works the next time.',
} as const;
