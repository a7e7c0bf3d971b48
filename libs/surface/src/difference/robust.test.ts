import fc from 'fast-check';
import { findingsOf, realPlan } from '../../testing/real-plan';

type Json = Record<string, unknown>;
const SCENARIOS = ['account', 'api-policies', 'cognito', 'http', 'rest', 'rest-apis', 'state'];

interface Place {
  readonly scenario: string;
  readonly index: number;
  readonly side: 'before' | 'after';
  readonly argument: string;
}

const places = SCENARIOS.flatMap((scenario) =>
  realPlan(scenario).resource_changes.flatMap(({ change }: { change: Json }, index: number) =>
    (['before', 'after'] as const).flatMap((side) =>
      Object.keys((change[side] ?? {}) as Json).map((argument): Place => ({
        scenario,
        index,
        side,
        argument,
      })),
    ),
  ),
);

describe('the difference rules', () => {
  it('have an answer whatever is not known, not there or empty', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom<Place>(...places), { minLength: 1, maxLength: 12 }),
        fc.constantFrom('unknown', 'absent', 'null', 'secret'),
        (chosen, how) => {
          const scenario = chosen[0]?.scenario ?? '';
          const plan = realPlan(scenario);
          for (const { index, side, argument } of chosen.filter((place) => place.scenario === scenario)) {
            const { change } = plan.resource_changes[index];
            if (how === 'secret') change[`${side}_sensitive`] = { [argument]: true };
            else if (how === 'null') change[side][argument] = null;
            else delete change[side][argument];
            if (how === 'unknown' && side === 'after') {
              change.after_unknown = { ...change.after_unknown, [argument]: true };
            }
          }
          for (const finding of findingsOf(plan)) expect(finding.message).not.toMatch(/undefined|\[object/);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('say nothing of a plan that they said something of, once its two sides are the same', () => {
    for (const scenario of SCENARIOS) {
      const plan = realPlan(scenario);
      plan.resource_drift = [];
      for (const { change } of plan.resource_changes) {
        const only = change.before ?? change.after;
        Object.assign(change, {
          actions: ['no-op'],
          before: only,
          after: only,
          after_unknown: {},
          after_sensitive: {},
        });
      }
      expect(findingsOf(plan)).toEqual([]);
    }
  });
});
