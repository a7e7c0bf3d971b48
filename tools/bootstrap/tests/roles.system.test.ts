import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CreateBucketCommand } from '@aws-sdk/client-s3';
import { type Emulator, startEmulator } from '@gatehouse/local-tools/emulator';
import { findTerraform, readStacks, type Stack, Terraform, type TerraformBinary } from '@gatehouse/terraform';
import { isAllowed, type PolicyStatement } from '@gatehouse/testing/iam';
import { execa } from 'execa';
import { awsClients } from '../src/aws';
import { inCheckout } from '../src/workspace';
import { type IamRequest, iamRequests } from '../testing/iam-request';
import { Recorder } from '../testing/recorder';

// Real Terraform and a real emulator; on a slow machine that takes minutes.
jest.setTimeout(600_000);

/**
 * The emulator grants everything, so every request that Terraform makes is written down and then judged by the policies
 * of the roles: they must be enough to plan, deploy, change and destroy an environment.
 */
let emulator: Emulator;
let recorder: Recorder;
let binary: TerraformBinary;
let stacks: Stack[];
let policies: Record<'plan' | 'deploy', PolicyStatement[]>;
const folder = realpathSync(mkdtempSync(join(tmpdir(), 'gatehouse-roles-')));

beforeAll(async () => {
  emulator = await startEmulator();
  recorder = await new Recorder(emulator.url).open();
  binary = await findTerraform();
  const { s3 } = awsClients({ region: 'eu-west-1', endpoint: emulator.url });
  await s3.send(new CreateBucketCommand({ Bucket: 'gatehouse-local-state' }));
  mkdirSync(join(folder, 'local'));
  await node([inCheckout('apps/api/build.mjs')]);
  await node(['-r', inCheckout('register-ts.cjs'), inCheckout('apps/main.ts')]);
  stacks = readStacks(join(folder, 'local')).filter(({ name }) => name.startsWith('local-'));
  await node([
    '-r',
    inCheckout('register-ts.cjs'),
    inCheckout('apps/bootstrap/main.ts'),
    join(folder, 'bootstrap'),
  ]);
  policies = { plan: policyOf('plan'), deploy: policyOf('deploy') };
});

afterAll(async () => {
  await recorder?.close();
  await emulator?.stop();
  rmSync(folder, { recursive: true, force: true });
});

async function node(args: readonly string[]): Promise<void> {
  const env = { GATEHOUSE_AWS_ENDPOINT: recorder.url, CDKTF_OUTDIR: join(folder, 'local', 'cdktf.out') };
  await execa(process.execPath, args, { cwd: inCheckout(), env });
}

/** The policy of a role of `local`, with what bootstrap would have made. */
function policyOf(does: 'plan' | 'deploy'): PolicyStatement[] {
  const file = join(folder, 'bootstrap/stacks/bootstrap-123456789012-eu-west-1/cdk.tf.json');
  const config = JSON.parse(readFileSync(file, 'utf8')) as {
    resource: { aws_iam_role_policy: Record<string, { policy: string }> };
  };
  const text = String(config.resource.aws_iam_role_policy[`local_${does}`]?.policy)
    .replaceAll('${aws_s3_bucket.state.arn}', 'arn:aws:s3:::gatehouse-local-state')
    .replaceAll('${aws_kms_key.state.arn}', 'arn:aws:kms:eu-west-1:123456789012:key/state');
  return (JSON.parse(text) as { Statement: PolicyStatement[] }).Statement;
}

async function inOrder(run: (terraform: Terraform) => Promise<unknown>, order = stacks): Promise<void> {
  for (const stack of order) {
    const terraform = new Terraform({ binary, stack });
    await terraform.init();
    await run(terraform);
  }
}

/** Every different thing that was asked for since the last time, and whether the role may. */
function judged(role: 'plan' | 'deploy'): { asked: IamRequest[]; refused: IamRequest[] } {
  const asked = recorder.take().flatMap(iamRequests);
  const different = [...new Map(asked.map((request) => [JSON.stringify(request), request])).values()];
  const refused = different.filter(
    ({ action, resource, context }) => !isAllowed(policies[role], action, resource, context),
  );
  return { asked: different, refused };
}

const actionsOf = (requests: readonly IamRequest[]) => [...new Set(requests.map(({ action }) => action))];

describe('the roles of an environment', () => {
  it('let a workflow deploy it for the first time', async () => {
    await inOrder(async (terraform) => terraform.apply((await terraform.plan()).file));
    const { asked, refused } = judged('deploy');
    expect(refused).toEqual([]);
    expect(actionsOf(asked)).toEqual(
      expect.arrayContaining(['iam:PassRole', 's3:PutObject', 'apigateway:POST']),
    );
  });

  it('let a workflow plan changes of every kind of thing in it, and then make them', async () => {
    for (const { directory } of stacks) changeAll(join(directory, 'cdk.tf.json'));
    await inOrder((terraform) => terraform.plan({ lock: false }));
    const planned = judged('plan');
    expect(planned.refused).toEqual([]);
    expect(actionsOf(planned.asked).filter((action) => /Put|Create|Update|POST|PATCH/.test(action))).toEqual(
      [],
    );

    await inOrder((terraform) => terraform.apply());
    const { asked, refused } = judged('deploy');
    expect(refused).toEqual([]);
    expect(actionsOf(asked)).toEqual(
      expect.arrayContaining([
        'cognito-idp:UpdateUserPool',
        'lambda:UpdateFunctionConfiguration',
        'apigateway:PATCH',
      ]),
    );
  });

  it('let a workflow destroy it', async () => {
    await inOrder((terraform) => terraform.destroy(), [...stacks].reverse());
    const { asked, refused } = judged('deploy');
    expect(refused).toEqual([]);
    expect(actionsOf(asked)).toEqual(
      expect.arrayContaining(['cognito-idp:DeleteUserPool', 'lambda:DeleteFunction', 'iam:DeleteRole']),
    );
  });
});

/** Another tag on everything, and another description where there is one. */
function changeAll(file: string): void {
  const config = JSON.parse(readFileSync(file, 'utf8')) as {
    provider: { aws: { default_tags: { tags: Record<string, string> }[] }[] };
    resource: Record<string, Record<string, Record<string, unknown>>>;
  };
  config.provider.aws[0]!.default_tags[0]!.tags['Team'] = 'changed';
  const edit = (type: string, changes: object) =>
    Object.values(config.resource[type] ?? {}).forEach((resource) => Object.assign(resource, changes));
  edit('aws_cloudwatch_log_group', { retention_in_days: 3 });
  edit('aws_lambda_function', { description: 'changed' });
  edit('aws_iam_role', { description: 'changed' });
  edit('aws_api_gateway_rest_api', { description: 'changed' });
  edit('aws_cognito_user_pool', { password_policy: { minimum_length: 20 } });
  edit('aws_cognito_user_pool_client', { access_token_validity: 7 });
  writeFileSync(file, JSON.stringify(config));
}
