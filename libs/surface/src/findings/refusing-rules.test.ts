import { environmentRules } from '../environment/rules';
import { postureRules } from '../posture/posture';
import { refusingRules } from './refusing-rules';

it('are those that can find something critical, where only that refuses', () => {
  expect(refusingRules('development')).toEqual([
    ...postureRules.filter(({ severity }) => severity === 'critical'),
    ...environmentRules,
  ]);
});

it('are all rules in the tiers that refuse more', () => {
  expect(refusingRules('production')).toEqual([...postureRules, ...environmentRules]);
});
