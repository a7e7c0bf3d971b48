import { type PlanJson } from '@gatehouse/terraform';
import { type Emulator, startEmulator } from '../src/emulator';
import { ChangingApi, type Served } from './changing-api/stack';

// Two APIs that change, by one `terraform apply`: docs/gateway/removed-routes.md and docs/gateway/change-over.md.

let emulator: Emulator;
let apis: ChangingApi;
let before: readonly Served[];
let addresses: ChangingApi['outputs'];
let forgetting: PlanJson;
let changesToReports: readonly string[];

beforeAll(async () => {
  emulator = await startEmulator();
  apis = new ChangingApi(emulator);
  await apis.start();
  await apis.plan('first');
  await apis.apply();
  before = await apis.served('reports_id');
  addresses = apis.outputs;
  forgetting = await apis.plan('second');
  await apis.apply();
  changesToReports = apis.changesTo('reports_id');
  await apis.plan('third');
  await apis.apply();
});

afterAll(async () => {
  await apis?.close();
  await emulator?.stop();
});

const actionsOf = ({ resource_changes: changes = [] }: PlanJson): readonly string[] =>
  changes
    .filter(({ change }) => change.actions.join() !== 'no-op')
    .map(({ address, change }) => `${address} ${change.actions.join()}`);

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

  it('is forgotten as resources before, when nothing changes in AWS', () => {
    const ofReports = actionsOf(forgetting).filter((action) => !action.includes('.orders '));

    expect(ofReports).toContain('aws_api_gateway_method.get_reports forget');
    expect(ofReports.filter((action) => !action.endsWith(' forget'))).toEqual([]);
    expect(changesToReports).toEqual([]);
  });

  it('serves them with their guards after each request on the way', () => {
    expect(apis.aws.steps.map(({ request }) => request)).toContain(
      `PUT /restapis/${addresses.reports_id}?mode=overwrite`,
    );
    for (const { after } of apis.aws.steps) expect(after).toEqual(before);
  });

  it('keeps its id and its URL', () => {
    expect(apis.outputs).toEqual(addresses);
  });

  it('deletes nothing but the deployment that was served', () => {
    const deleted = apis.changesTo('reports_id').filter((request) => request.startsWith('DELETE'));

    expect(deleted).toEqual([expect.stringContaining('/deployments/')]);
  });
});

it('plans no change afterwards', async () => {
  expect(actionsOf(await apis.plan('third'))).toEqual([]);
});
