import { rmSync } from 'node:fs';
import {
  deployStack,
  findTerraform,
  readStacks,
  type Stack,
  Terraform,
  type TerraformBinary,
} from '@gatehouse/terraform';
import { type Emulator, startEmulator } from '../src/emulator';
import { s3Client } from '../src/up/aws-clients';
import { createStateBucket } from '../src/up/state-bucket';
import { whatIsLeft } from '../testing/what-is-left';
import { WorkspaceCopy } from '../testing/workspace-copy';

const region = 'eu-west-1';
const routes = 'libs/stacks/src/routes.ts';

let emulator: Emulator;
let binary: TerraformBinary;
let stacks: Stack[];
const copy = new WorkspaceCopy();

beforeAll(async () => {
  emulator = await startEmulator();
  binary = await findTerraform();
  await createStateBucket(s3Client(emulator.url, region), { bucket: 'gatehouse-local-state', region });
  await copy.synth('local', emulator.url);
  stacks = readStacks(copy.path('apps/local'));
  for (const stack of stacks) await plan(stack, { apply: true });
});

afterAll(async () => {
  await emulator.stop();
  copy.remove();
});

describe('the applied local environment', () => {
  it('plans nothing right after it was applied', async () => {
    expect(await changes()).toEqual({ identity: [], api: [] });
  });

  it('plans nothing when the Lambda is bundled again', async () => {
    rmSync(copy.path('apps/api/dist'), { recursive: true });
    await copy.synth('local', emulator.url);

    expect(await changes()).toEqual({ identity: [], api: [] });
  });

  // Each edit's plan is exact, so it would also show what the edit before it had left undone.
  it('updates the method and deploys anew when a scope changes, and the pool in place when its password policy does', async () => {
    copy.replace(routes, "api.addRoute('GET /reports', { auth: read,", "api.addRoute('GET /reports', { auth: write,");
    copy.replace('environments/base.json', '"minLength": 12', '"minLength": 14');

    expect(await editAndApply()).toEqual({
      identity: ['aws_cognito_user_pool.users: update'],
      api: [
        'aws_api_gateway_deployment.api: replace',
        'aws_api_gateway_method.get_reports: update',
        'aws_api_gateway_stage.api: update',
      ],
    });
  });

  it('adds the method and deploys anew when a route is added', async () => {
    copy.replace(
      routes,
      "api.addRoute('GET /me',",
      "api.addRoute('DELETE /me', { auth: Auth.idToken(), integration });\n  api.addRoute('GET /me',",
    );

    expect(await editAndApply()).toEqual({
      identity: [],
      api: [
        'aws_api_gateway_deployment.api: replace',
        'aws_api_gateway_integration.delete_me: create',
        'aws_api_gateway_integration_response.options_me: update',
        'aws_api_gateway_method.delete_me: create',
        'aws_api_gateway_stage.api: update',
      ],
    });
  });

  it('changes every preflight, the error answers and the function, and deploys anew, when an origin is added', async () => {
    copy.replace(
      'environments/local.json',
      '"http://localhost:3000"',
      '"http://localhost:3000", "http://localhost:4000"',
    );

    const preflights = ['health', 'me', 'reports', 'reports_by_id'];
    expect(await editAndApply()).toEqual({
      identity: [],
      api: [
        'aws_api_gateway_deployment.api: replace',
        'aws_api_gateway_gateway_response.default_4xx: update',
        'aws_api_gateway_gateway_response.default_5xx: update',
        'aws_api_gateway_integration_response.get_health: update',
        ...preflights.map((path) => `aws_api_gateway_integration_response.options_${path}: update`),
        'aws_api_gateway_stage.api: update',
        'aws_lambda_function.service: update',
      ],
    });
  });

  it('deploys once more after a route is removed, because the first snapshot still holds it', async () => {
    copy.replace(routes, "  api.addRoute('DELETE /me', { auth: Auth.idToken(), integration });\n", '');
    await copy.synth('local', emulator.url);
    const redeployed: string[] = [];
    const [, api] = stacks as [Stack, Stack];

    await deployStack(new Terraform({ binary, stack: api }), {
      onRedeploy: (addresses) => redeployed.push(...addresses),
    });

    expect(redeployed).toEqual(['aws_api_gateway_deployment.api']);
    expect(await changes()).toEqual({ identity: [], api: [] });
  });

  it('leaves no resource behind when it is destroyed', async () => {
    for (const stack of [...stacks].reverse()) await new Terraform({ binary, stack }).destroy();

    expect(await whatIsLeft(emulator.url, region)).toEqual({});
  });
});

interface Changes {
  readonly identity: readonly string[];
  readonly api: readonly string[];
}

async function editAndApply(): Promise<Changes> {
  await copy.synth('local', emulator.url);
  return eachStack((stack) => plan(stack, { apply: true }));
}

const changes = (): Promise<Changes> => eachStack((stack) => plan(stack, { apply: false }));

async function eachStack(work: (stack: Stack) => Promise<string[]>): Promise<Changes> {
  const [identity, api] = stacks as [Stack, Stack];
  return { identity: await work(identity), api: await work(api) };
}

/** @returns what is planned, addresses with their actions, and `outputs` when nothing but outputs changes */
async function plan(stack: Stack, { apply }: { apply: boolean }): Promise<string[]> {
  const planned: string[] = [];
  const terraform = new Terraform({
    binary,
    stack,
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
