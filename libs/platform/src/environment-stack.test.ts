import { CognitoUserPool } from '@cdktf/provider-aws/lib/cognito-user-pool';
import { IamRole } from '@cdktf/provider-aws/lib/iam-role';
import { SqsQueue } from '@cdktf/provider-aws/lib/sqs-queue';
import { type Environment } from '@gatehouse/environment';
import { synthApp } from '@gatehouse/testing';
import { TerraformOutput, TerraformResource } from 'cdktf';
import { type Construct } from 'constructs';
import { EnvironmentStack } from './environment-stack';
import { environment } from '../testing/environment';

const inAws = environment();
const emulated = environment({ name: 'local', tier: 'local', endpoint: 'http://127.0.0.1:4599' });

function build(of: Environment, fill: (stack: EnvironmentStack) => void = () => undefined) {
  const stack = synthApp((app) => fill(new EnvironmentStack(app, 'identity', of)))[`${of.name}-identity`];
  if (stack === undefined) throw new Error('no stack');
  return stack;
}

const role = (scope: Construct) => new IamRole(scope, 'role', { name: 'r', assumeRolePolicy: '{}' });

describe('a stack in AWS', () => {
  it('keeps its state encrypted, locked and in its account', () => {
    expect(build(inAws).terraform.backend).toEqual({
      s3: {
        bucket: 'test-state',
        key: 'test/identity.tfstate',
        region: 'eu-central-1',
        allowed_account_ids: ['111111111111'],
        encrypt: true,
        kms_key_id: 'alias/test-state',
        use_lockfile: true,
      },
    });
  });

  it('pins the versions of Terraform and of the provider', () => {
    expect(build(inAws).terraform).toMatchObject({
      required_version: '>= 1.10.0',
      required_providers: { aws: { source: 'aws', version: '5.100.0' } },
    });
  });

  it('has a provider for its region and account, with tags and without credentials', () => {
    expect(build(inAws).provider).toEqual({
      aws: [
        {
          region: 'eu-west-1',
          allowed_account_ids: ['111111111111'],
          default_tags: [
            {
              tags: { Team: 'people', Project: 'gatehouse', Environment: 'test', ManagedBy: 'Terraform' },
            },
          ],
        },
      ],
    });
  });
});

describe('a stack in an emulator', () => {
  it('keeps its state in the emulator', () => {
    expect(build(emulated).terraform.backend).toEqual({
      s3: {
        bucket: 'test-state',
        key: 'local/identity.tfstate',
        region: 'eu-central-1',
        allowed_account_ids: ['111111111111'],
        encrypt: true,
        kms_key_id: 'alias/test-state',
        use_lockfile: true,
        access_key: 'test',
        secret_key: 'test',
        endpoints: {
          s3: 'http://127.0.0.1:4599',
          sts: 'http://127.0.0.1:4599',
          iam: 'http://127.0.0.1:4599',
        },
        use_path_style: true,
        skip_metadata_api_check: true,
      },
    });
  });

  it('sends every service there, with no credentials of a person', () => {
    expect(build(emulated).provider.aws?.[0]).toMatchObject({
      access_key: 'test',
      secret_key: 'test',
      skip_metadata_api_check: 'true',
      s3_use_path_style: true,
      endpoints: [
        {
          apigateway: 'http://127.0.0.1:4599',
          cognitoidp: 'http://127.0.0.1:4599',
          dynamodb: 'http://127.0.0.1:4599',
          s3control: 'http://127.0.0.1:4599',
          sts: 'http://127.0.0.1:4599',
        },
      ],
    });
  });

  it('takes a resource of any service, and fails when a type is of none that is known', () => {
    const queue = (stack: EnvironmentStack) => new SqsQueue(stack, 'queue', {});
    const unknown = (stack: EnvironmentStack) =>
      new TerraformResource(stack, 'unknown', { terraformResourceType: 'aws_unheard_of' });

    expect(() => build(emulated, unknown)).toThrow(
      '[local-identity] aws_unheard_of: expected a service that can be sent to the emulator, found none, so the provider ' +
        'would call AWS itself. Add the type to `namedOtherwise` in libs/platform/src/emulator-services.ts.',
    );
    expect(() => build(inAws, unknown)).not.toThrow();
    expect(() => build(emulated, queue)).not.toThrow();
    expect(() => build(emulated, role)).not.toThrow();
  });
});

describe.each([inAws, emulated])('state of another stack of $name', (of) => {
  it('is read by the settings that it is written by', () => {
    const written = build(of).terraform.backend as { s3: object };

    const { [`${of.name}-api`]: reader } = synthApp((app) => {
      const identity = new EnvironmentStack(app, 'identity', of);
      const api = new EnvironmentStack(app, 'api', of);
      const pool = new CognitoUserPool(identity, 'users', { name: 'users' });
      new TerraformOutput(api, 'pool', { value: pool.arn });
    });

    expect(reader?.data.terraform_remote_state).toEqual({ identity: { backend: 's3', config: written.s3 } });
    expect(reader?.output.pool).toEqual({
      value: '${data.terraform_remote_state.identity.outputs.users_arn}',
    });
  });
});

describe('a stack of an environment', () => {
  const other = environment({ name: 'other' });

  it.each(['Orders', 'my orders', '', '-a', 'a'.repeat(41)])('fails when it is named %j', (name) => {
    expect(() => synthApp((app) => new EnvironmentStack(app, name, inAws))).toThrow(
      `stack ${JSON.stringify(name)}: expected a name of 1 to 40 lowercase letters, digits and hyphens`,
    );
  });

  it('fails when it reads a stack of another environment', () => {
    const build = () =>
      synthApp((app) => {
        const pool = new CognitoUserPool(new EnvironmentStack(app, 'identity', other), 'users', { name: 'users' });
        new TerraformOutput(new EnvironmentStack(app, 'api', inAws), 'pool', { value: pool.arn });
      });

    expect(build).toThrow(
      'test-api, value of another stack: expected a stack of test, found "other-identity". ' +
        'Each environment is deployed alone: name what is there by its id or ARN, as UserPool.fromArn does.',
    );
  });

  it.each(['gatehouse-test-plan', 'gatehouse-test-deploy'])('fails when a role of it is named %s', (name) => {
    const build = () =>
      synthApp((app) => new IamRole(new EnvironmentStack(app, 'api', inAws), 'role', { name, assumeRolePolicy: '{}' }));

    expect(build).toThrow(
      'test-api/role, name: expected another name than gatehouse-test-plan and gatehouse-test-deploy, ' +
        `the roles that the bootstrap makes for CI, found "${name}". Name it after what it is for.`,
    );
  });
});
