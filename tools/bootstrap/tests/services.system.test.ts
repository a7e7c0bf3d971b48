import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Emulator, startEmulator } from '@gatehouse/local-tools/emulator';
import { loadEnvironment, placeOf } from '@gatehouse/environment';
import { catalogue, deriveRights, permissionsOf, type Place, type RoleName } from '@gatehouse/rights';
import { findTerraform, type Stack, Terraform } from '@gatehouse/terraform';
import { isAllowed } from '@gatehouse/policy/testing';
import { iamRequests } from '../testing/iam-request';
import { Recorder } from '../testing/recorder';
import { TestWorkspace } from '../testing/workspace';

/**
 * What a platform team adds next. The emulator grants everything, so every request that Terraform makes is written down and
 * evaluated by the policies that follow from the stack.
 */
let emulator: Emulator;
let recorder: Recorder;
let workspace: TestWorkspace;
let terraform: Terraform;
let place: Place;
let directory: string;

const policy = (...Statement: object[]) => JSON.stringify({ Version: '2012-10-17', Statement });
const name = (of: string) => `gatehouse-local-${of}`;

const resource = {
  aws_sqs_queue: { orders: { name: name('orders'), visibility_timeout_seconds: 30 } },
  aws_sns_topic: { orders: { name: name('orders'), display_name: 'orders' } },
  aws_dynamodb_table: {
    orders: {
      name: name('orders'),
      billing_mode: 'PAY_PER_REQUEST',
      hash_key: 'id',
      attribute: [{ name: 'id', type: 'S' }],
    },
  },
  aws_kms_key: { orders: { description: 'orders' } },
  aws_kms_alias: { orders: { name: `alias/${name('orders')}`, target_key_id: '${aws_kms_key.orders.key_id}' } },
  aws_secretsmanager_secret: { orders: { name: name('orders'), description: 'orders' } },
  aws_ssm_parameter: { orders: { name: `/${name('orders')}`, type: 'String', value: 'one' } },
  aws_cloudwatch_event_bus: { orders: { name: name('orders') } },
  aws_cloudwatch_event_rule: {
    orders: {
      name: name('orders'),
      event_bus_name: '${aws_cloudwatch_event_bus.orders.name}',
      event_pattern: '{"source":["orders"]}',
      description: 'orders',
    },
  },
  aws_cloudwatch_event_target: {
    orders: {
      rule: '${aws_cloudwatch_event_rule.orders.name}',
      event_bus_name: '${aws_cloudwatch_event_bus.orders.name}',
      arn: '${aws_sqs_queue.orders.arn}',
      role_arn: '${aws_iam_role.orders.arn}',
    },
  },
  aws_cloudwatch_dashboard: { orders: { dashboard_name: name('orders'), dashboard_body: '{"widgets":[]}' } },
  aws_iam_role: {
    orders: {
      name: name('orders'),
      permissions_boundary: 'arn:aws:iam::123456789012:policy/gatehouse/gatehouse-local-boundary',
      assume_role_policy: policy({
        Effect: 'Allow',
        Action: 'sts:AssumeRole',
        Principal: { Service: 'events.amazonaws.com' },
      }),
    },
  },
};

const changed = {
  ...resource,
  aws_sqs_queue: { orders: { ...resource.aws_sqs_queue.orders, visibility_timeout_seconds: 60 } },
  aws_sns_topic: { orders: { ...resource.aws_sns_topic.orders, display_name: 'changed' } },
  aws_secretsmanager_secret: { orders: { ...resource.aws_secretsmanager_secret.orders, description: 'changed' } },
  aws_ssm_parameter: { orders: { ...resource.aws_ssm_parameter.orders, value: 'two' } },
  aws_kms_key: { orders: { description: 'changed' } },
  aws_cloudwatch_event_rule: { orders: { ...resource.aws_cloudwatch_event_rule.orders, description: 'changed' } },
};

