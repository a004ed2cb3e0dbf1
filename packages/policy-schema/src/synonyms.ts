/** Words that people bring from other tools, each with what it may be called here, best first. Only those that are possible at the place are offered. */
const TABLE: Readonly<Record<string, string>> = {
  // verbs of a flow
  speak: 'say', message: 'say', prompt: 'say ask', tell: 'say', text: 'say', announce: 'say', 'play-prompt': 'play', audio: 'play', music: 'play',
  question: 'ask', input: 'ask', collect: 'ask', gather: 'ask', 'get-input': 'ask menu', ivr: 'menu', options: 'choices', option: 'choices', buttons: 'choices', branches: 'answers choices',
  hangup: 'end', 'hang-up': 'end', disconnect: 'end', stop: 'end', exit: 'end', finish: 'end', terminate: 'end', authenticate: 'verify', identify: 'verify', login: 'verify',
  agent: 'person', human: 'person', advisor: 'person', operator: 'person', representative: 'person', connect: 'transfer', forward: 'transfer', route: 'transfer', dial: 'transfer',
  wait: 'queue', enqueue: 'queue', task: 'do', run: 'do', ticket: 'open-case', case: 'open-case', 'create-case': 'open-case',
  call: 'use', include: 'use', 'sub-flow': 'use', subflow: 'use', loop: 'repeat', condition: 'check', if: 'check', switch: 'check', 'opening-hours': 'hours', schedule: 'hours',
  rating: 'survey', feedback: 'survey', 'call-back': 'callback', 'voice-mail': 'voicemail', mailbox: 'voicemail',
  // options
  goto: 'then', next: 'then', go: 'then', 'go-to': 'then', jump: 'then', 'on-success': 'then', words: 'saying', retries: 'tries', retry: 'tries', attempts: 'tries', slot: 'for', variable: 'for', name: 'id title',
  'on-failure': 'if-wrong if-failed if-not-done', 'on-error': 'if-broken', 'on-timeout': 'if-too-long if-silent if-no-answer', 'if-fail': 'if-wrong if-failed if-not-done', 'if-fails': 'if-wrong if-failed if-not-done',
  'if-failed': 'if-wrong if-not-done', 'if-failure': 'if-wrong if-failed', 'if-error': 'if-broken', 'if-timeout': 'if-too-long if-silent if-no-answer', 'if-no-input': 'if-silent', 'no-input': 'if-silent', 'no-match': 'if-unclear',
  'if-no-match': 'if-unclear', 'if-busy': 'if-full', timeout: 'wait-at-most if-too-long', 'max-wait': 'wait-at-most', 'barge-in': 'interruptible', comment: 'note', notes: 'note', description: 'about title note', default: 'if-unclear', else: 'if-no',
  'if-not-found': 'if-not-done', 'if-invalid': 'if-unclear', 'if-unknown': 'if-cannot', 'if-forgotten': 'if-cannot', closed: 'if-closed', sections: 'parts', blocks: 'parts steps', states: 'parts steps', nodes: 'steps',
  voice: 'phone', telephone: 'phone', sms: 'message', whatsapp: 'message', webchat: 'chat', mail: 'email', 'e-mail': 'email', letter: 'post', version: 'reviewed',
  done: 'solved', success: 'solved', resolved: 'solved', completed: 'solved', failure: 'not-solved', failed: 'not-solved', unsolved: 'not-solved', unresolved: 'not-solved', otp: 'one-time-code', code: 'one-time-code',
  // config and rules
  lvl: 'level', severity: 'level', warn: 'warning', err: 'error', info: 'advice', hint: 'advice', note: 'advice', critical: 'error', reason: 'because', why: 'because', justification: 'because',
  exclude: 'ignore', excludes: 'ignore', includes: 'files', paths: 'files', plugins: 'policies extends', 'rules-dir': 'policies', packs: 'extends', presets: 'extends', exceptions: 'waivers', suppressions: 'waivers',
  expires: 'until', expiry: 'until', 'valid-until': 'until', maximum: 'max', minimum: 'min', threshold: 'fail-on', 'exit-on': 'fail-on', assumptions: 'assume',
  confidence: 'certainty', scope: 'about', applies: 'about', 'applies-to': 'about', kinds: 'about', deny: 'forbid', disallow: 'forbid', must: 'require', never: 'forbid', assert: 'require', advise: 'instead', fix: 'instead', remedy: 'instead', help: 'instead',
  impact: 'suffers', harm: 'suffers', rationale: 'suffers', except: 'not-when avoiding', exception: 'not-when', unless: 'not-when avoiding', without: 'avoiding', via: 'through', start: 'from', target: 'to', end: 'to',
  cycle: 'loop', node: 'step', phrase: 'says', contains: 'says', regex: 'says', pattern: 'says matches', schema: 'matches', jsonpath: 'at', path: 'at', query: 'at', data: 'with', where: 'with', event: 'on', source: 'sources', references: 'sources', overrides: 'yields-to', id: 'rule pack',
  // events and kinds
  'timed-out': 'timeout', 'time-out': 'timeout', silence: 'no-input', noinput: 'no-input', nomatch: 'no-match', fail: 'failure', broken: 'error', retried: 'again', 'webhook-error': 'error', hours: 'check', act: 'do', webhook: 'do act', lookup: 'do act', action: 'do act',
};

export const SYNONYMS: ReadonlyMap<string, readonly string[]> = new Map(Object.entries(TABLE).map(([word, meant]) => [word, meant.split(' ')]));
