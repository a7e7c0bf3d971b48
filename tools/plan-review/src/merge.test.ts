import { anEnvironment, aFinding, aStack } from '../testing/examples';
import { mergeEnvironments } from './merge';

const review = (where: string, more: Parameters<typeof anEnvironment>[0]) => ({
  where,
  environment: anEnvironment(more),
});

describe('reviews that were made apart', () => {
  it('stay apart by environment, in the order given', () => {
    const merged = mergeEnvironments([
      review('dev.json', { name: 'dev', stacks: [aStack({ name: 'api' })] }),
      review('prod.json', { name: 'prod', stacks: [aStack({ name: 'api' })] }),
    ]);
    expect(merged.map(({ name }) => name)).toEqual(['dev', 'prod']);
  });

  it('become one for the stacks of one environment, with a digest of all', () => {
    const [one, other] = [
      review('a.json', {
        name: 'dev',
        digest: 'gh2-a',
        stacks: [aStack({ name: 'identity' })],
        findings: [aFinding()],
      }),
      review('b.json', {
        name: 'dev',
        digest: 'gh2-b',
        stacks: [aStack({ name: 'api' })],
        findings: [aFinding()],
      }),
    ];
    const [merged, ...rest] = mergeEnvironments([one, other]);
    expect(rest).toEqual([]);
    expect(merged?.stacks.map(({ name }) => name)).toEqual(['identity', 'api']);
    expect(merged?.findings).toHaveLength(2);
    expect(merged?.digest).toMatch(/^gh2-[0-9a-f]{40}$/);
    expect(mergeEnvironments([other, one])[0]?.digest).toBe(merged?.digest);
  });

  it('have no digest when a stack of one is not reviewed', () => {
    const [merged] = mergeEnvironments([
      review('a.json', { name: 'dev', stacks: [aStack({ name: 'identity' })] }),
      review('b.json', {
        name: 'dev',
        stacks: [aStack({ name: 'api', status: 'not reviewed', digest: undefined })],
      }),
    ]);
    expect(merged?.digest).toBeUndefined();
  });

  it('fails when two are of the same stack: which of them counts?', () => {
    const same = { name: 'dev', stacks: [aStack({ name: 'api' })] };
    expect(() => mergeEnvironments([review('a.json', same), review('b.json', same)])).toThrow(
      'b.json: expected every stack once, found a second plan of api of dev; the first is in a.json. Leave one of the two out, or name their environments.',
    );
  });
});