beforeAll(async () => {
  emulator = await startEmulator();
  recorder = await new Recorder(emulator.url).open();
  workspace = new TestWorkspace({ github: { repository: 'acme/shop' } });
  place = placeOf(loadEnvironment('local', { directory: join(workspace.directory, 'environments') }));
  directory = join(workspace.directory, 'services');
  mkdirSync(directory);
  const stack: Stack = {
    name: 'local-services',
    app: 'local',
    directory,
    workDirectory: join(directory, 'work'),
    dependencies: [],
  };
  terraform = new Terraform({ binary: await findTerraform(), stack });
});

afterAll(async () => {
  await recorder?.close();
  await emulator?.stop();
  workspace?.remove();
});

/** Writes the stack, with a provider as the bootstrap has it, and tags as the environment has them. */
async function lay(content: object): Promise<void> {
  const outdir = join(workspace.directory, 'out');
  await workspace.synth(outdir, recorder.url);
  const file = join(outdir, 'stacks/bootstrap-123456789012-eu-west-1/cdk.tf.json');
  const { provider, terraform: settings } = JSON.parse(readFileSync(file, 'utf8')) as {
    provider: { aws: Record<string, unknown>[] };
    terraform: object;
  };
  const aws = provider.aws.map((each) => ({ ...each, default_tags: [{ tags: { Environment: 'local' } }] }));
  const config = { terraform: { ...settings, backend: { local: {} } }, provider: { aws }, resource: content };
  writeFileSync(join(directory, 'cdk.tf.json'), JSON.stringify(config));
}

/** What was asked for since the last time, and what of it the role may not. */
function evaluated(role: RoleName): { actions: string[]; refused: unknown[] } {
  const { problems, rights } = deriveRights([{ name: 'local-services', content: { resource } }], place, catalogue);
  expect(problems).toEqual([]);
  const statements = Object.values(permissionsOf(role, rights, catalogue, place)).flat();
  const asked = recorder.take().flatMap(iamRequests);
  return {
    actions: asked.map(({ action }) => action),
    refused: asked.filter(({ action, context, resource: on }) => !isAllowed(statements, action, on, context)),
  };
}

describe('the rights that follow from a stack', () => {
  it('let a workflow deploy it for the first time', async () => {
    await lay(resource);
    await terraform.init();
    recorder.take();
    await terraform.apply((await terraform.plan()).file);

    const { actions, refused } = evaluated('deploy');
    expect(refused).toEqual([]);
    expect(actions).toEqual(
      expect.arrayContaining([
        'sqs:CreateQueue',
        'dynamodb:CreateTable',
        'kms:CreateKey',
        'kms:CreateAlias',
        'secretsmanager:CreateSecret',
        'ssm:PutParameter',
        'events:PutRule',
        'events:PutTargets',
        'iam:PassRole',
        'cloudwatch:PutDashboard',
      ]),
    );
  });

  it('let a workflow plan a change with what reads only, and then make it', async () => {
    await lay(changed);
    const plan = await terraform.plan({ lock: false });
    expect(plan.changes).toBe(true);
    const planned = evaluated('plan');
    expect(planned.refused).toEqual([]);
    expect(planned.actions.filter((action) => /:(Put|Create|Update|Set|Tag|Delete)/.test(action))).toEqual([]);

    await terraform.apply(plan.file);
    const { actions, refused } = evaluated('deploy');
    expect(refused).toEqual([]);
    expect(actions).toEqual(
      expect.arrayContaining(['sqs:SetQueueAttributes', 'kms:UpdateKeyDescription', 'secretsmanager:UpdateSecret']),
    );
  });

  it('let a workflow destroy it', async () => {
    await terraform.destroy();
    const { actions, refused } = evaluated('deploy');
    expect(refused).toEqual([]);
    expect(actions).toEqual(
      expect.arrayContaining([
        'sqs:DeleteQueue',
        'dynamodb:DeleteTable',
        'kms:ScheduleKeyDeletion',
        'events:RemoveTargets',
      ]),
    );
  });
});
