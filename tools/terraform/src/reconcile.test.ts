import { writeStack } from '../testing/stack';
import { reconcile } from './reconcile';

const pool = (actions: readonly string[]) =>
  ({ address: 'aws_cognito_user_pool.users', change: { actions } }) as Parameters<typeof reconcile>[1];

describe('what can be done about a drift', () => {
  it('is to put a changed resource back, or to accept it', () => {
    expect(reconcile(writeStack('dev-identity', {}), pool(['update']), ['mfa_configuration'])).toEqual([
      'put it back: npx nx deploy dev',
      'accept it: write it into the code, or ' +
        '{"address":"aws_cognito_user_pool.users","attributes":["mfa_configuration"],"reason":"<why>"} ' +
        'into apps/dev/drift-ignore.json',
    ]);
  });

  it('is to make a deleted one again, to take over what was made by hand, or to accept it', () => {
    expect(reconcile(writeStack('dev-identity', {}), pool(['delete']), ['deleted'])).toEqual([
      'make it again: npx nx deploy dev',
      "made again by hand: npx nx import-resource dev --stack=dev-identity --address='aws_cognito_user_pool.users' --id='<id>'",
      'accept it: remove it from the code, then npx nx deploy dev',
    ]);
  });
});
