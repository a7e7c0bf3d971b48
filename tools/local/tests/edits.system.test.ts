import { rmSync } from 'node:fs';
import {
  deployStack,
  findTerraform,
  KeptProviders,
  readStacks,
  type Stack,
  Terraform,
  type TerraformBinary,
} from '@gatehouse/terraform';
import { type Emulator, startEmulator } from '../src/emulator';
import { s3Client } from '../src/up/aws-clients';
import { createStateBucket } from '../src/up/state-bucket';
import { whatIsLeft } from '../testing/what-is-left';
import { FixtureWorkspace } from '../testing/fixture-workspace';

const region = 'eu-west-1';
const routes = 'apps/local/routes.ts';

let emulator: Emulator;
let binary: TerraformBinary;
let stacks: Stack[];
const providers = new KeptProviders();
const copy = new FixtureWorkspace();

beforeAll(async () => {
  emulator = await startEmulator();
  binary = await findTerraform();
  await createStateBucket(s3Client(emulator.url, region), { bucket: 'fixture-state', region });
  await copy.synth('local', emulator.url);
  stacks = readStacks(copy.path('apps/local'));
  for (const stack of stacks) await plan(stack, { apply: true });
});

afterAll(async () => {
  await providers.close();
  await emulator.stop();
  copy.remove();
});

describe('an applied environment', () => {
  it('plans nothing right after it was applied', async () => {
    expect(await changes()).toEqual({ people: [], desk: [], shop: [] });
  });

  it('plans nothing when its service is bundled again', async () => {
    rmSync(copy.path('apps/echo/dist'), { recursive: true });
    await copy.synth('local', emulator.url);

    expect(await changes()).toEqual({ people: [], desk: [], shop: [] });
  });

  // Each edit's plan is exact, so it would also show what the edit before it had left undone.
  it('updates the method and deploys anew when a scope changes, and the pools in place when their password policy does', async () => {
    copy.replace(routes, "api.addRoute('GET /orders', { auth: read,", "api.addRoute('GET /orders', { auth: write,");
    copy.replace('environments/base.json', '"minLength": 12', '"minLength": 14');

    expect(await editAndApply()).toEqual({
      people: ['aws_cognito_user_pool.customers: update', 'aws_cognito_user_pool.staff: update'],
      desk: [
        'aws_api_gateway_deployment.desk: replace',
        'aws_api_gateway_method.desk__get_orders: update',
        'aws_api_gateway_stage.desk: update',
      ],
      shop: [],
    });
  });

  it('adds the method and deploys anew when a route is added', async () => {
    copy.replace(routes, "api.addRoute('GET /me',", `${added}api.addRoute('GET /me',`);

    expect(await editAndApply()).toEqual({
      people: [],
      desk: [
        'aws_api_gateway_deployment.desk: replace',
        'aws_api_gateway_integration.desk__delete_me: create',
        'aws_api_gateway_integration_response.desk__options_me: update',
        'aws_api_gateway_method.desk__delete_me: create',
        'aws_api_gateway_stage.desk: update',
      ],
      shop: [],
    });
  });

  it('changes every preflight and the error answers of each API, and deploys anew, when an origin is added', async () => {
    copy.replace(
      'environments/base.json',
      '"http://localhost:3000"',
      '"http://localhost:3000", "http://localhost:4000"',
    );

    const ofApi = (name: string, responses: readonly string[]) => [
      `aws_api_gateway_deployment.${name}: replace`,
      `aws_api_gateway_gateway_response.${name}__default_4xx: update`,
      `aws_api_gateway_gateway_response.${name}__default_5xx: update`,
      ...responses.map((response) => `aws_api_gateway_integration_response.${name}__${response}: update`),
      `aws_api_gateway_stage.${name}: update`,
    ];
    expect(await editAndApply()).toEqual({
      people: [],
      desk: ofApi('desk', ['get_health', 'options_health', 'options_me', 'options_orders']),
      shop: ofApi('shop', ['get_basket_by_id', 'options_basket_by_id']),
    });
  });

  it('deploys once more after a route is removed, because the first snapshot still holds it', async () => {
    copy.replace(routes, added, '');
    await copy.synth('local', emulator.url);
    const redeployed: string[] = [];

    for (const stack of stacks) {
      await deployStack(new Terraform({ binary, stack, providers }), {
        onRedeploy: (addresses) => redeployed.push(...addresses),
      });
    }

    expect(redeployed).toEqual(['aws_api_gateway_deployment.desk']);
    expect(await changes()).toEqual({ people: [], desk: [], shop: [] });
  });

  it('leaves no resource behind when it is destroyed', async () => {
    for (const stack of [...stacks].reverse()) await new Terraform({ binary, stack, providers }).destroy();

    expect(await whatIsLeft(emulator.url, region)).toEqual({});
  });
});

const added = "api.addRoute('DELETE /me', { auth: Auth.idToken(), integration });\n  ";

/** By stack, without the environment. */
type Changes = Readonly<Record<string, readonly string[]>>;

async function editAndApply(): Promise<Changes> {
  await copy.synth('local', emulator.url);
  return eachStack((stack) => plan(stack, { apply: true }));
}

const changes = (): Promise<Changes> => eachStack((stack) => plan(stack, { apply: false }));

async function eachStack(work: (stack: Stack) => Promise<string[]>): Promise<Changes> {
  const done: Record<string, string[]> = {};
  for (const stack of stacks) done[stack.name.replace('local-', '')] = await work(stack);
  return done;
}

/** @returns what is planned, addresses with their actions, and `outputs` when nothing but outputs changes */
async function plan(stack: Stack, { apply }: { apply: boolean }): Promise<string[]> {
  const planned: string[] = [];
  const terraform = new Terraform({
    binary,
    stack,
    providers,
    onEvent: (event) => {
      if (event.kind === 'planned') planned.push(`${event.address}: ${event.action}`);
    },
  });
  await terraform.init();
  const { changes: any, file } = await terraform.plan();
  // Applying a plan announces its changes once more.
  const found = any && planned.length === 0 ? ['outputs'] : planned.toSorted();
  if (any && apply) await terraform.apply(file);
  return found;
}
