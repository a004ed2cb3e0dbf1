/** The files of a new rule, by their paths in its folder: a rule that works, to be changed line by line. */
export const ruleTemplate = (id: string): Readonly<Record<string, string>> => ({
  'rule.yaml': `# A rule: what a service must or must not do to its customers.
# \`carelint test\` proves it by the files in bad/ (it must speak) and good/ (it must not).
rule: ${id}

# What is right, as a sentence.
title: Nobody has to send a fax

# What a customer goes through where it is broken.
suffers: They are asked for a fax, and have never owned a machine.

# What somebody asks who listens to a call or reads a reply, for \`carelint checklist\`; yes is good. Left out: the title is asked.
ask: Could the customer settle it without a fax?

# What it reads: flow, script, operations, site, code, any; or a block such as { kind: flow, role: entry }.
about: flow

# error: a customer is let down. warning: likely so. advice: it could be better.
level: warning

# high: proved. medium: very likely. low: a guess; only the strict pack speaks.
certainty: high

# What must not be. Other forms, each of which may also stand under \`require\`:
#   path: { from: verify, leaving-by: failed, along: system, to: cut-off, avoiding: relief }
#   loop: { through: transfer, along: system, avoiding: help }        (only to forbid)
#   text: { says: refusal, avoiding: offer, within: { sentences: 2 } }
# \`carelint explain relief\` tells what a name stands for.
forbid:
  step: { kind: any, says: '/by fax|send us a fax/' }

# What a finding says. {at}, {from}, {to}, {event}, {text} and their like are filled in.
message: 'Here customers must send a fax: {text}.'

# What to do about it.
instead: Take it on the phone or by e-mail.

# Where it does not apply, for people to read.
# not-when: An office that has nothing else.

# Where the demand comes from.
# sources:
#   - { law: name-of-the-law, says: its words }
`,
  'bad/by-fax.yaml': `# The rule must speak here.
flow: lost-card
channel: phone
steps:
  - say: Please confirm your new address by fax.
  - end: arranged
`,
  'good/on-the-phone.yaml': `# The rule must not speak here.
flow: lost-card
channel: phone
steps:
  - say: Please tell us your new address now.
  - person: Card desk
`,
});
