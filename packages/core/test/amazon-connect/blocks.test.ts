import { describe, expect, it } from 'vitest';
import { flowOf, lifted, stepOf, waysOf } from './helpers.js';

describe('a prompt in which nothing can be said', () => {
  it.each([
    ['a blank', { Text: ' ' }],
    ['a lone quote mark', { Text: '"' }],
    ['dots', { SSML: '<speak>...</speak>' }],
    ['a pause', { SSML: '<speak><break time="9s"/></speak>' }],
  ])('makes a recorder where calls are recorded: %s', (_name, prompt) => {
    const flow = lifted(
      flowOf([
        ['m', 'MessageParticipant', { Text: 'Leave a message after the tone.' }, { next: 'r' }],
        [
          'r',
          'GetParticipantInput',
          { ...prompt, StoreInput: 'False' },
          { '=#': 'e', InputTimeLimitExceeded: 'e', NoMatchingCondition: 'e', NoMatchingError: 'e' },
        ],
        ['e', 'DisconnectParticipant'],
      ]),
    );
    expect(stepOf(flow, 'r').kind).toBe('voicemail');
  });

  it('is nothing said', () => {
    const flow = lifted(
      flowOf([
        ['m', 'MessageParticipant', { Text: ' — ' }, { next: 'e' }],
        ['e', 'DisconnectParticipant'],
      ]),
    );
    expect([stepOf(flow, 'm').kind, flow.utterances]).toEqual(['act', []]);
  });

  it('is not one that holds a value', () => {
    const flow = lifted(
      flowOf([
        ['m', 'MessageParticipant', { Text: '$.External.text' }, { next: 'e' }],
        ['e', 'DisconnectParticipant'],
      ]),
    );
    expect(stepOf(flow, 'm').kind).toBe('say');
  });
});

describe('a bot without intents', () => {
  const bot = { Text: 'How can I help?', LexV2Bot: { AliasArn: 'a' } };

  it('leaves by its only way with whatever it understood', () => {
    const flow = lifted(
      flowOf([
        ['b', 'ConnectParticipantWithLexBot', bot, { next: 'e', NoMatchingCondition: 'e', NoMatchingError: 'f' }],
        ['e', 'DisconnectParticipant'],
        ['f', 'DisconnectParticipant'],
      ]),
    );
    expect([stepOf(flow, 'b').kind, waysOf(flow, 'b')]).toEqual(['ask', ['next -> e', 'error -> f']]);
  });

  it('has a check behind it that cannot be seen where it is come back to', () => {
    const flow = lifted(
      flowOf([
        ['b', 'ConnectParticipantWithLexBot', bot, { next: 'm', NoMatchingError: 'e' }],
        ['m', 'MessageParticipant', { Text: 'Good.' }, { next: 'b' }],
        ['e', 'DisconnectParticipant'],
      ]),
    );
    expect(waysOf(flow, 'b')).toEqual(['error -> e', 'next -> b:decides']);
    expect(waysOf(flow, 'b:decides')).toEqual(['branch -> m']);
    expect(stepOf(flow, 'b:decides').data.of).toMatchObject({ unknown: expect.stringContaining('bot') as unknown });
  });

  it('may be written as a question with a bot in it', () => {
    const flow = lifted(
      flowOf(
        [
          ['b', 'GetParticipantInput', { Text: 'Hello', LexBot: { Name: 'B' } }, { next: 'e', NoMatchingError: 'e' }],
          ['e', 'DisconnectParticipant'],
        ],
        { name: 'web chat' },
      ),
    );
    expect([flow.channel, stepOf(flow, 'b').kind, stepOf(flow, 'b').data.conversational]).toEqual(['chat', 'ask', true]);
  });
});

