import { surfaceFromSynth } from '../surface-from-synth';
import { posture } from './posture';

/** What is said of a role that these identity pools may hand out. */
const said = (principal: string, conditions: object) => {
  const statement = { Effect: 'Allow', Principal: { Federated: principal }, Action: 'sts:AssumeRoleWithWebIdentity' };
  const policy = { Version: '2012-10-17', Statement: [{ ...statement, Condition: conditions }] };
  const role = { name: 'people', assume_role_policy: JSON.stringify(policy) };
  return posture(surfaceFromSynth({ 'test-identity': { resource: { aws_iam_role: { people: role } } } }))
    .map(({ rule }) => rule)
    .filter((rule) => rule.startsWith('role-trusts-'));
};

describe.each([
  'cognito-identity.amazonaws.com',
  'cognito-identity-us-gov.amazonaws.com',
  'cognito-identity.us-gov-east-1.amazonaws.com',
])('a role that trusts %s', (principal) => {
  const aud = { StringEquals: { [`${principal}:aud`]: 'us-gov-west-1:pool' } };
  const amr = { 'ForAnyValue:StringLike': { [`${principal}:amr`]: 'authenticated' } };

  it('is of one identity pool, and of its signed-in people', () => {
    expect(said(principal, { ...aud, ...amr })).toEqual([]);
  });

  it('is of every identity pool without aud, and of guests too without amr', () => {
    expect(said(principal, amr)).toEqual(['role-trusts-any-identity-pool']);
    expect(said(principal, aud)).toEqual(['role-trusts-guests']);
  });

  it.each([
    ['Null', 'aud', { Null: { [`${principal}:aud`]: 'false' } }, amr, 'role-trusts-any-identity-pool'],
    [
      'StringEqualsIfExists',
      'aud',
      { StringEqualsIfExists: { [`${principal}:aud`]: 'us-gov-west-1:pool' } },
      amr,
      'role-trusts-any-identity-pool',
    ],
    ['StringNotLike', 'amr', { StringNotLike: { [`${principal}:amr`]: 'a' } }, aud, 'role-trusts-guests'],
  ])('is not limited by %s of %s', (_operator, _claim, condition, other, rule) => {
    expect(said(principal, { ...condition, ...other })).toEqual([rule]);
  });
});
