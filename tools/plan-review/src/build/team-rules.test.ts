import { type AnyRule, differenceRule, postureRule, refusalRule } from '@gatehouse/surface/rule';
import { changeOf, planOf, reviewPlans } from '../../testing/plans';

const about = {
  severity: 'high',
  title: 'User pool without our prefix',
  why: 'Our inventory finds user pools by their name.',
  remediation: 'Let the name begin with "acme-".',
  page: 'https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools.html',
} as const;
const at = { address: 'aws_cognito_user_pool.users', stack: 'api' };
const found = [{ at, subject: 'user pool users', message: 'The inventory does not list it.' }];
const fails = (): never => {
  throw new Error('mistake');
};
const plan = planOf(
  changeOf('aws_cognito_user_pool.users', { actions: ['create'], before: null, after: { name: 'users' } }),
);
const review = (rules: readonly AnyRule[], suppressions = []) => {
  const [environment] = reviewPlans({ api: plan }, { team: { rules, suppressions } }).environments;
  return environment?.findings.map(({ rule }) => rule) ?? [];
};
const ours = review([]);

describe.each([
  ['posture', (find: typeof fails) => postureRule({ ...about, id: 'own', find })],
  ['refusal', (find: typeof fails) => refusalRule({ ...about, id: 'own', find })],
  ['difference', (find: typeof fails) => differenceRule({ ...about, id: 'own', find })],
] as const)("a team's %s rule", (_, rule) => {
  it('fires in the review, beside ours', () => {
    // A state rule reports what is new: nothing before.
    const fires = rule(((model: { userPools?: readonly unknown[] }) =>
      model.userPools?.length === 0 ? [] : found) as never);
    expect(review([fires]).sort()).toEqual([...ours, 'own'].sort());
  });

  it('is a finding when it throws, and the review goes on', () => {
    expect(review([rule(fails)]).sort()).toEqual([...ours, 'rule-failed'].sort());
  });
});

it('an id of ours is refused', () => {
  expect(() => review([postureRule({ ...about, id: 'mfa-off', find: () => [] })])).toThrow('id of its own');
});
