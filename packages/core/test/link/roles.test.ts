import { describe, expect, it } from 'vitest';
import { link } from '../../src/link/link.js';
import type { Artefact } from '../../src/model/artefact.js';
import { flowOf, lifted, stepOf, waysOf } from '../amazon-connect/helpers.js';

const setter = (event: string, name = 'Other', more: Readonly<Record<string, string>> = {}): Artefact =>
  lifted(
    flowOf(
      [
        ['h', 'UpdateContactEventHooks', { EventHooks: { [event]: `{{contactFlows.${name}.arn}}`, ...more } }, { next: 't' }],
        ['t', 'TransferContactToQueue', {}, { QueueAtCapacity: 'e', NoMatchingError: 'e' }],
        ['e', 'DisconnectParticipant'],
      ],
      { name: 'Main' },
    ),
    'main.json',
  );
const other = (type?: string): Artefact =>
  lifted(
    flowOf(
      [
        ['m', 'MessageParticipant', { Text: 'Hello.' }, { next: 'x' }],
        ['x', 'EndFlowExecution'],
        ['d', 'DisconnectParticipant'],
      ],
      { name: 'Other', ...(type === undefined ? {} : { type }) },
    ),
    'other.json',
  );
const read = (...artefacts: readonly Artefact[]): Artefact => link(artefacts).artefacts.at(-1)!;

describe('the role that a hook gives', () => {
  it.each([
    ['CustomerQueue', 'hold'],
    ['CustomerRemaining', 'sub-flow'],
    ['AgentWhisper', 'whisper'],
    ['CustomerWhisperFlow', 'whisper'],
    ['CustomerHold', 'whisper'],
    ['OutboundWhisper', 'outbound'],
    ['NewEvent', 'entry'],
  ])('%s: %s', (event, role) => {
    expect(read(setter(event), other()).role).toBe(role);
  });

  it('makes of its ends what they are in that role', () => {
    expect(stepOf(read(setter('CustomerQueue'), other('contactFlow')), 'x')).toMatchObject({ kind: 'return', data: { outcome: 'success' } });
    expect(stepOf(read(setter('CustomerRemaining'), other('contactFlow')), 'x').data.outcome).toHaveProperty('unknown');
  });

  it('yields to a kind that the flow states, and keeps who it is', () => {
    expect(read(setter('CustomerRemaining'), other('agentWhisper')).role).toBe('whisper');
    const [before, after] = [other('contactFlow'), read(setter('CustomerRemaining'), other('contactFlow'))];
    expect([after.id, after.keys, after.path]).toEqual([before.id, before.keys, before.path]);
  });

  it('does not hold for a flow that customers are led into as well', () => {
    const leads = lifted(flowOf([['t', 'TransferToFlow', { ContactFlowId: 'Other' }, { NoMatchingError: 't' }]], { name: 'Leads' }), 'leads.json');
    expect(read(setter('CustomerRemaining'), leads, other('contactFlow')).role).toBe('entry');
  });

  it('does not hold where two hooks disagree, or for the flow that sets itself', () => {
    expect(read(setter('CustomerQueue', 'Other', { CustomerRemaining: 'Other' }), other('contactFlow')).role).toBe('entry');
    expect(read(setter('CustomerRemaining', 'Main')).role).toBe('entry');
  });
});

describe('a flow heard in a queue', () => {
  const hold = other('customerQueue');

  it('that no queue in view has leads to a person', () => {
    const alone = read(hold);
    expect([stepOf(alone, 'x').kind, stepOf(alone, 'x').data.outcome, waysOf(alone, 'x')]).toEqual(['act', undefined, ['success -> x:person']]);
    expect(stepOf(alone, 'x:person').kind).toBe('person');
  });

  it('that a queue has goes back to it', () => {
    expect(stepOf(read(setter('CustomerQueue'), hold), 'x').kind).toBe('return');
  });
});
