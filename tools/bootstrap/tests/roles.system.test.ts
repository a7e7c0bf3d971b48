import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CreateBucketCommand } from '@aws-sdk/client-s3';
import { type Emulator, startEmulator } from '@gatehouse/local-tools/emulator';
import { FixtureWorkspace } from '@gatehouse/local-tools/fixture-workspace';
import { loadEnvironment } from '@gatehouse/environment';
import { catalogue, formatRights, renewed } from '@gatehouse/rights';
import { findTerraform, readStacks, type Stack, Terraform, type TerraformBinary } from '@gatehouse/terraform';
import { isAllowed } from '@gatehouse/policy/testing';
import { execa } from 'execa';
import { awsClients } from '../src/aws';
import { derivedRights } from '../src/rights/derive';
import { changeAll } from '../testing/change-all';
import { writeEveryService } from '../testing/every-service';
import { type IamRequest, iamRequests } from '../testing/iam-request';
import { Recorder } from '../testing/recorder';

/**
 * The emulator grants everything, so every request that Terraform makes is written down and then evaluated by the policies
 * of the roles: they must be enough to plan, deploy, change and destroy an environment that has everything.
 */
let emulator: Emulator;
let recorder: Recorder;
let binary: TerraformBinary;
let stacks: Stack[];
let policies: Record<'plan' | 'deploy', unknown[]>;
const copy = new FixtureWorkspace();

beforeAll(async () => {
  emulator = await startEmulator();
  recorder = await new Recorder(emulator.url).open();
  binary = await findTerraform();
  const { s3 } = awsClients({ region: 'eu-west-1', endpoint: emulator.url });
  await s3.send(new CreateBucketCommand({ Bucket: 'fixture-state' }));
  writeEveryService(copy);
  await copy.synth('local', recorder.url);
  stacks = readStacks(copy.path('apps/local'));
  writeRights();
  const bootstrap = ['-r', './register-ts.cjs', 'apps/bootstrap/main.ts'];
  await execa(process.execPath, bootstrap, { cwd: copy.root });
  policies = { plan: policyOf('plan'), deploy: policyOf('deploy') };
});

afterAll(async () => {
  await recorder?.close();
  await emulator?.stop();
  copy.remove();
});

/** Everything that a role of `local` may do, with what bootstrap would have made. */
function policyOf(does: 'plan' | 'deploy'): unknown[] {
  const stack = 'apps/bootstrap/cdktf.out/stacks/bootstrap-123456789012-eu-west-1';
  const file = copy.path(stack, 'cdk.tf.json');
  const { resource } = JSON.parse(readFileSync(file, 'utf8')) as {
    resource: Record<'aws_iam_role_policy' | 'aws_iam_policy', Record<string, { policy: string }>>;
  };
  const attached = Object.entries(resource.aws_iam_policy).filter(([name]) => name.startsWith(`local_${does}_`));
  const documents = [resource.aws_iam_role_policy[`local_${does}`], ...attached.map(([, policy]) => policy)];
  return documents.flatMap((document) => {
    const text = String(document?.policy)
      .replaceAll('${aws_s3_bucket.state.arn}', 'arn:aws:s3:::fixture-state')
      .replaceAll('${aws_kms_key.state.arn}', 'arn:aws:kms:eu-west-1:123456789012:key/state');
    return (JSON.parse(text) as { Statement: unknown[] }).Statement;
  });
}

/** What `npx nx rights bootstrap` would write for the environment as it is synthesized. */
function writeRights(): void {
  const local = loadEnvironment('local', { directory: copy.path('environments') });
  const rights = renewed({ environments: {}, types: {} }, derivedRights([local], copy.path('apps')), catalogue);
  writeFileSync(copy.path('apps/bootstrap/rights.json'), formatRights(rights));
}

async function inOrder(run: (terraform: Terraform) => Promise<unknown>, order = stacks): Promise<void> {
  for (const stack of order) {
    const terraform = new Terraform({ binary, stack });
    await terraform.init();
    await run(terraform);
  }
}

/** Every different thing that was asked for since the last time, and whether the role may. */
function evaluated(role: 'plan' | 'deploy'): { asked: IamRequest[]; refused: IamRequest[] } {
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
    const { asked, refused } = evaluated('deploy');
    expect(refused).toEqual([]);
    expect(actionsOf(asked)).toEqual(
      expect.arrayContaining([
        'iam:PassRole',
        's3:PutObject',
        'apigateway:POST',
        'apigateway:SetWebACL',
        'cognito-idp:AssociateWebACL',
        'cognito-identity:SetIdentityPoolRoles',
        'cloudwatch:PutMetricAlarm',
        'sns:Subscribe',
      ]),
    );
  });

  it('leave nothing to change: an environment with everything plans nothing after it was applied', async () => {
    const changes: boolean[] = [];
    await inOrder(async (terraform) => changes.push((await terraform.plan()).changes));

    expect(changes).toEqual([false, false]);
    recorder.take();
  });

  it('let a workflow plan changes of every kind of thing in it, and then make them', async () => {
    for (const { directory } of stacks) changeAll(join(directory, 'cdk.tf.json'));
    await inOrder((terraform) => terraform.plan({ lock: false }));
    const planned = evaluated('plan');
    expect(planned.refused).toEqual([]);
    expect(
      actionsOf(planned.asked).filter((action) =>
        /:(Put|Create|Update|Set|Tag|Untag|Associate|Delete|Subscribe|POST|PUT|PATCH|DELETE)/.test(action),
      ),
    ).toEqual([]);

    await inOrder((terraform) => terraform.apply());
    const { asked, refused } = evaluated('deploy');
    expect(refused).toEqual([]);
    expect(actionsOf(asked)).toEqual(
      expect.arrayContaining([
        'cognito-idp:UpdateUserPool',
        'lambda:UpdateFunctionConfiguration',
        'apigateway:PATCH',
        'cognito-identity:UpdateIdentityPool',
        'wafv2:UpdateWebACL',
        'cloudwatch:PutMetricAlarm',
        'sns:Unsubscribe',
      ]),
    );
  });

  it('let a workflow destroy it', async () => {
    await inOrder((terraform) => terraform.destroy(), [...stacks].reverse());
    const { asked, refused } = evaluated('deploy');
    expect(refused).toEqual([]);
    expect(actionsOf(asked)).toEqual(
      expect.arrayContaining([
        'cognito-idp:DeleteUserPool',
        'lambda:DeleteFunction',
        'iam:DeleteRole',
        'cognito-identity:DeleteIdentityPool',
        'wafv2:DisassociateWebACL',
        'cloudwatch:DeleteAlarms',
        'sns:DeleteTopic',
      ]),
    );
  });
});
