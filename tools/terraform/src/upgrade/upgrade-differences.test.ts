import { upgradeDifferences } from './upgrade-differences';

const pool = { name: 'users', tags: { a: '1', b: '2' }, '//': { metadata: { path: 'dev-identity/users' } } };

describe('what a deployed stack meets in another version', () => {
  it('is nothing when only comments and the order of keys differ', () => {
    const same = { tags: { b: '2', a: '1' }, '//': {}, name: 'users' };

    expect(
      upgradeDifferences({ resource: { aws_x: { users: pool } } }, { resource: { aws_x: { users: same } } }),
    ).toEqual([]);
  });

  it('is every argument that changes, and every resource that comes or goes', () => {
    const before = { resource: { aws_x: { users: pool, old: {} } }, data: { aws_y: { d: { a: 1 } } } };
    const after = { resource: { aws_x: { users: { ...pool, name: 'people' }, new: {} } }, data: { aws_y: { d: {} } } };

    expect(upgradeDifferences(before, after)).toEqual([
      ...['+ aws_x.new', '- aws_x.old', 'aws_x.users name', 'data.aws_y.d a'],
    ]);
  });

  it('is nothing for a resource that moves', () => {
    const moved = [{ from: 'aws_x.users', to: 'aws_x.people' }];

    expect(
      upgradeDifferences({ resource: { aws_x: { users: pool } } }, { resource: { aws_x: { people: pool } }, moved }),
    ).toEqual([]);
  });
});
