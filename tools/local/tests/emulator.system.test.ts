import { surfaceFromState } from '@gatehouse/surface';
import { findTerraform, Terraform } from '@gatehouse/terraform';
import { rmSync } from 'node:fs';
import { type Emulator, startEmulator } from '../src/emulator';
import { apiKeyValues } from '../src/up/api-keys';
import { whatIsLeft } from '../testing/what-is-left';
import { DriftStack } from './drift/stack';

let emulator: Emulator;
let stack: DriftStack;
let terraform: Terraform;

beforeAll(async () => {
  emulator = await startEmulator();
  stack = new DriftStack(emulator.url);
  terraform = new Terraform({ binary: await findTerraform(), stack });
  await terraform.init();
});

afterAll(async () => {
  await emulator?.stop();
  rmSync(stack.root, { recursive: true });
});

/** Addresses that would change; empty when state, configuration and emulator agree. */
async function changesLeft(): Promise<string[]> {
  const { changes } = await terraform.plan();
  if (!changes) return [];
  const { resource_changes = [] } = await terraform.showPlan();
  return resource_changes.filter(({ change }) => !change.actions.includes('no-op')).map(({ address }) => address);
}

describe('every resource type our stacks use, by real Terraform', () => {
  it('is made, and plans nothing afterwards', async () => {
    expect((await terraform.plan()).summary?.add).toBeGreaterThan(50);
    await terraform.apply();
    expect(await changesLeft()).toEqual([]);
  });

  it('has API keys: which are good is in the state, their values are asked of the emulator', async () => {
    const [plan] = surfaceFromState({ drift: await terraform.showState() }).usagePlans;
    expect(plan?.stages).toMatchObject([{ stage: 'drift' }]);
    expect(plan?.keys).toMatchObject([{ enabled: true }]);
    const valueOf = apiKeyValues(emulator.url, 'eu-west-1');
    expect(await valueOf(plan!.keys[0]!.id)).toMatch(/^\w{20,}$/);
    expect(await valueOf('gone')).toBeUndefined();
  });

  it('takes an edit of each attribute, and plans nothing afterwards', async () => {
    stack.write({ edited: true });
    expect((await terraform.plan()).summary?.change).toBeGreaterThan(40);
    await terraform.apply();
    expect(await changesLeft()).toEqual([]);
  });

  it('serves a route that was removed, where the deployment was made before it was gone', async () => {
    const { values } = await terraform.showState();
    const resources = new Map(values?.root_module?.resources?.map((each) => [each.address, each]));
    expect([...resources.keys()].filter((address) => address.includes('.removed'))).toEqual([]);
    const idOf = (address: string) => resources.get(address)?.values?.id as string;
    const served = [
      { apiId: idOf('aws_api_gateway_rest_api.api'), stage: 'drift' },
      { apiId: idOf('aws_apigatewayv2_api.http'), stage: 'dev' },
    ];
    for (const query of served) {
      const answer = await fetch(`${emulator.url}/moto-api/gatehouse/deployment?${new URLSearchParams(query)}`);
      const { routes } = (await answer.json()) as { routes: object[] };
      expect(routes).toContainEqual(expect.objectContaining({ method: 'DELETE' }));
    }
  });

  it('is destroyed, and leaves nothing in the emulator', async () => {
    expect(Object.keys(await whatIsLeft(emulator.url, 'eu-west-1'))).toEqual(
      expect.arrayContaining([
        'cognito-idp',
        'cognito-identity',
        'apigateway',
        'lambda',
        'iam',
        'logs',
        'wafv2',
        'acm',
        'monitoring',
        'sns',
      ]),
    );
    await terraform.destroy();
    expect(await whatIsLeft(emulator.url, 'eu-west-1')).toEqual({});
  });
});
