import { fixture } from '../testing/fixture';
import { readPlans } from './index';

const plan = () => fixture('reports-identity', 'changed.plan.json');
interface Entry {
  address: string;
  [key: string]: unknown;
  change: Record<string, unknown>;
}
const change = (content: { resource_changes: Entry[] }, address: string): Entry => {
  const found = content.resource_changes.find((each) => each.address === address);
  if (!found) throw new Error(`no ${address} in the fixture`);
  return found;
};
const POOL = 'aws_cognito_user_pool.users';
const poolNames = (content: unknown) => {
  const { before, after } = readPlans([content as never]);
  return [before.userPools.map(({ name }) => name), after.userPools.map(({ name }) => name)];
};

describe('entries of a plan that do not stand for their address', () => {
  it('leaves out a deposed object, whichever comes first', () => {
    for (const add of ['unshift', 'push'] as const) {
      const content = plan();
      const pool = change(content, POOL);
      content.resource_changes[add]({
        ...pool,
        deposed: 'ab12cd34',
        change: { actions: ['delete'], before: { name: 'left behind' }, after: null, after_unknown: {} },
      });
      expect(poolNames(content)).toEqual([['reports-users'], ['reports-users-2']]);
    }
  });

  it('has an object that Terraform forgets only before', () => {
    const content = plan();
    change(content, POOL).change = { ...change(content, POOL).change, actions: ['forget'], after: null };
    expect(poolNames(content)).toEqual([['reports-users'], []]);
  });

  it('reads the new object of create-and-forget', () => {
    const content = plan();
    change(content, POOL).change['actions'] = ['create', 'forget'];
    expect(poolNames(content)).toEqual([['reports-users'], ['reports-users-2']]);
  });

  it('keeps everything outside of the targets as it is', () => {
    const content = plan();
    content.complete = false;
    content.resource_changes = content.resource_changes.filter(({ address }: Entry) => address !== POOL);
    expect(poolNames(content)).toEqual([['reports-users'], ['reports-users']]);
    expect(readPlans([content]).complete).toBe(false);
  });

  it('says of a failed or deferring plan that it is not complete', () => {
    expect(readPlans([{ ...plan(), errored: true }]).complete).toBe(false);
    const deferred = { reason: 'instance_count_unknown', resource_change: change(plan(), POOL) };
    expect(readPlans([{ ...plan(), deferred_changes: [deferred] }]).complete).toBe(false);
    expect(readPlans([plan()]).complete).toBe(true);
  });

  it('reads a plan without the flags of newer Terraform', () => {
    const older = plan();
    for (const flag of ['errored', 'complete', 'applyable']) delete older[flag];
    expect(readPlans([older]).complete).toBe(true);
  });
});

describe('unknown values', () => {
  it('takes an object that is unknown as a whole for unknown in every part', () => {
    const content = plan();
    change(content, POOL).change = { ...change(content, POOL).change, after: null, after_unknown: true };
    const [pool] = readPlans([content]).after.userPools;
    expect(pool).toMatchObject({
      name: { unknown: true },
      mfa: { unknown: true },
      passwordPolicy: { minLength: { unknown: true } },
      attributes: { unknown: true },
    });
  });

  it('takes a block that is unknown as a whole for unknown in every part', () => {
    const content = plan();
    const pool = change(content, POOL).change as { after: Record<string, unknown>; after_unknown: object };
    delete pool.after['password_policy'];
    pool.after_unknown = { ...pool.after_unknown, password_policy: true };
    expect(readPlans([content]).after.userPools[0]?.passwordPolicy).toMatchObject({
      minLength: { unknown: true },
      requireSymbols: { unknown: true },
    });
  });

  it('keeps the known elements of a list with an unknown one', () => {
    const content = fixture('reports-api', 'changed.plan.json');
    const method = change(content, 'aws_api_gateway_method.put_reports_by_id').change;
    method['after'] = { ...(method['after'] as object), authorization_scopes: [null, 'reports/read'] };
    method['after_unknown'] = { authorization_scopes: [true, false] };
    const routes = readPlans([content]).after.apis[0]?.routes ?? [];
    expect(routes.find(({ address }) => address.endsWith('put_reports_by_id'))?.auth).toMatchObject({
      scopes: ['reports/read', { unknown: true }],
    });
  });

  it('does not take an unknown authorization for a public route', () => {
    const content = fixture('reports-api', 'changed.plan.json');
    const method = change(content, 'aws_api_gateway_method.get_me').change;
    delete (method['after'] as Record<string, unknown>)['authorization'];
    method['after_unknown'] = { authorization: true };
    const routes = readPlans([content]).after.apis[0]?.routes ?? [];
    expect(routes.find(({ address }) => address.endsWith('get_me'))?.auth).toMatchObject({ unknown: true });
  });

  it('does not lose a route whose API is unknown', () => {
    const content = fixture('reports-api', 'created.plan.json');
    content.configuration = {};
    const { apis } = readPlans([content]).after;
    expect(apis.flatMap(({ routes }) => routes)).toHaveLength(4);
    expect(apis.find(({ routes }) => routes.length > 0)).toMatchObject({
      managed: false,
      name: { unknown: true },
    });
  });
});

describe('several plans', () => {
  const both = { identity: plan(), api: fixture('reports-api', 'changed.plan.json') };

  it('says of each part which stack it is of', () => {
    const { after } = readPlans(both);
    expect(after.userPools[0]?.stack).toBe('identity');
    expect(after.apis[0]?.stack).toBe('api');
  });

  it('does not mix stacks that use the same addresses', () => {
    const { after } = readPlans({
      one: fixture('reports-api', 'created.plan.json'),
      two: fixture('reports-api', 'created.plan.json'),
    });
    expect(after.apis.map(({ stack, routes }) => [stack, routes.length])).toEqual([
      ['one', 4],
      ['two', 4],
    ]);
  });
});

describe('plans that cannot be read', () => {
  const reading = (content: unknown) => () => readPlans([content as never]);

  it('fails when it is a state', () => {
    expect(reading(fixture('reports-api', 'applied.state.json'))).toThrow(
      'plan 1: expected the JSON of a plan, found the JSON of a state. Give `terraform show -json` the plan file.',
    );
  });

  it('fails when the format is of a newer major version', () => {
    expect(reading({ ...plan(), format_version: '2.3' })).toThrow('expected format_version 0.x or 1.x, found 2.3');
  });

  it('reads newer minor versions', () => {
    expect(reading({ ...plan(), format_version: '1.99', action_invocations: [] })).not.toThrow();
  });

  it('fails when a change has lost what it does', () => {
    const content = plan();
    delete (change(content, POOL).change as { actions?: unknown }).actions;
    expect(reading(content)).toThrow(
      /\(aws_cognito_user_pool\.users\): expected a change with actions, found an object/,
    );
  });

  it('fails when the changes are not a list', () => {
    expect(reading({ ...plan(), resource_changes: {} })).toThrow(
      'plan 1: resource_changes: expected a list, found an empty object.',
    );
  });

  it('fails when there is neither a change nor a planned value', () => {
    expect(reading({ format_version: '1.2' })).toThrow('plan 1: expected the JSON of a plan');
  });
});