describe('a question without keys', () => {
  const ask = (params: Record<string, unknown>, ways: Record<string, string>): readonly string[] => {
    const flow = lifted(
      flowOf([
        ['q', 'GetParticipantInput', { Text: 'Enter your order number', ...params }, ways],
        ['e', 'DisconnectParticipant'],
        ['f', 'DisconnectParticipant'],
      ]),
    );
    expect(stepOf(flow, 'q').kind).toBe('ask');
    return waysOf(flow, 'q');
  };

  it.each<[string, Record<string, unknown>, Record<string, string>, readonly string[]]>([
    ['stored: silence takes the same way', { StoreInput: 'True' }, { next: 'e', NoMatchingError: 'f' }, ['fault -> f', 'next -> e']],
    ['stored, silence wired', { StoreInput: 'True' }, { next: 'e', InputTimeLimitExceeded: 'f' }, ['no-input -> f', 'success -> e']],
    ['not stored', { StoreInput: 'False' }, { next: 'e', InputTimeLimitExceeded: 'f' }, ['no-input -> f', 'success -> e']],
    ['any key', { StoreInput: 'False' }, { InputTimeLimitExceeded: 'f', NoMatchingCondition: 'e' }, ['no-input -> f', 'success -> e']],
    ['another way for what does not fit', { StoreInput: 'False' }, { next: 'e', NoMatchingCondition: 'f' }, ['no-match -> f', 'success -> e']],
  ])('%s', (_name, params, ways, expected) => {
    expect(ask(params, ways)).toEqual(expected);
  });
});

describe('names that the console has', () => {
  it.each([
    ['SetVoice', 'act'],
    ['SetContactData', 'act'],
    ['SetVoiceId', 'act'],
    ['Start', 'act'],
    ['ChangeRoutingPriority', 'act'],
    ['ReturnFromFlowModule', 'return'],
    ['NoSuchBlock', 'unknown'],
  ])('%s is understood in the flow language', (type, kind) => {
    expect(
      stepOf(
        lifted(
          flowOf([
            ['b', type, {}, { next: 'e' }],
            ['e', 'DisconnectParticipant'],
          ]),
        ),
        'b',
      ).kind,
    ).toBe(kind);
  });

  const old = (type: string, target: string | undefined, ...branches: readonly string[]): unknown => ({
    start: 'b',
    modules: [
      {
        id: 'b',
        type,
        ...(target === undefined ? {} : { target }),
        branches: branches.map((condition) => ({ condition, transition: 'e' })),
        parameters: [],
      },
      { id: 'e', type: 'Disconnect', branches: [], parameters: [] },
    ],
  });

  it.each<[string, string | undefined, string, string]>([
    ['Transfer', 'PhoneNumber', 'Timeout', 'timeout'],
    ['GetUserInput', undefined, 'Timeout', 'no-input'],
    ['Transfer', 'PhoneNumber', 'CallFailure', 'failure'],
  ])('in the old export, %s %s %s is a %s', (type, target, branch, on) => {
    expect(waysOf(lifted(old(type, target, branch)), 'b')[0]).toBe(`${on} -> e`);
  });

  it.each(['SetContactData', 'SetVoiceId'])('in the old export, %s is known', (type) => {
    expect(stepOf(lifted(old(type, undefined, 'Success')), 'b').kind).toBe('act');
  });
});

describe('proof of identity', () => {
  const check = (words: string, path: string, ways: Record<string, string>): readonly string[] => {
    const flow = lifted(
      flowOf([
        ['q', 'GetParticipantInput', { Text: words, StoreInput: 'True' }, { next: 'm', NoMatchingError: 'e' }],
        ['m', 'MessageParticipant', { Text: 'One moment.' }, { next: 'l' }],
        ['l', 'InvokeLambdaFunction', { LambdaFunctionARN: 'check' }, { next: 'c', NoMatchingError: 'e' }],
        ['c', 'Compare', { ComparisonValue: path }, { ...ways, NoMatchingCondition: 'e' }],
        ['e', 'DisconnectParticipant'],
      ]),
    );
    return [stepOf(flow, 'c').kind, ...waysOf(flow, 'c')];
  };

  it.each(['complete', 'completed', 'approved', 'GRANTED', 'successful', 'authorised'])(
    'is seen behind a message, with the result "%s"',
    (result) => {
      expect(check('Please key in your personal number.', '$.External.status', { [`=${result}`]: 'm', '=pending': 'l' })).toEqual([
        'verify',
        'success -> m',
        'branch -> l',
        'failure -> e',
      ]);
    },
  );

  it('is not seen where something else was asked', () => {
    expect(check('Please enter your order number.', '$.External.status', { '=complete': 'm' })[0]).toBe('check');
  });
});

