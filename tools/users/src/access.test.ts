import { findAccess, type Outputs } from './access';

const access = (id: string) => ({ kind: 'user-export', user_pool_id: id, role_arn: 'r', key_arn: 'k' });
const outputs: Outputs = { 'dev-identity': { export: access('a'), url: 'https://x' }, 'dev-api': {} };

describe('the role of an export', () => {
  it('is what a stack left in its outputs', () => {
    expect(findAccess('dev', outputs, 'user-export', undefined).user_pool_id).toBe('a');
  });

  it('is chosen by its name where there are several', () => {
    const two = { ...outputs, other: { staff: access('b') } };
    expect(findAccess('dev', two, 'user-export', 'staff').user_pool_id).toBe('b');
    expect(() => findAccess('dev', two, 'user-export', undefined)).toThrow(
      '"dev" has 2 of them: say which with --name: export, staff.',
    );
    expect(() => findAccess('dev', two, 'user-export', 'stuff')).toThrow(
      'expected one of export, staff, found "stuff".',
    );
  });

  it('is missing where nobody added it', () => {
    expect(() => findAccess('dev', outputs, 'user-import', undefined)).toThrow(
      '"dev": expected a user pool with addUserImport, found none that is applied. Add users.addUserImport(...) to its stack',
    );
  });
});
