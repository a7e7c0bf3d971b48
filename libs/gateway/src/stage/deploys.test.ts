import { synth } from '@gatehouse/testing';
import fc from 'fast-check';
import { lambda } from '../../testing/api';
import { triggersIn } from '../../testing/deployments';
import { addChanged, type ChangedOption, options } from '../../testing/options/options';

const triggersOf = (definition: 'resources' | 'openapi', made: readonly ChangedOption[]): string =>
  triggersIn(
    synth((stack) => {
      addChanged(stack, 'api', { definition, check: lambda(stack), made });
    }),
  );

describe.each(['resources', 'openapi'] as const)('an API written as %s', (definition) => {
  const before = triggersOf(definition, []);

  it.each(options.map((each) => ({ ...each, name: `${each.part}.${each.option}` })))(
    '$name: deploys $deploys',
    (change) => {
      expect(before).toContain('configuration');
      expect(triggersOf(definition, [change]) !== before).toBe(change.deploys);
    },
  );

  it('deploys when any of several changes must, and not otherwise', () => {
    fc.assert(
      fc.property(fc.subarray([...options]), (several) => {
        expect(triggersOf(definition, several) !== before).toBe(several.some((each) => each.deploys));
      }),
      { numRuns: 5 },
    );
  });
});
