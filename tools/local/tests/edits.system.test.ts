import { rmSync } from 'node:fs';
import {
  deployStack,
  findTerraform,
  type PlanJson,
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

jest.setTimeout(240_000);

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
  for (const stack of stacks) await apply(stack);
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

  it('updates the method and deploys anew when a scope changes', async () => {
    copy.replace(
      routes,
      "api.addRoute('GET /reports', { auth: read,",
      "api.addRoute('GET /reports', { auth: write,",
    );

    expect(await editAndApply()).toEqual({
      identity: [],
      api: [
        'aws_api_gateway_deployment.api: create+delete',
        'aws_api_gateway_method.get_reports: update',
        'aws_api_gateway_stage.api: update',
      ],
    });
    expect(await changes()).toEqual({ identity: [], api: [] });
  });

  it('adds the method and deploys anew when a route is added', async () => {
    copy.replace(
      routes,
      "api.addRoute('GET /me',",
      "api.addRoute('DELETE /me', { auth: Auth.idToken(), integration });\n  api.addRoute('GET /me',",
    );

    const { identity, api } = await editAndApply();

    expect(identity).toEqual([]);
    expect(api).toEqual(
      expect.arrayContaining([
        'aws_api_gateway_deployment.api: create+delete',
        'aws_api_gateway_integration.delete_me: create',
        'aws_api_gateway_method.delete_me: create',
        'aws_api_gateway_stage.api: update',
      ]),
    );
    expect(await changes()).toEqual({ identity: [], api: [] });
  });

  it('updates the pool in place when the password policy changes', async () => {
    copy.replace('environments/base.json', '"minLength": 12', '"minLength": 14');

    expect(await editAndApply()).toEqual({
      identity: ['aws_cognito_user_pool.users: update'],
      api: [],
    });
    expect(await changes()).toEqual({ identity: [], api: [] });
  });

  it('changes every preflight and the error answers, and deploys anew, when an origin is added', async () => {
    copy.replace(
      'environments/local.json',
      '"http://localhost:3000"',
      '"http://localhost:3000", "http://localhost:4000"',
    );

    const { identity, api } = await editAndApply();

    expect(identity).toEqual([]);
    expect(api).toEqual(
      expect.arrayContaining([
        'aws_api_gateway_deployment.api: create+delete',
        'aws_api_gateway_gateway_response.default_4xx: update',
        'aws_api_gateway_integration_response.options_me: update',
        'aws_api_gateway_stage.api: update',
      ]),
    );
    expect(await changes()).toEqual({ identity: [], api: [] });
  });

  it('deploys once more after a route is removed, because the first snapshot still holds it', async () => {
    copy.replace(routes, "  api.addRoute('DELETE /me', { auth: Auth.idToken(), integration });\n", '');
    await copy.synth('local', emulator.url);
    const redeployed: string[] = [];
    const [, api] = stacks as [Stack, Stack];
    const terraform = terraformFor(api);
    await terraform.init();

    await deployStack(terraform, { onRedeploy: (addresses) => redeployed.push(...addresses) });

    expect(redeployed).toEqual(['aws_api_gateway_deployment.api']);
    expect(await changes()).toEqual({ identity: [], api: [] });
  });

  it('leaves no resource behind when it is destroyed', async () => {
    for (const stack of [...stacks].reverse()) await terraformFor(stack).destroy();

    expect(await whatIsLeft(emulator.url, region)).toEqual({});
  });
});

const terraformFor = (stack: Stack): Terraform => new Terraform({ binary, stack });

async function apply(stack: Stack): Promise<PlanJson> {
  const terraform = terraformFor(stack);
  await terraform.init();
  const plan = await terraform.plan();
  const json = await terraform.showPlan(plan.file);
  if (plan.changes) await terraform.apply(plan.file);
  return json;
}

async function editAndApply(): Promise<{ identity: string[]; api: string[] }> {
  await copy.synth('local', emulator.url);
  return eachStack(apply);
}

/** What a plan would do now, addresses with their actions. */
const changes = (): Promise<{ identity: string[]; api: string[] }> =>
  eachStack(async (stack) => {
    const terraform = terraformFor(stack);
    await terraform.init();
    const plan = await terraform.plan();
    const json = await terraform.showPlan(plan.file);
    const actions = actionsOf(json);
    // An output can change without any resource.
    expect({ stack: stack.name, changes: plan.changes }).toEqual({
      stack: stack.name,
      changes: actions.length > 0,
    });
    return json;
  });

async function eachStack(work: (stack: Stack) => Promise<PlanJson>) {
  const [identity, api] = stacks as [Stack, Stack];
  return { identity: actionsOf(await work(identity)), api: actionsOf(await work(api)) };
}

function actionsOf(plan: PlanJson): string[] {
  return (plan.resource_changes ?? [])
    .filter(({ change, mode }) => mode === 'managed' && change.actions[0] !== 'no-op')
    .map(({ address, change }) => `${address}: ${change.actions.join('+')}`)
    .sort();
}
