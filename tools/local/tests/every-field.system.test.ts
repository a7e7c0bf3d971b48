import { readFileSync, writeFileSync } from 'node:fs';
import { deployStack, findTerraform, readStacks, Terraform } from '@gatehouse/terraform';
import { type Emulator, startEmulator } from '../src/emulator';
import { s3Client } from '../src/up/aws-clients';
import { createStateBucket } from '../src/up/state-bucket';
import { WorkspaceCopy } from '../testing/workspace-copy';

jest.setTimeout(240_000);

const region = 'eu-west-1';
const account = '123456789012';
const document = 'libs/stacks/src/openapi.yaml';

let emulator: Emulator;
const copy = new WorkspaceCopy();

beforeAll(async () => {
  emulator = await startEmulator();
  await createStateBucket(s3Client(emulator.url, region), { bucket: 'gatehouse-local-state', region });
});

afterAll(async () => {
  await emulator.stop();
  copy.remove();
});

/**
 * What local has not: everything that stands before an API, around it, and beside its people. But for the record in
 * Route 53, after which the provider waits for 10 to 30 seconds.
 */
function everyField() {
  const photos = {
    actions: ['s3:GetObject'],
    resources: ['arn:aws:s3:::photos/${cognito-identity.amazonaws.com:sub}/*'],
  };
  return {
    identity: { identityPool: { guests: true, authenticated: [photos], guestPermissions: [photos] } },
    api: {
      definition: { openapi: document },
      waf: {
        managedRules: ['AWSManagedRulesAmazonIpReputationList', 'AWSManagedRulesCommonRuleSet'],
        rateLimitPer5Minutes: 2000,
        userPool: true,
      },
      domain: {
        name: 'api.example.com',
        certificateArn: `arn:aws:acm:${region}:${account}:certificate/a`,
        basePath: 'v1',
        disableDefaultEndpoint: true,
      },
      cache: { sizeGb: 0.5, ttlSeconds: 60 },
    },
    alarms: {
      email: 'alerts@example.com',
      serverErrorPercent: 1,
      clientErrorPercent: 20,
      latencyP99Milliseconds: 3000,
      unauthorizedPer5Minutes: 500,
      throttledPer5Minutes: 100,
    },
  };
}

it('an environment with every field is applied, and plans nothing afterwards', async () => {
  writeEnvironment();
  copy.replace(
    document,
    '    get:\n      summary: Whether',
    '    get:\n      x-gatehouse-cached: true\n      summary: Whether',
  );
  await copy.synth('local', emulator.url);
  const binary = await findTerraform();
  const stacks = readStacks(copy.path('apps/local'));

  let planned: string[] = [];
  const left: string[] = [];
  for (const stack of stacks) {
    const terraform = new Terraform({
      binary,
      stack,
      onEvent: (event) => {
        if (event.kind === 'planned') planned.push(`${event.address}: ${event.action}`);
      },
    });
    await terraform.init();
    await deployStack(terraform);
    planned = [];
    await terraform.plan();
    left.push(...planned);
  }
  expect(left).toEqual([]);
});

function writeEnvironment(): void {
  const file = copy.path('environments/local.json');
  const local = JSON.parse(readFileSync(file, 'utf8')) as { identity: object; api: object };
  const { alarms, api, identity } = everyField();
  const all = {
    ...local,
    identity: { ...local.identity, ...identity },
    api: { ...local.api, ...api },
    alarms,
  };
  writeFileSync(file, JSON.stringify(all, null, 2));
}
