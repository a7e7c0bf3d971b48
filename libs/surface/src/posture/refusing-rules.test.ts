import { refusingRules } from './refusing-rules';
import { postureRules } from './rules';

it('are those that can find something critical, where only that refuses', () => {
  expect(refusingRules('development')).toEqual(
    postureRules.filter(({ severity }) => severity === 'critical'),
  );
});

it('are all rules in the tiers that refuse more', () => {
  expect(refusingRules('production')).toBe(postureRules);
});
