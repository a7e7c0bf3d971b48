import { handPlan } from '../../testing/hand-plan';
import { entryOf, findingsOf } from '../../testing/real-plan';

const pool = { id: 'p', name: 'people' };
const user = (more: object) => ({ id: 'u', user_pool_id: 'p', username: 'ann', ...more });
const said = (before: object | null, after: object) =>
  findingsOf(
    handPlan({
      'aws_cognito_user_pool.people': [pool, pool],
      'aws_cognito_user.ann': [before && user(before), user(after)],
    }),
  ).map(({ severity, rule, message }) => `${severity} ${rule}: ${message}`);

describe('a user of a pool', () => {
  it('can sign in again once enabled', () => {
    expect(said({ enabled: false }, { enabled: true })).toEqual(['medium user-changed: User ann can sign in again.']);
    expect(said({ enabled: true }, { enabled: false })).toEqual([]);
    expect(
      said({ enabled: false, validation_data: { a: 'a' } }, { enabled: false, validation_data: { a: 'b' } }),
    ).toEqual([]);
    expect(
      said({ enabled: true, validation_data: { a: 'a' } }, { enabled: true, validation_data: { a: 'b' } }),
    ).toEqual([]);
  });

  it('that is new can sign in, unless it is disabled', () => {
    expect(said(null, { enabled: true })).toEqual([
      'medium user-changed: The person that the new user ann is for can sign in to the user pool.',
    ]);
    expect(said(null, { enabled: false })).toEqual([]);
    expect(said(null, { enabled: true, password: '' })).toHaveLength(1);
  });

  it('is open to who knows its new password', () => {
    const known = 'Anyone who knows the password in the configuration or the state can sign in as the new user ann.';
    expect(said(null, { password: 'a' })).toEqual([`medium user-changed: ${known}`]);
    expect(said(null, { temporary_password: 'a' })).toEqual([`medium user-changed: ${known}`]);
    expect(said({ password: 'a' }, { password: 'b' })).toEqual([
      'medium user-changed: Anyone who knows the new password in the configuration or the state can sign in as user ann.',
    ]);
    expect(said({ password: 'a' }, { password: null })).toEqual([]);
  });

  it('is someone else by attributes that say who it is', () => {
    const of = (attributes: object) => ({ attributes });
    expect(said(of({ email: 'a@example.com', locale: 'nl' }), of({ email: 'b@example.com', locale: 'en' }))).toEqual([
      'medium user-changed: User ann gets another email, which code takes for who the user is.',
    ]);
    expect(said(of({}), of({ email: 'b@example.com', 'custom:role': 'a' }))).toEqual([
      'medium user-changed: User ann gets an e-mail address and the attribute custom:role, which code takes for who the user is.',
    ]);
    expect(said(of({ email: 'a@example.com', locale: 'nl' }), of({ email: 'a@example.com', locale: 'en' }))).toEqual(
      [],
    );
  });

  it('is news where the pool stays, and not where that is made again', () => {
    const plan = handPlan(
      {
        'aws_cognito_user_pool.people': [pool, { name: 'people' }, { id: true }],
        'aws_cognito_user.ann': [null, { username: 'ann', enabled: true }, { user_pool_id: true }],
      },
      { 'aws_cognito_user.ann': { user_pool_id: ['aws_cognito_user_pool.people.id', 'aws_cognito_user_pool.people'] } },
    );
    const rules = () => findingsOf(plan).map(({ rule }) => rule);
    expect(rules()).toEqual(['user-changed']);
    entryOf(plan, 'aws_cognito_user_pool.people').change.actions = ['delete', 'create'];
    expect(rules()).toEqual(['user-pool-lost']);
  });
});
