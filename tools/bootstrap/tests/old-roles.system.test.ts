import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AssumeRoleCommand, STSClient } from '@aws-sdk/client-sts';
import { type Emulator, startEmulator } from '@gatehouse/local-tools/emulator';
import {
  askAws,
  findTerraform,
  readStacks,
  refuseOldRole,
  type Stack,
  Terraform,
  type TerraformBinary,
} from '@gatehouse/terraform';
import { Recorder } from '../testing/recorder';
import { queueStack, writeSynthesized } from '../testing/synthesized';
import { TestWorkspace } from '../testing/workspace';

type Named = Record<string, Record<string, unknown>>;
interface Config {
  terraform: { backend: Record<string, unknown> };
  resource: Record<string, Named>;
}

const name = 'bootstrap-123456789012-eu-west-1';

let emulator: Emulator;
let recorder: Recorder;
let binary: TerraformBinary;
let workspace: TestWorkspace;

beforeAll(async () => {
  emulator = await startEmulator();
  recorder = await new Recorder(emulator.url).open();
  binary = await findTerraform();
  workspace = new TestWorkspace({ github: { repository: 'acme/shop' } });
});

afterAll(async () => {
  await recorder?.close();
  await emulator?.stop();
  workspace?.remove();
});

describe('an account that was bootstrapped when all of a role was one inline policy', () => {
  it('loses no right while its roles get managed policies', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'gatehouse-old-roles-'));
    const now = await synthesizedBootstrap();
    const stack: Stack = {
      name,
      app: 'bootstrap',
      directory: folder,
      workDirectory: join(folder, 'work'),
      dependencies: [],
    };
    const terraform = new Terraform({ binary, stack });
    const apply = async (config: Config) => {
      writeFileSync(join(folder, 'cdk.tf.json'), JSON.stringify(config));
      await terraform.init();
      const plan = await terraform.plan();
      recorder.take();
      await terraform.apply(plan.file);
      return plan.summary;
    };
    await apply(asItWas(now));

    // The four policies with their attachments, and the record; the two inline policies are what changes.
    expect(await apply(now)).toMatchObject({ add: 9, change: 2, remove: 0 });

    const asked = recorder.take().map(({ body }) => new URLSearchParams(body.toString()));
    const changes = asked.map((fields) => `${fields.get('Action')} ${fields.get('RoleName')}`);
    for (const does of ['plan', 'deploy']) {
      const role = `gatehouse-local-${does}`;
      // It has its managed policies before the inline one gives up what they hold.
      expect(changes.filter((change) => change === `AttachRolePolicy ${role}`)).toHaveLength(2);
      expect(changes.indexOf(`PutRolePolicy ${role}`)).toBeGreaterThan(changes.lastIndexOf(`AttachRolePolicy ${role}`));
      expect(changes).not.toContain(`DeleteRolePolicy ${role}`);
    }
    rmSync(folder, { recursive: true });
  });
});

describe('a role that was made for older stacks', () => {
  it('says so before it deploys, until the bootstrap has run again', async () => {
    expect((await workspace.run(emulator.url)).exitCode).toBe(0);
    await expect(asDeployRole()).resolves.toBeUndefined();

    const photos = { resource: { aws_s3_bucket: { photos: { bucket: 'gatehouse-local-photos' } } } };
    writeSynthesized(workspace.apps, 'local', { 'local-orders': withBackend(queueStack), 'local-photos': photos });
    await expect(asDeployRole()).rejects.toThrow(
      /^gatehouse-local-deploy was made for older stacks.*s3:CreateBucket on arn:aws:s3:::gatehouse-local-\*/s,
    );

    const refused = await workspace.run(emulator.url);
    expect([refused.exitCode, refused.text]).toEqual([1, expect.stringContaining('rights.json is out of date')]);
    expect(await (await workspace.start(emulator.url, 'rights')).exitCode).toBe(0);
    expect((await workspace.run(emulator.url)).exitCode).toBe(0);
    await expect(asDeployRole()).resolves.toBeUndefined();
  });
});

