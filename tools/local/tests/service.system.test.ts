import { writeFileSync } from 'node:fs';
import { DynamoDBClient, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { loadEnvironment } from '@gatehouse/environment';
import { surfaceFromState } from '@gatehouse/surface';
import { findTerraform, readStacks, Terraform } from '@gatehouse/terraform';
import { execa } from 'execa';
import { awsOf, type Emulator, startEmulator } from '../src/emulator';
import { type Gateway, publishedKeys, startGateway } from '../src/gateway';
import { iamClient, s3Client } from '../src/up/aws-clients';
import { createBoundary } from '../src/up/boundary';
import { createStateBucket } from '../src/up/state-bucket';
import { WorkspaceCopy } from '../testing/workspace-copy';

const region = 'eu-west-1';
const credentials = { accessKeyId: 'emulator', secretAccessKey: 'emulator' };

const handler = (found: string) => `import { DynamoDBClient, GetItemCommand } from '@aws-sdk/client-dynamodb';
import { type APIGatewayProxyEvent, type APIGatewayProxyResult } from 'aws-lambda';

const dynamo = new DynamoDBClient({});

export async function handler({ pathParameters }: APIGatewayProxyEvent): Promise<APIGatewayProxyResult> {
  const Key = { id: { S: pathParameters?.id ?? '' } };
  const { Item } = await dynamo.send(new GetItemCommand({ TableName: process.env.TABLE, Key }));
  return { statusCode: Item ? 200 : 404, body: Item ? \`${found} \${Item.title?.S}\` : 'none' };
}
`;

const stack = `import { DynamodbTable } from '@cdktf/provider-aws/lib/dynamodb-table';
import { type Environment, resourceName } from '@gatehouse/environment';
import { Code, LambdaFunction } from '@gatehouse/functions';
import { Auth, Integration, RestApi } from '@gatehouse/gateway';
import { EnvironmentStack } from '@gatehouse/platform';
import { type Construct } from 'constructs';

export class OrdersStack extends EnvironmentStack {
  constructor(scope: Construct, environment: Environment) {
    super(scope, 'orders', environment);
    const name = resourceName(environment, 'orders');
    const attribute = [{ name: 'id', type: 'S' }];
    const table = new DynamodbTable(this, 'table', { name, hashKey: 'id', attribute, billingMode: 'PAY_PER_REQUEST' });
    const orders = new LambdaFunction(this, 'orders', {
      functionName: name,
      code: Code.service('orders'),
      variables: { TABLE: table.name },
      live: {},
    });
    orders.allowTable(table, 'read');
    const throttle = { rateLimit: 10, burstLimit: 20 };
    const api = new RestApi(this, 'shop', { name, stage: { name: 'local', throttle, accessLog: { retentionDays: 7 } } });
    api.addRoute('GET /orders/{id}', { auth: Auth.public('A test calls it'), integration: Integration.lambda(orders) });
  }
}
`;

const copy = new WorkspaceCopy();
let emulator: Emulator;
let gateway: Gateway | undefined;

beforeAll(async () => {
  await execa('node', ['node_modules/.bin/nx', 'g', '@gatehouse/nx-cdktf:service', 'orders'], {
    cwd: copy.root,
    env: { NX_DAEMON: 'false' },
  });
  writeFileSync(copy.path('apps/orders/src/index.ts'), handler('found'));
  writeFileSync(copy.path('apps/local/orders-stack.ts'), stack);
  copy.replace('apps/local/main.ts', '(app, env) => {\n', '(app, env) => {\n  new OrdersStack(app, env);\n');
  copy.replace(
    'apps/local/main.ts',
    "import { environment } from '@gatehouse/platform';\n",
    "import { environment } from '@gatehouse/platform';\nimport { OrdersStack } from './orders-stack';\n",
  );
  emulator = await startEmulator();
  await createStateBucket(s3Client(emulator.url, region), { bucket: 'gatehouse-local-state', region });
  await copy.synth('local', emulator.url);
  const environment = loadEnvironment('local', { directory: copy.path('environments') });
  await createBoundary(iamClient(emulator.url, region), environment, readStacks(copy.path('apps/local')));
});

afterAll(async () => {
  await gateway?.close();
  await emulator.stop();
  copy.remove();
});

it('a service that is generated and mounted reads its table, and is served again when it is built again', async () => {
  const orders = readStacks(copy.path('apps/local')).find(({ name }) => name === 'local-orders');
  const terraform = new Terraform({ binary: await findTerraform(), stack: orders! });
  await terraform.init();
  await terraform.apply((await terraform.plan()).file);
  const dynamo = new DynamoDBClient({ region, endpoint: emulator.url, credentials });
  const Item = { id: { S: '1' }, title: { S: 'a lamp' } };
  await dynamo.send(new PutItemCommand({ TableName: 'gatehouse-local-orders', Item }));
  gateway = await startGateway({
    surface: surfaceFromState({ 'local-orders': await terraform.showState() }),
    keys: publishedKeys(emulator.url),
    functionRoots: [orders!.directory],
    services: copy.path('apps'),
    aws: awsOf(emulator),
    onAccessLog: () => undefined,
    onFunctionOutput: () => undefined,
  });

  expect(await get('1')).toEqual([200, 'found a lamp']);
  expect(await get('2')).toEqual([404, 'none']);

  writeFileSync(copy.path('apps/orders/src/index.ts'), handler('found again'));
  await execa('node', ['tools/gatehouse/bin/gatehouse.cjs', 'build', 'orders'], { cwd: copy.root });
  expect(await get('1')).toEqual([200, 'found again a lamp']);
});

async function get(id: string): Promise<[status: number, body: string]> {
  const response = await fetch(`${gateway!.url}/local/orders/${id}`);
  return [response.status, await response.text()];
}
