import { differences, readPlans, type TerraformPlan } from '@gatehouse/surface';
import { type PlanJson } from '@gatehouse/terraform';
import { type Emulator, startEmulator } from '../src/emulator';
import { ChangingApi, type Served } from './changing-api/stack';

// Two APIs that change, by `terraform apply` alone: docs/gateway/removed-routes.md.

let emulator: Emulator;
let apis: ChangingApi;
let before: readonly Served[];
let addresses: ChangingApi['outputs'];
let importing: PlanJson;
let deploying: PlanJson;
/** What changed `reports` in AWS, and what its stage served then: in the second and the third apply. */
let imported: ChangingApi['aws']['steps'];
let deployed: ChangingApi['aws']['steps'];

beforeAll(async () => {
  emulator = await startEmulator();
  apis = new ChangingApi(emulator);
  await apis.start();
  await apis.plan('first');
  await apis.apply();
  before = await apis.served('reports_id');
  addresses = apis.outputs;
  importing = await apis.plan('second');
  await apis.apply();
  imported = apis.stepsOf('reports_id');
  deploying = await apis.plan('third');
  await apis.apply();
  deployed = apis.stepsOf('reports_id');
});

afterAll(async () => {
  await apis?.close();
  await emulator?.stop();
});

const actionsOf = ({ resource_changes: changes = [] }: PlanJson): readonly string[] =>
  changes
    .filter(({ change }) => change.actions.join() !== 'no-op')
    .map(({ address, change }) => `${address} ${change.actions.join()}`);

/** What the review says of the API that becomes a body. */
const reviewOf = (plan: PlanJson): readonly string[] =>
  differences(readPlans({ api: plan as TerraformPlan }))
    .filter(({ address }) => address.includes('.api'))
    .map(({ message, rule, severity }) => `${severity} ${rule} ${message}`);

describe('one OpenAPI body', () => {
  it('serves neither a removed route nor an integration that was replaced, after one apply', async () => {
    expect(await apis.served('orders_id')).toEqual([
      { route: 'GET /orders', guard: 'COGNITO_USER_POOLS', scopes: [], integration: 'HTTP_PROXY' },
    ]);
  });
});

describe('resources that become an OpenAPI body', () => {
  it('has the routes, guards and integrations that it had', async () => {
    expect(before.map(({ route }) => route)).toEqual([
      'GET /health',
      'OPTIONS /health',
      'GET /reports',
      'OPTIONS /reports',
      'POST /reports',
    ]);
    expect(await apis.served('reports_id')).toEqual(before);
  });

  it('is forgotten as resources while the body is imported', () => {
    const ofReports = actionsOf(importing).filter((action) => !action.includes('.orders '));

    expect(ofReports).toContain('aws_api_gateway_method.get_reports forget');
    expect(ofReports.filter((action) => !action.endsWith(' forget'))).toEqual(['aws_api_gateway_rest_api.api update']);
    expect(imported.map(({ request }) => request)).toEqual([`PUT /restapis/${addresses.reports_id}?mode=overwrite`]);
  });

  it('is deployed by the next apply, which deletes nothing but the deployment that was served', () => {
    const id = addresses.reports_id;

    expect(deployed.map(({ request }) => request)).toEqual([
      `POST /restapis/${id}/deployments`,
      `PATCH /restapis/${id}/stages/dev`,
      expect.stringContaining(`DELETE /restapis/${id}/deployments/`),
    ]);
  });

  it('serves its routes with their guards after each request on the way', () => {
    for (const { after } of [...imported, ...deployed]) expect(after).toEqual(before);
  });

  it('is one expected finding of the review in each of both plans', () => {
    expect(reviewOf(importing)).toEqual([
      'expected api-definition-moved reports has 5 routes in one OpenAPI body from now on, and Terraform forgets the resources. Guards and backends stay the same.',
    ]);
    expect(reviewOf(deploying)).toEqual([
      'expected deployment-replaced Callers get the API as this plan leaves it, without a gap.',
    ]);
  });

  it('keeps its id and its URL', () => {
    expect(apis.outputs).toEqual(addresses);
  });
});

it('plans no change afterwards', async () => {
  expect(actionsOf(await apis.plan('third'))).toEqual([]);
});
