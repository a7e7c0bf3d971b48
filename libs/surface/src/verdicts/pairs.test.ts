import { differences, readPlans } from '..';
import { handPlan, type HandChange } from '../../testing/hand-plan';
import { addressOf, ruleOf, verdictPairs, type Pair } from '../../testing/verdict-pairs';
import { evaluateRules } from '../findings/evaluate-rules';
import { posture } from '../posture/posture';
import { refusalRules } from '../refusal/refusal';
import { serviceTables } from './tables';

/** Rules that find something in a plan of the change, or in what is there afterwards. */
function rulesOf(key: string, { before, after, with: more }: Pair): readonly string[] {
  const changes = before === null && after === null ? {} : { [addressOf(key)]: [before, after] as HandChange };
  const read = readPlans([handPlan({ ...more, ...changes })]);
  return [...differences(read), ...posture(read.after), ...evaluateRules(refusalRules, read.after)].map(
    ({ rule }) => rule,
  );
}

it.each(Object.entries(verdictPairs))(
  '%s: the rule finds the change, and nothing where it stays as it was',
  (key, pair) => {
    expect(rulesOf(key, pair)).toContain(ruleOf(key));
    expect(rulesOf(key, { ...pair, after: pair.before })).not.toContain(ruleOf(key));
  },
);

it('are all of a table', () => {
  const named = serviceTables.flatMap(({ types }) =>
    Object.entries(types).flatMap(([type, { created, deleted, judged = {} }]) =>
      [...Object.values(judged), created?.judged ?? [], deleted?.judged ?? []].flat().map((rule) => `${type} ${rule}`),
    ),
  );
  expect(Object.keys(verdictPairs).filter((key) => !named.includes(key))).toEqual([]);
});
