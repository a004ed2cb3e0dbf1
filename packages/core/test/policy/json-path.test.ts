import { describe, expect, it } from 'vitest';
import { builtinRules } from '../../src/policy/builtin.generated.js';
import { firstKeyOf, loadJsonPath, needsJsonPath } from '../../src/policy/json-path.js';
import { read } from '../../src/pipeline.js';

describe('the key that a query goes through first', () => {
  it.each([
    ['$.fees[*]', 'fees'],
    ["$['data-sharing'][?@.basis]", 'data-sharing'],
    ['$', undefined],
    ['$..complaints', undefined],
    ['$[*]', undefined],
    ["$['a', 'b']", undefined],
    ['$["quoted"]', undefined],
  ])('%s', async (query, key) => {
    expect(firstKeyOf(query)).toBe(key);
    const compiled = (await loadJsonPath()).compile(query);
    // Where the key is not there, the query finds nothing.
    if (key !== undefined) expect(compiled.find({ other: { [key]: 1 } })).toEqual([]);
  });
});

describe('the engine is needed', () => {
  const artefactsOf = (text: string) => {
    const result = read({ path: 'a.yaml', text });
    return result.ok ? result.artefacts : [];
  };
  const flow = artefactsOf('flow: x\nchannel: phone\nlanguage: en\nsteps:\n  - end: solved\n');
  const needing = (artefacts?: Parameters<typeof needsJsonPath>[1]) =>
    builtinRules()
      .filter(({ value }) => needsJsonPath(value, artefacts))
      .map(({ id }) => id);

  it('by no built-in rule for a flow without numbers', () => {
    expect(needing(flow)).toEqual([]);
    expect(needing([])).toEqual([]);
  });

  it('by the rules that ask for what an operations document has', () => {
    const fees = needing(artefactsOf('operations: x\nfees:\n  - { fee: a }\n'));
    expect(fees).toContain('fee-for-no-service');
    expect(fees).not.toContain('handle-time-cap');
  });

  it('by every rule with a query, where nothing is known of the artefacts', () => {
    expect(needing()).toContain('handle-time-cap');
    expect(needing()).not.toContain('no-human-route');
  });
});
