import fc from 'fast-check';
import type { TerraformPlan } from '@gatehouse/surface';
import { realPlan, reviewPlans } from '../../testing/plans';
import { changesSince } from './changes-since';
import { planDigest } from './plan-digest';

const FIXTURES = [
  'reports-api/changed.plan.json',
  'reports-identity/changed.plan.json',
  'modules/changed.plan.json',
  'http-api/created.plan.json',
] as const;

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- plans are changed in every way here
type Plan = any;

describe('a digest', () => {
  it.each(FIXTURES)('is short, printable, and always the same for %s', (path) => {
    expect(digest(realPlan(path))).toMatch(/^gh2-[0-9a-f]{40}$/);
    expect(digest(realPlan(path))).toBe(digest(realPlan(path)));
  });

  it('is another one for every plan', () => {
    expect(new Set(FIXTURES.map((path) => digest(realPlan(path)))).size).toBe(FIXTURES.length);
  });

  it('of an environment does not depend on the names of files', () => {
    const [one, other] = [realPlan(FIXTURES[0]), realPlan(FIXTURES[1])];
    const digestOfPlans = (plans: Record<string, Plan>) => reviewPlans(plans).environments[0]?.digest;

    expect(digestOfPlans({ plan: one })).toBe(digestOfPlans({ 'tfplan-4711': one }));
    expect(digestOfPlans({ a: one, b: other })).toBe(digestOfPlans({ c: other, d: one }));
    expect(digestOfPlans({ a: one, b: other })).not.toBe(digestOfPlans({ a: one, b: one }));
  });

  it('does not depend on the order of keys, changes and outputs', () => {
    fc.assert(
      fc.property(fc.constantFrom(...FIXTURES), fc.infiniteStream(fc.double({ noNaN: true })), (path, random) => {
        const next = () => Number(random.next().value);
        const plan = realPlan(path);
        expect(digest(shuffled(plan, next, ['resource_changes', 'resource_drift']))).toBe(digest(plan));
      }),
      { numRuns: 20 },
    );
  });

  it.each([
    ['the time', (plan: Plan) => (plan.timestamp = '2030-01-01T00:00:00Z')],
    ['the version of Terraform', (plan: Plan) => (plan.terraform_version = '1.99.0')],
    ['the minor format', (plan: Plan) => (plan.format_version = '1.99')],
    ['drift, which is only shown', (plan: Plan) => (plan.resource_drift = [])],
    ['relevant attributes', (plan: Plan) => (plan.relevant_attributes = [])],
    ['flags that an older Terraform leaves out', (plan: Plan) => (delete plan.complete, delete plan.errored)],
    [
      'why Terraform says it replaces',
      (plan: Plan) => (change(plan, 'replace').action_reason = 'replace_because_cannot_update'),
    ],
    ['null for what is not set', (plan: Plan) => (change(plan, 'update').change.after.something_new = null)],
    ['an empty list for what is not set', (plan: Plan) => (change(plan, 'create').change.after.something_new = [])],
    ['when something was made', (plan: Plan) => (change(plan, 'update').change.before.last_modified_date = '2030')],
    ['what stays as it is', (plan: Plan) => plan.resource_changes.pop(change(plan, 'no-op'))],
  ])('does not depend on %s', (_, edit) => {
    const plan = realPlan('reports-api/changed.plan.json');
    plan.resource_changes.sort((a: Plan, b: Plan) => Number(isStill(a)) - Number(isStill(b)));
    const before = digest(plan);
    edit(plan);
    expect(digest(plan)).toBe(before);
  });

  it.each([
    ['an argument', (plan: Plan) => (change(plan, 'create').change.after.authorization = 'NONE')],
    ['an argument that is not printed', (plan: Plan) => edited(change(plan, 'update'), 'description')],
    [
      'a value that becomes unknown',
      (plan: Plan) => (change(plan, 'update').change.after_unknown.authorizer_id = true),
    ],
    ['an action', (plan: Plan) => (change(plan, 'update').change.actions = ['delete', 'create'])],
    ['an address', (plan: Plan) => (change(plan, 'update').address += '2')],
    ['the values of variables', (plan: Plan) => (plan.variables = { stage: { value: 'x' } })],
    [
      'data sources that are read during the apply',
      (plan: Plan) =>
        plan.resource_changes.push({
          address: 'data.aws_region.here',
          mode: 'data',
          type: 'aws_region',
          name: 'here',
          change: { actions: ['read'], before: null, after: {}, after_unknown: {} },
        }),
    ],
    ['a change more', (plan: Plan) => plan.resource_changes.push({ ...change(plan, 'create'), address: 'aws_x.y' })],
    [
      'a change less',
      (plan: Plan) => plan.resource_changes.splice(plan.resource_changes.indexOf(change(plan, 'create')), 1),
    ],
    ['a move', (plan: Plan) => (change(plan, 'no-op').previous_address = 'aws_x.old')],
    ['an import', (plan: Plan) => (change(plan, 'no-op').change.importing = { id: 'x' })],
    ['what forces a replacement', (plan: Plan) => (change(plan, 'replace').change.replace_paths = [['rest_api_id']])],
    ['that it failed', (plan: Plan) => (plan.errored = true)],
    ['that it has targets', (plan: Plan) => (plan.complete = false)],
    ['an output', (plan: Plan) => (plan.output_changes = { x: { actions: ['create'], after: 'y' } })],
    ['an action to invoke', (plan: Plan) => (plan.action_invocations = [{ address: 'action.x.y' }])],
    ['a check that fails', (plan: Plan) => (plan.checks = [{ address: { to_display: 'check.x' }, status: 'fail' }])],
    [
      'a deferred change',
      (plan: Plan) => (plan.deferred_changes = [{ reason: 'absent_prereq', resource_change: change(plan, 'create') }]),
    ],
  ])('depends on %s', (_, edit) => {
    const plan = realPlan('reports-api/changed.plan.json');
    const before = digest(plan);
    edit(plan);
    expect(digest(plan)).not.toBe(before);
  });

  it('says of a secret that it changes, and nothing of what it is', () => {
    const plan = (secret: string) => {
      const edited = realPlan('reports-api/changed.plan.json');
      const { change: it } = change(edited, 'update');
      it.before = { ...it.before, client_secret: 'old' };
      it.after = { ...it.after, client_secret: secret };
      it.before_sensitive = it.after_sensitive = { client_secret: true };
      return digest(edited);
    };
    expect(plan('new')).toBe(plan('newer'));
    expect(plan('new')).not.toBe(plan('old'));
  });
});

