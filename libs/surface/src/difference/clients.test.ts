import { handPlan } from '../../testing/hand-plan';
import { findingsOf } from '../../testing/real-plan';

const POOL = 'aws_cognito_user_pool.people';
const CLIENT = 'aws_cognito_user_pool_client.app';
const pool = { id: 'p', name: 'people' };
const app = (...allowed_oauth_scopes: string[]) => ({
  ...{ name: 'app', user_pool_id: 'p', allowed_oauth_flows_user_pool_client: true, allowed_oauth_flows: ['code'] },
  allowed_oauth_scopes,
});
const said = (...plan: Parameters<typeof handPlan>) =>
  findingsOf(handPlan(...plan)).map(({ severity, rule, message }) => `${severity} ${rule}: ${message}`);

describe('scopes of app clients', () => {
  it('are news when a browser client gets the one to write', () => {
    const before = app('openid', 'reports/read');
    const after = app('openid', 'reports/read', 'reports/write');
    expect(said({ [POOL]: [pool, pool], [CLIENT]: [before, after] })).toEqual([
      'high client-scope-widened: Users of app can get tokens with reports/write.',
    ]);
  });

  it('are not in force without OAuth, and are all news when it is turned on', () => {
    const off = { ...app('reports/write'), allowed_oauth_flows_user_pool_client: false };
    expect(said({ [POOL]: [pool, pool], [CLIENT]: [off, app('reports/write')] })).toContain(
      'high client-scope-widened: Users of app can get tokens with reports/write.',
    );
  });
});

describe('a new app client', () => {
  const open = { ...app('reports/write'), user_pool_id: undefined };
  const expressions = { [CLIENT]: { user_pool_id: [`${POOL}.id`, POOL] } };

  it('is news beside a pool that is there', () => {
    expect(said({ [POOL]: [pool, pool], [CLIENT]: [null, app('reports/write')] })).toEqual([
      'high client-added: Through the new app client app, users of the pool can get tokens with reports/write.',
    ]);
  });

  it('is part of a pool that the same plan makes', () => {
    const plan = { [POOL]: [null, { name: 'people' }, { id: true }], [CLIENT]: [null, open, { user_pool_id: true }] };
    expect(said(plan as never, expressions)).toEqual([]);
  });
});