/** Asks, with credentials of the deploy role, what a deploy asks before it starts. */
async function asDeployRole(): Promise<void> {
  const sts = new STSClient({
    region: 'eu-west-1',
    endpoint: emulator.url,
    credentials: { accessKeyId: 'emulator', secretAccessKey: 'emulator' },
  });
  const { Credentials } = await sts.send(
    new AssumeRoleCommand({
      RoleArn: 'arn:aws:iam::123456789012:role/gatehouse/gatehouse-local-deploy',
      RoleSessionName: 'test',
    }),
  );
  sts.destroy();
  const credentials = {
    accessKeyId: Credentials?.AccessKeyId ?? '',
    secretAccessKey: Credentials?.SecretAccessKey ?? '',
    sessionToken: Credentials?.SessionToken ?? '',
  };
  const directory = join(workspace.apps, 'local');
  const ask = askAws(withBackend(queueStack), credentials);
  await refuseOldRole({ directory, all: readStacks(directory), printError: fail }, ask);
}

function fail(text: string): never {
  throw new Error(text);
}

/** A stack whose state is in the bucket that the bootstrap makes. */
const withBackend = (content: object) => ({
  ...content,
  terraform: {
    backend: {
      s3: { bucket: 'gatehouse-local-state', region: 'eu-west-1', endpoints: { s3: emulator.url, sts: emulator.url } },
    },
  },
});

/** What the bootstrap synthesizes now, in a state of its own, and every request to it written down. */
async function synthesizedBootstrap(): Promise<Config> {
  const outdir = join(workspace.directory, 'out');
  mkdirSync(outdir);
  await workspace.synth(outdir, recorder.url);
  cpSync(join(outdir, 'stacks', name), join(outdir, 'copy'), { recursive: true });
  const config = JSON.parse(readFileSync(join(outdir, 'copy', 'cdk.tf.json'), 'utf8')) as Config;
  // The bucket's lifecycle rules take the provider a minute, and are not what this is about.
  const resource = without(config.resource, 'aws_s3_bucket_lifecycle_configuration');
  return { ...config, terraform: { ...config.terraform, backend: { local: {} } }, resource };
}

/** The same roles as the version before had them: everything inline. */
function asItWas(config: Config): Config {
  const {
    aws_iam_policy = {},
    aws_iam_role_policy = {},
    aws_iam_role_policy_attachment = {},
    ...rest
  } = config.resource;
  const inline = Object.entries(aws_iam_role_policy).map(([role, given]) => {
    const attributes: Record<string, unknown> = { ...given, depends_on: undefined };
    const own = Object.keys(aws_iam_policy).filter((policy) => policy.startsWith(`${role}_`));
    const documents = [attributes['policy'], ...own.map((policy) => aws_iam_policy[policy]?.['policy'])];
    const statements = documents.flatMap((text) => (JSON.parse(String(text)) as { Statement: object[] }).Statement);
    // One denial in each policy of now was one in all.
    const Statement = statements.map((statement) => ({ ...statement, Sid: undefined }));
    return [role, { ...attributes, policy: JSON.stringify({ Version: '2012-10-17', Statement }) }] as const;
  });
  const only = (named: Named, ...names: string[]): Named =>
    Object.fromEntries(Object.entries(named).filter(([each]) => names.includes(each)));
  return {
    ...config,
    resource: {
      ...without(rest, 'aws_s3_object'),
      aws_iam_policy: only(aws_iam_policy, 'local_boundary'),
      aws_iam_role_policy: Object.fromEntries(inline),
      aws_iam_role_policy_attachment: only(aws_iam_role_policy_attachment, 'api_gateway_logging'),
    },
  };
}

const without = (resource: Config['resource'], type: string): Config['resource'] =>
  Object.fromEntries(Object.entries(resource).filter(([each]) => each !== type));