describe('counters', () => {
  const of = (name: string, written: readonly (string | undefined)[], ways: Record<string, string>): unknown => {
    const flow = lifted(
      flowOf([
        ...written.map((value, index): [string, string, Record<string, unknown>, Record<string, string>] => [
          `w${index}`,
          'UpdateContactAttributes',
          { Attributes: { [name]: value ?? '$.External.next' } },
          { next: index + 1 < written.length ? `w${index + 1}` : 'c' },
        ]),
        ['c', 'Compare', { ComparisonValue: `$.Attributes.${name}` }, { ...ways, NoMatchingCondition: 'e' }],
        ['e', 'DisconnectParticipant'],
      ]),
    );
    return stepOf(flow, 'c').data.of;
  };

  it.each<[string, string, readonly (string | undefined)[], Record<string, string>, unknown]>([
    ['fixed values on both sides', 'tries', ['1', '2', '3'], { '=3': 'e' }, 'attempts'],
    ['not set, then set', 'retry', ['1'], { '=1': 'e' }, 'attempts'],
    ['a value from elsewhere', 'attempts', ['0', undefined], { 'NumberGreaterThan=3': 'e' }, 'attempts'],
    ['never raised', 'attempts', ['0'], { 'NumberGreaterThan=3': 'e' }, 'other'],
    ['never raised, asked the other way', 'attempts', ['0'], { 'NumberLessThan=3': 'e' }, 'other'],
    ['never raised, in steps', 'attempts', ['0', '1'], { 'NumberGreaterOrEqualTo=3': 'e' }, 'other'],
    ['raised to the limit', 'attempts', ['0', '3'], { 'NumberGreaterOrEqualTo=3': 'e' }, 'attempts'],
    ['Portuguese', 'numeroTentativas', [undefined], { '=3': 'e' }, 'attempts'],
    ['Spanish', 'intentos', [undefined], { '=3': 'e' }, 'attempts'],
    ['German', 'Versuche', [undefined], { '=3': 'e' }, 'attempts'],
    ['French', 'nb_essais', [undefined], { '=3': 'e' }, 'attempts'],
    ['Italian', 'tentativi', [undefined], { '=3': 'e' }, 'attempts'],
    ['Dutch', 'poging', [undefined], { '=3': 'e' }, 'attempts'],
    ['Spanish hours', 'horario', [undefined], { '=abierto': 'e' }, 'hours'],
    ['German hours', 'öffnungszeiten', [undefined], { '=geschlossen': 'e' }, 'hours'],
    ['French staff', 'conseillersDisponibles', [undefined], { '=oui': 'e' }, 'staffing'],
  ])('%s', (_name, name, written, ways, expected) => {
    expect(of(name, written, ways)).toBe(expected);
  });

  it('a loop block whose two ways are one limits nothing', () => {
    const flow = lifted(
      flowOf([
        ['l', 'Loop', { LoopCount: '3' }, { '=ContinueLooping': 'q', '=DoneLooping': 'q' }],
        ['q', 'GetParticipantInput', { Text: 'Your PIN', StoreInput: 'True' }, { next: 'l', NoMatchingError: 'l' }],
      ]),
    );
    expect([stepOf(flow, 'l').data.of, waysOf(flow, 'l')]).toEqual(['other', ['next -> q']]);
  });
});

describe('words of a menu that stand before it', () => {
  const menu = (own: string, ways: Record<string, string>): ReturnType<typeof lifted> =>
    lifted(
      flowOf([
        ['m', 'MessageParticipant', { Text: 'For billing, press 1. For repairs, press 2.' }, { next: 's' }],
        ['s', 'UpdateContactAttributes', { Attributes: { seen: 'yes' } }, { next: 'q' }],
        ['q', 'GetParticipantInput', { Text: own, StoreInput: 'False' }, { ...ways, InputTimeLimitExceeded: 'e', NoMatchingCondition: 'e' }],
        ['e', 'DisconnectParticipant'],
      ]),
    );
  const labels = (flow: ReturnType<typeof lifted>): unknown =>
    flow.edges.filter(({ from, on }) => from === 'q' && on === 'choice').map(({ label }) => label);

  it('tell its keys', () => {
    expect(labels(menu('Please make your choice now.', { '=1': 'e', '=2': 'e' }))).toEqual(['1 billing', '2 repairs']);
  });

  it('do not where it tells them itself', () => {
    expect(labels(menu('For sales, press 1.', { '=1': 'e', '=2': 'e' }))).toEqual(['1 sales', '2']);
  });

  it('do not where it is come to in another way too', () => {
    expect(labels(menu('Please make your choice now.', { '=1': 'q', '=2': 'e' }))).toEqual(['1', '2']);
  });

  it.each([
    ['If it is correct, press 1.', 'confirm'],
    ['If the number is correct, press 1.', 'confirm'],
    ['If you need the correct form, press 1.', undefined],
  ])('%s', (words, purpose) => {
    expect(stepOf(menu(words, { '=1': 'e', '=2': 'e' }), 'q').data.purpose).toBe(purpose);
  });
});

