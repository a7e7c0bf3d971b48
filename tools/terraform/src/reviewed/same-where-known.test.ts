import { type PlanJson, type ResourceChange } from '../plan-json';
import { differencesWhereKnown } from './same-where-known';

const change = (values: Partial<ResourceChange['change']>, address = 'aws_x.y'): ResourceChange => ({
  address,
  mode: 'managed',
  type: 'aws_x',
  name: 'y',
  change: { actions: ['create'], before: null, ...values },
});
const planOf = (...changes: ResourceChange[]): PlanJson => ({ resource_changes: changes });

describe('what a second plan does differently', () => {
  const earlier = planOf(
    change({
      after: { name: 'a', tags: [{ key: 'x' }, {}] },
      after_unknown: { id: true, policy: true, tags: [{}, { key: true }] },
    }),
    change({ after: {} }, 'aws_x.applied'),
  );
  const known = { name: 'a', id: '1', policy: 'p', tags: [{ key: 'x' }, { key: 'y' }] };

  it('is nothing where only what was not known is known now, and where what was applied is gone', () => {
    expect(differencesWhereKnown(earlier, planOf(change({ after: known })))).toEqual([]);
    expect(differencesWhereKnown(earlier, planOf(change({ after: known, actions: ['no-op'] }, 'aws_z.w')))).toEqual([]);
  });

  it.each<[string, ResourceChange, string]>([
    ['another value', change({ after: { ...known, name: 'b' } }), 'aws_x.y: other values than planned'],
    ['a value more', change({ after: { ...known, more: 1 } }), 'aws_x.y: other values than planned'],
    [
      'another value in a list',
      change({ after: { ...known, tags: [{ key: 'z' }, { key: 'y' }] } }),
      'aws_x.y: other values than planned',
    ],
    ['another value before', change({ after: known, before: {} }), 'aws_x.y: other values than planned'],
    [
      'another action',
      change({ actions: ['delete', 'create'], after: known }),
      'aws_x.y: delete and create; planned: create',
    ],
    ['a change more', change({ after: known }, 'aws_x.z'), 'aws_x.z: create, which was not planned'],
  ])('is %s', (_, second, line) => {
    expect(differencesWhereKnown(earlier, planOf(second))).toEqual([line]);
  });
});
