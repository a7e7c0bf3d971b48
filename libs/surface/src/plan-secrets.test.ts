import fc from 'fast-check';
import { fixture } from '../testing/fixture';
import { entryOf, realPlan } from '../testing/real-plan';
import { differences, readPlans } from './index';

const CANARY = 'canary-7f3b';
type Path = readonly (string | number)[];
type Json = Record<string | number, unknown>;

/** Every place in a value that holds text. */
function* texts(value: unknown, path: Path = []): Generator<Path> {
  if (typeof value === 'string') yield path;
  else if (typeof value === 'object' && value !== null) {
    for (const [key, item] of Object.entries(value)) {
      yield* texts(item, [...path, Array.isArray(value) ? Number(key) : key]);
    }
  }
}

function put(target: Json, path: Path, value: unknown): void {
  const parent = path.slice(0, -1).reduce((at, key) => at[key] as Json, target);
  parent[path.at(-1) as string] = value;
}

/** The mask that says `true` at a path, in the shape Terraform writes. */
const mask = (path: Path): unknown =>
  path.reduceRight<unknown>((inner, key) => {
    if (typeof key !== 'number') return { [key]: inner };
    return Array.from({ length: key + 1 }, (_, index) => (index === key ? inner : false));
  }, true);

/** All that is made of a plan. */
function everythingOf(plan: unknown): string {
  const read = readPlans([plan as never]);
  return JSON.stringify([read, differences(read)]);
}

const files = ['reports-api', 'reports-identity', 'modules'] as const;
const places = files.flatMap((file) => {
  const changes: { change: Json }[] = fixture(file, 'changed.plan.json').resource_changes;
  return changes.flatMap(({ change }, index) =>
    (['before', 'after'] as const).flatMap((side) =>
      [...texts(change[side])].map((path) => ({ file, index, side, path })),
    ),
  );
});

describe('secrets of a plan', () => {
  it('never come out of the settings of a company login, which Terraform does not mark', () => {
    const plan = realPlan('cognito');
    const address = 'aws_cognito_identity_provider.sign_in_provider_lost_fires';
    entryOf(plan, address).change.before.provider_details.client_secret = CANARY;
    const drift = plan.resource_drift.find((entry: { address: string }) => entry.address === address);
    drift.change.after = { ...drift.change.after, provider_details: { client_secret: CANARY } };
    expect(everythingOf(plan)).not.toContain(CANARY);
    expect(everythingOf(plan)).toContain('https://login.example.com');
  });

  it('never come into a surface, a change or a finding, wherever they are and however far up the mask says so', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...places),
        fc.constantFrom('before_sensitive', 'after_sensitive'),
        fc.nat(),
        ({ file, index, side, path }, where, height) => {
          const plan = fixture(file, 'changed.plan.json');
          const { change } = plan.resource_changes[index];
          put(change[side], path, CANARY);
          change[where] = mask(path.slice(0, path.length - (height % (path.length + 1))));
          expect(everythingOf(plan)).not.toContain(CANARY);
        },
      ),
      { numRuns: 150 },
    );
  });

  it('never come into a surface from variables, outputs, configuration or the prior state', () => {
    const plan = fixture('reports-api', 'changed.plan.json');
    plan.variables = { secret: { value: CANARY } };
    plan.planned_values = JSON.parse(JSON.stringify(plan.planned_values).replaceAll('reports', CANARY));
    plan.output_changes = { secret: { actions: ['update'], before: CANARY, after: CANARY } };
    plan.configuration.root_module.variables = { secret: { default: CANARY, sensitive: true } };
    plan.configuration = JSON.parse(JSON.stringify(plan.configuration), (key, value) =>
      key === 'constant_value' ? CANARY : value,
    );
    plan.prior_state.values.outputs = { secret: { sensitive: true, value: CANARY } };
    plan.prior_state.values.root_module.resources.push({
      address: 'aws_cognito_user_pool.hidden',
      mode: 'managed',
      type: 'aws_cognito_user_pool',
      name: 'hidden',
      values: { name: CANARY, lambda_config: [{ pre_sign_up: CANARY }] },
      sensitive_values: { name: true, lambda_config: true },
    });
    expect(readPlans([plan]).after.userPools).toHaveLength(1);
    expect(everythingOf(plan)).not.toContain(CANARY);
  });

  it('loses no route, whatever is unknown', () => {
    const methods = places.filter(({ file, side }) => file === 'reports-api' && side === 'after');
    fc.assert(
      fc.property(fc.constantFrom(...methods), ({ index, path }) => {
        const plan = fixture('reports-api', 'changed.plan.json');
        const { change } = plan.resource_changes[index];
        put(change.after, path, null);
        change.after_unknown = mask(path);
        change.actions = ['update'];
        change.before ??= { ...change.after };
        const routes = readPlans([plan]).after.apis.flatMap((api) => api.routes);
        expect(routes.map(({ address }) => address).sort()).toEqual([
          'aws_api_gateway_method.delete_me',
          'aws_api_gateway_method.get_me',
          'aws_api_gateway_method.options_me',
          'aws_api_gateway_method.put_reports_by_id',
          'aws_api_gateway_method.root',
        ]);
      }),
      { numRuns: 100 },
    );
  });
});
