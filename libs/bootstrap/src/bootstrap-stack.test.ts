import { addressesOf, environment } from '@gatehouse/platform/testing';
import { synthBootstrapStack as synth } from '../testing/bootstrap-target';

const oneType = { types: ['aws_sqs_queue'], values: {}, passedTo: [], boundary: [] };

describe('the bootstrap stack', () => {
  it('has these Terraform addresses; another one is a destroy', () => {
    expect(addressesOf(synth({ rights: { dev: oneType } }))).toEqual([
      'aws_api_gateway_account.eu_west_1',
      'aws_iam_openid_connect_provider.github',
      'aws_iam_policy.dev_boundary',
      'aws_iam_policy.dev_deploy_data',
      'aws_iam_policy.dev_plan_data',
      'aws_iam_role.api_gateway_logging',
      'aws_iam_role.dev_deploy',
      'aws_iam_role.dev_plan',
      'aws_iam_role_policy.dev_deploy',
      'aws_iam_role_policy.dev_plan',
      'aws_iam_role_policy_attachment.api_gateway_logging',
      'aws_iam_role_policy_attachment.dev_deploy_data',
      'aws_iam_role_policy_attachment.dev_plan_data',
      'aws_kms_alias.lost_states',
      'aws_kms_alias.state',
      'aws_kms_key.lost_states',
      'aws_kms_key.state',
      'aws_s3_bucket.state',
      'aws_s3_bucket_lifecycle_configuration.state',
      'aws_s3_bucket_ownership_controls.state',
      'aws_s3_bucket_policy.state',
      'aws_s3_bucket_public_access_block.state',
      'aws_s3_bucket_server_side_encryption_configuration.state',
      'aws_s3_bucket_versioning.state',
      'aws_s3_object.dev_rights',
    ]);
  });

  it('keeps its own state in the bucket that it makes', () => {
    expect(synth().terraform['backend']).toEqual({
      s3: {
        bucket: 'acme-state',
        key: 'bootstrap/111111111111-eu-west-1.tfstate',
        region: 'eu-west-1',
        allowed_account_ids: ['111111111111'],
        encrypt: true,
        kms_key_id: 'alias/state',
        use_lockfile: true,
      },
    });
  });

  it('acts in its account and region only, and tags what it makes', () => {
    expect(synth().provider['aws']).toEqual([
      {
        region: 'eu-west-1',
        allowed_account_ids: ['111111111111'],
        default_tags: [
          {
            tags: {
              Team: 'platform',
              Project: 'gatehouse',
              Environment: 'bootstrap',
              ManagedBy: 'Terraform',
            },
          },
        ],
      },
    ]);
  });

  it('tells the bucket, its key and the roles of every environment', () => {
    const { output } = synth({ environments: [environment({ name: 'dev' }), environment({ name: 'qa' })] });
    expect(output).toEqual({
      state_bucket: { value: 'acme-state' },
      state_key_arn: { value: '${aws_kms_key.state.arn}' },
      lost_state_key_arn: { value: '${aws_kms_key.lost_states.arn}' },
      dev_plan_role_arn: { value: '${aws_iam_role.dev_plan.arn}' },
      dev_deploy_role_arn: { value: '${aws_iam_role.dev_deploy.arn}' },
      qa_plan_role_arn: { value: '${aws_iam_role.qa_plan.arn}' },
      qa_deploy_role_arn: { value: '${aws_iam_role.qa_deploy.arn}' },
    });
  });

  it('lets API Gateway write logs in every region that environments deploy to', () => {
    const { resource, provider } = synth({
      environments: [environment({ name: 'dev' }), environment({ name: 'us', region: 'us-east-1' })],
    });
    expect(resource['aws_api_gateway_account']).toEqual({
      eu_west_1: {
        provider: 'aws',
        cloudwatch_role_arn: '${aws_iam_role.api_gateway_logging.arn}',
        depends_on: ['aws_iam_role_policy_attachment.api_gateway_logging'],
      },
      us_east_1: {
        provider: 'aws.us-east-1',
        cloudwatch_role_arn: '${aws_iam_role.api_gateway_logging.arn}',
        depends_on: ['aws_iam_role_policy_attachment.api_gateway_logging'],
      },
    });
    expect(provider['aws']?.map(({ alias, region }) => [alias, region])).toEqual([
      [undefined, 'eu-west-1'],
      ['us-east-1', 'us-east-1'],
    ]);
    expect(resource['aws_iam_role']?.['api_gateway_logging']).toEqual({
      name: 'gatehouse-api-gateway-logging-eu-west-1',
      path: '/gatehouse/',
      description: 'Lets API Gateway write logs',
      assume_role_policy: JSON.stringify({
        Version: '2012-10-17',
        Statement: [
          {
            Sid: 'ApiGateway',
            Effect: 'Allow',
            Principal: { Service: 'apigateway.amazonaws.com' },
            Action: 'sts:AssumeRole',
          },
        ],
      }),
    });
    expect(resource['aws_iam_role_policy_attachment']?.['api_gateway_logging']).toEqual({
      role: '${aws_iam_role.api_gateway_logging.name}',
      policy_arn: 'arn:aws:iam::aws:policy/service-role/AmazonAPIGatewayPushToCloudWatchLogs',
    });
  });

  it('is wholly in the emulator when its environments are', () => {
    const { provider } = synth({
      endpoint: 'http://127.0.0.1:4599',
      environments: [environment({ name: 'dev', tier: 'local', endpoint: 'http://127.0.0.1:4599' })],
    });
    expect(provider['aws']?.[0]).toMatchObject({
      access_key: 'test',
      endpoints: [{ iam: 'http://127.0.0.1:4599', kms: 'http://127.0.0.1:4599', s3: 'http://127.0.0.1:4599' }],
    });
  });

  it.each([
    ['cn-north-1', 'aws-cn', 'amazonaws.com.cn'],
    ['us-gov-west-1', 'aws-us-gov', 'amazonaws.com'],
  ])('writes ARNs and host names of the partition of %s', (region, partition, dnsSuffix) => {
    const stack = synth({
      region,
      environments: [
        environment({ name: 'dev', region, state: { bucket: 'acme-state', region, kmsKey: 'alias/state' } }),
      ],
      makesCiProvider: false,
      rights: { dev: oneType },
    });
    const text = JSON.stringify(stack);
    const partitions = [...text.matchAll(/arn:(aws[\w-]*):/g)].map(([, id]) => id);
    expect([...new Set(partitions)]).toEqual([partition]);
    expect(text).toContain(`s3.${region}.${dnsSuffix}`);
  });
});