describe('placeholders', () => {
  it.each([
    ['Welcome to %CompanyName%.', 'Welcome to ⟨CompanyName⟩.'],
    ['Welcome to __COMPANY_NAME__.', 'Welcome to ⟨COMPANY_NAME⟩.'],
    ['Save 20% or 30% today.', 'Save 20% or 30% today.'],
  ])('%s', (text, expected) => {
    expect(
      lifted(
        flowOf([
          ['m', 'MessageParticipant', { Text: text }, { next: 'e' }],
          ['e', 'DisconnectParticipant'],
        ]),
      ).utterances[0]?.text,
    ).toBe(expected);
  });

  it.each(['%MainFlow%', '__MainFlow__'.toUpperCase()])('%s names a flow', (value) => {
    const [reference] = stepOf(lifted(flowOf([['t', 'TransferToFlow', { ContactFlowId: value }, { NoMatchingError: 't' }]])), 't').refers ?? [];
    expect([reference?.dynamic, reference?.keys[0]]).toEqual([undefined, 'connect:name:mainflow']);
  });
});

describe('the role that a name tells', () => {
  const ends = [
    ['m', 'MessageParticipant', { Text: 'Hello.' }, { next: 'e' }],
    ['e', 'DisconnectParticipant'],
  ] as const;
  it.each([
    ['acme_customer_queue_flow', 'hold'],
    ['AcmeCustomerQueue', 'hold'],
    ['acme_queue_transfer', 'agent-transfer'],
    ['Sales quick connect', 'agent-transfer'],
    ['ACMEQuickConnect', 'agent-transfer'],
    ['inbound_queue_transfer', 'entry'],
    ['inbound customer queue', 'entry'],
    ['acme-agent-whisper', 'whisper'],
    ['acme_agent_hold', 'whisper'],
    ['Acme Outbound', 'outbound'],
    ['Acme Disconnect', 'sub-flow'],
    ['survey_flow', 'sub-flow'],
    ['disconnected_lines_help', 'entry'],
    ['inbound survey', 'entry'],
    ['main', 'entry'],
  ])('%s: %s', (name, role) => {
    expect(lifted(flowOf(ends, { name })).role).toBe(role);
  });

  it('a stated kind, and a welcome, say more than "survey"', () => {
    expect(lifted(flowOf(ends, { name: 'survey', type: 'contactFlow' })).role).toBe('entry');
    expect(
      lifted(
        flowOf(
          [
            ['m', 'MessageParticipant', { Text: 'Welcome to the census.' }, { next: 'e' }],
            ['e', 'DisconnectParticipant'],
          ],
          { name: 'survey' },
        ),
      ).role,
    ).toBe('entry');
  });
});

describe('a view', () => {
  const view = (...more: Parameters<typeof flowOf>[0]): string =>
    lifted(flowOf([...more, ['v', 'ShowView', {}, { '=Ok': 'e', NoMatchingError: 'e' }], ['e', 'DisconnectParticipant']])).role;
  const channel = ['c', 'Compare', { ComparisonValue: '$.Channel' }, { '=CHAT': 'v', NoMatchingCondition: 'q' }] as const;
  const question = [
    'q',
    'GetParticipantInput',
    { Text: 'Press 1 to agree.', StoreInput: 'False' },
    { '=1': 'e', InputTimeLimitExceeded: 'e', NoMatchingCondition: 'e' },
  ] as const;

  it("is an agent's, but for a flow that asks customers on calls and shows it in chats", () => {
    expect([view(), view(channel), view(question), view(channel, question)]).toEqual(['agent-guide', 'agent-guide', 'agent-guide', 'entry']);
  });
});
