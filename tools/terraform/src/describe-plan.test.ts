import { changedOutputs, describePlan } from './describe-plan';
import { type PlanJson, type ResourceChange } from './plan-json';

const plan = (parts: Partial<PlanJson>): PlanJson => ({
  format_version: '1.2',
  terraform_version: '1.11.4',
  ...parts,
});
const resource = (change: ResourceChange['change'], more: Partial<ResourceChange> = {}): PlanJson =>
  plan({
    resource_changes: [{ address: 'aws_x.y', mode: 'managed', type: 'aws_x', name: 'y', change, ...more }],
  });

describe('describePlan', () => {
  it.each([
    [['create'], '+ aws_x.y'],
    [['delete'], '- aws_x.y'],
    [['forget'], '. aws_x.y'],
    [['delete', 'create'], '-/+ aws_x.y'],
    [['create', 'delete'], '+/- aws_x.y'],
  ] as const)('shows %j', (actions, line) => {
    expect(describePlan(resource({ actions }))).toEqual([line]);
  });

  it('names the attributes that change, and never shows a value', () => {
    const change = {
      actions: ['update'] as const,
      before: { name: 'same', secret: 'old', hash: '1', tags: { a: '1' } },
      after: { name: 'same', secret: 'new', tags: { a: '2' } },
      after_unknown: { hash: true, tags: {} },
    };
    expect(describePlan(resource(change))).toEqual(['~ aws_x.y (hash, secret, tags)']);
  });

  it('shows moves and imports of resources that stay the same', () => {
    expect(describePlan(resource({ actions: ['no-op'] }, { previous_address: 'aws_x.old' }))).toEqual([
      '= aws_x.y (moved from aws_x.old)',
    ]);
    expect(describePlan(resource({ actions: ['no-op'], importing: { id: 'i' } }))).toEqual(['= aws_x.y (imported)']);
  });

  it('leaves out what stays, and what is only read', () => {
    expect(describePlan(resource({ actions: ['no-op'] }))).toEqual([]);
    expect(describePlan(resource({ actions: ['read'] }, { mode: 'data' }))).toEqual([]);
  });

  it('shows drift that contributes to a change, unless it is only how an empty value reads', () => {
    const drift = (before: object, after: object): PlanJson => ({
      ...plan({ relevant_attributes: [{ resource: 'aws_x.y' }] }),
      resource_drift: resource({ actions: ['update'], before, after }).resource_changes,
    });
    const changed = drift({ name: 'a', tags: { a: '1' } }, { name: 'a', tags: { a: '2' } });
    const empty = { tags: {}, scopes: [], id: '', nested: [{ x: {} }] };

    expect(describePlan(changed)).toEqual(['! aws_x.y was changed outside of Terraform']);
    expect(describePlan({ ...changed, relevant_attributes: [] })).toEqual([]);
    expect(describePlan(drift({ tags: null, scopes: null, id: null, nested: null }, empty))).toEqual([]);
  });

  it('shows outputs', () => {
    const parts = plan({
      output_changes: { url: { actions: ['create'] }, same: { actions: ['no-op'] } },
    });
    expect(describePlan(parts)).toEqual(['+ output url']);
    expect(changedOutputs(parts)).toEqual(['url']);
  });

  it('shows nothing for an empty plan', () => {
    expect(describePlan(plan({}))).toEqual([]);
    expect(changedOutputs(plan({ output_changes: { same: { actions: ['no-op'] } } }))).toEqual([]);
  });
});