describe('what changed since a review', () => {
  const reviewed = () => reviewPlans({ api: realPlan('reports-api/changed.plan.json') }, { name: 'dev' });
  const again = (edit: (plan: Plan) => void) => {
    const plan = realPlan('reports-api/changed.plan.json');
    edit(plan);
    return changesSince(reviewed(), reviewPlans({ api: plan }, { name: 'dev' }));
  };

  it('is nothing when the plan means the same', () => {
    expect(again((plan) => (plan.timestamp = '2030-01-01T00:00:00Z'))).toEqual([]);
  });

  it('is a line for each change', () => {
    expect(
      again((plan) => {
        const update = change(plan, 'update', 'aws_api_gateway_method.put_reports_by_id');
        update.change.after.authorization = 'NONE';
        change(plan, 'update', 'aws_api_gateway_stage.api').change.actions = ['delete', 'create'];
        const added = change(plan, 'create', 'aws_api_gateway_method.delete_me').change;
        Object.assign(added, { actions: ['no-op'], before: added.after });
        plan.resource_changes.push({
          address: 'aws_cognito_user_pool.users',
          mode: 'managed',
          type: 'aws_cognito_user_pool',
          name: 'users',
          change: { actions: ['delete'], before: { name: 'people' }, after: null, after_unknown: {} },
        });
      }),
    ).toEqual([
      'api: aws_api_gateway_method.put_reports_by_id: still update, but authorization COGNITO_USER_POOLS -> NONE; other arguments: authorization',
      'api: aws_api_gateway_stage.api: was update, is replace',
      'api: new: delete aws_cognito_user_pool.users',
      'api: no longer: create aws_api_gateway_method.delete_me',
    ]);
  });

  it('is reported when only values differ that are not printed', () => {
    expect(
      again((plan) => edited(change(plan, 'update', 'aws_api_gateway_rest_api.api'), 'binary_media_types', ['x/y'])),
    ).toEqual(
      ['api: aws_api_gateway_rest_api.api: still update, but binary_media_types (not set) -> x/y'].map((line) =>
        line.replace('(not set)', 'not set'),
      ),
    );
  });

  it('is reported when a stack or an environment was not reviewed, or has no plan now', () => {
    const plan = realPlan('reports-api/changed.plan.json');
    expect(changesSince(reviewed(), reviewPlans({ api: plan, web: plan }, { name: 'dev' }))).toEqual([
      'web: is not in the review',
    ]);
    expect(changesSince(reviewed(), reviewPlans({ web: plan }, { name: 'dev' }))).toEqual([]);
    const nothing = { ...plan, resource_changes: [] };
    expect(changesSince(reviewed(), reviewPlans({ web: nothing }, { name: 'dev' }))).toEqual([
      'api: was reviewed, but has no plan now',
      'web: is not in the review',
    ]);
    expect(changesSince(reviewed(), reviewPlans({ api: plan }, { name: 'prod' }))).toEqual([
      'prod is not in the review',
    ]);
  });
});

const digest = (plan: TerraformPlan): string => planDigest(plan).digest;

/** The first change of a kind. */
function change(plan: Plan, action: 'create' | 'update' | 'replace' | 'no-op', address?: string): Plan {
  const wanted = action === 'replace' ? 'create,delete' : action;
  return plan.resource_changes.find(
    (each: Plan) => String(each.change.actions) === wanted && (address === undefined || each.address === address),
  );
}

const isStill = ({ change: { actions }, previous_address: moved }: Plan): boolean =>
  String(actions) === 'no-op' && moved === undefined;

function edited({ change: it }: Plan, name: string, value: unknown = 'something else'): void {
  it.after = { ...it.after, [name]: value };
}

/** The same JSON with the keys of all objects, and the named lists, in another order. */
function shuffled(value: Plan, random: () => number, lists: readonly string[], key = ''): Plan {
  const mixed = <T>(items: readonly T[]): T[] =>
    items
      .map((item) => [random(), item] as const)
      .sort(([a], [b]) => a - b)
      .map(([, item]) => item);
  if (Array.isArray(value)) {
    const items = value.map((item) => shuffled(item, random, lists));
    return lists.includes(key) ? mixed(items) : items;
  }
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    mixed(Object.entries(value)).map(([name, item]) => [name, shuffled(item, random, lists, name)]),
  );
}
