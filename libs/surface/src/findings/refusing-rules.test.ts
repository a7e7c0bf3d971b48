import { environmentRules } from '../environment/rules';
import { postureRules } from '../posture/posture';
import { refusalRules } from '../refusal/refusal';
import { refusingRules } from './refusing-rules';

it('are those that can find something critical or that AWS refuses, where only that refuses', () => {
  expect(refusingRules('development')).toEqual([
    ...postureRules.filter(({ severity }) => severity === 'critical'),
    ...refusalRules,
    ...environmentRules,
  ]);
});

it('are all rules in the tiers that refuse more', () => {
  expect(refusingRules('production')).toEqual([...postureRules, ...refusalRules, ...environmentRules]);
});
