import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { synth } from '@gatehouse/testing';
import { AwsProvider } from '@cdktf/provider-aws/lib/provider';
import { SqsQueue } from '@cdktf/provider-aws/lib/sqs-queue';
import { App, TerraformOutput, TerraformStack } from 'cdktf';
import { build, props } from '../testing/build';
import { LambdaFunction } from './lambda-function';

const writeLogs =
  '{"Effect":"Allow","Action":["logs:CreateLogStream","logs:PutLogEvents"],' +
  '"Resource":"${aws_cloudwatch_log_group.service.arn}:*"}';

describe('a Lambda function', () => {
  it('runs the archive with its own role and log group', () => {
    const { aws_lambda_function, ...rest } = build().resource;

    expect(aws_lambda_function?.service).toEqual({
      function_name: 'gatehouse-test-service',
      role: '${aws_iam_role.service.arn}',
      runtime: 'nodejs22.x',
      architectures: ['arm64'],
      handler: 'index.handler',
      memory_size: 256,
      timeout: 10,
      filename: expect.stringMatching(/^assets\/.+\/[0-9A-F]{32}\/api\.zip$/),
      source_code_hash: 'WPQS4HvZ6Hrqs8wZo2PFOadKocaF0TYCPFTorSfWrXc=',
      logging_config: { log_format: 'JSON', log_group: '${aws_cloudwatch_log_group.service.name}' },
      tracing_config: { mode: 'PassThrough' },
      depends_on: ['aws_iam_role_policy.service'],
    });
    expect(rest).toEqual({
      aws_cloudwatch_log_group: {
        service: { name: '/aws/lambda/gatehouse-test-service', retention_in_days: 90 },
      },
      aws_iam_role: {
        service: {
          name: 'gatehouse-test-service',
          assume_role_policy: expect.stringContaining('"Principal":{"Service":"lambda.amazonaws.com"}'),
        },
      },
      aws_iam_role_policy: {
        service: {
          name: 'write-logs',
          role: '${aws_iam_role.service.name}',
          policy: `{"Version":"2012-10-17","Statement":[${writeLogs}]}`,
        },
      },
    });
  });

  it('is made as its author says', () => {
    const { resource } = build({
      handler: 'main.run',
      runtime: 'python3.13',
      architecture: 'x86_64',
      memory: 1024,
      timeout: 60,
      layers: ['arn:aws:lambda:eu-west-1:111111111111:layer:tools:3'],
      reservedConcurrency: 0,
      logRetentionDays: 7,
      logFormat: 'Text',
      variables: { TABLE: 'orders' },
    });

    expect(resource.aws_lambda_function?.service).toMatchObject({
      handler: 'main.run',
      runtime: 'python3.13',
      architectures: ['x86_64'],
      memory_size: 1024,
      timeout: 60,
      layers: ['arn:aws:lambda:eu-west-1:111111111111:layer:tools:3'],
      reserved_concurrent_executions: 0,
      logging_config: { log_format: 'Text' },
      environment: { variables: { TABLE: 'orders' } },
    });
    expect(resource.aws_cloudwatch_log_group?.service).toMatchObject({ retention_in_days: 7 });
  });

  it('may send traces when it is traced', () => {
    const { resource } = build({ tracing: true });

    expect(resource.aws_lambda_function?.service).toMatchObject({ tracing_config: { mode: 'Active' } });
    expect(resource.aws_iam_role_policy?.service?.policy).toBe(
      `{"Version":"2012-10-17","Statement":[${writeLogs},` +
        '{"Effect":"Allow","Action":["xray:PutTraceSegments","xray:PutTelemetryRecords"],"Resource":"*"}]}',
    );
  });

  it('may attach itself to its VPC', () => {
    const { resource } = build({ vpc: { subnetIds: ['subnet-1', 'subnet-2'], securityGroupIds: ['sg-1'] } });

    expect(resource.aws_lambda_function?.service).toMatchObject({
      vpc_config: { subnet_ids: ['subnet-1', 'subnet-2'], security_group_ids: ['sg-1'] },
    });
    expect(JSON.parse(String(resource.aws_iam_role_policy?.service?.policy))).toMatchObject({
      Statement: [{}, { Sid: 'AttachToVpc', Action: expect.arrayContaining(['ec2:CreateNetworkInterface']) }],
    });
  });

  it('may hand over failed events before it is made, because Lambda looks', () => {
    const { resource } = synth((stack) => {
      const queue = new SqsQueue(stack, 'failed', { name: 'failed' });
      new LambdaFunction(stack, 'service', { ...props, deadLetter: { queue } });
    });

    expect(resource.aws_lambda_function?.service).toMatchObject({
      dead_letter_config: { target_arn: '${aws_sqs_queue.failed.arn}' },
      depends_on: ['aws_iam_role_policy.service'],
    });
    expect(JSON.parse(String(resource.aws_iam_role_policy?.service?.policy))).toMatchObject({
      Statement: [{}, { Action: 'sqs:SendMessage', Resource: '${aws_sqs_queue.failed.arn}' }],
    });
  });

  it('may publish failed events to a topic', () => {
    const topic = { arn: 'arn:aws:sns:eu-west-1:111111111111:failed' };
    const { resource } = build({ deadLetter: { topic } });

    expect(resource.aws_lambda_function?.service).toMatchObject({ dead_letter_config: { target_arn: topic.arn } });
    expect(resource.aws_iam_role_policy?.service?.policy).toContain(`"Action":"sns:Publish","Resource":"${topic.arn}"`);
  });

  it('is known by references', () => {
    const { output } = synth((stack) => {
      const { functionName, functionArn, invokeArn, qualifier } = new LambdaFunction(stack, 'service', props);
      new TerraformOutput(stack, 'all', { value: [functionName, functionArn, invokeArn, qualifier ?? 'none'] });
    });

    expect(output.all).toEqual({
      value: [
        ...['function_name', 'arn', 'invoke_arn'].map((name) => `\${aws_lambda_function.service.${name}}`),
        'none',
      ],
    });
  });

  it('can be given permissions by others, by its role', () => {
    const { output } = synth((stack) => {
      const { granteeId, roleName } = new LambdaFunction(stack, 'service', props);
      new TerraformOutput(stack, 'all', { value: [granteeId, roleName] });
    });

    expect(output.all).toEqual({ value: ['service', '${aws_iam_role.service.name}'] });
  });

  it('keeps the archives of two functions apart', () => {
    const outdir = mkdtempSync(join(tmpdir(), 'gatehouse-lambda-'));
    const app = new App({ outdir });
    const stack = new TerraformStack(app, 'api');
    new AwsProvider(stack, 'aws', { region: 'eu-west-1' });
    for (const id of ['one', 'two']) new LambdaFunction(stack, id, { ...props, functionName: id });
    app.synth();

    expect(readdirSync(join(outdir, 'stacks/api/assets'))).toHaveLength(2);
    rmSync(outdir, { recursive: true });
  });
});

describe('a live function', () => {
  it('is called by the alias of its newest version', () => {
    const { output, resource } = synth((stack) => {
      const lambda = new LambdaFunction(stack, 'service', { ...props, live: { provisionedConcurrency: 2 } });
      const { functionName, functionArn, invokeArn, qualifier = '' } = lambda;
      new TerraformOutput(stack, 'all', { value: [functionName, functionArn, invokeArn, qualifier] });
    });

    expect(resource.aws_lambda_function?.service).toMatchObject({ publish: true });
    expect(resource.aws_lambda_alias?.service).toEqual({
      name: 'live',
      function_name: '${aws_lambda_function.service.function_name}',
      function_version: '${aws_lambda_function.service.version}',
    });
    expect(resource.aws_lambda_provisioned_concurrency_config?.service).toEqual({
      function_name: '${aws_lambda_function.service.function_name}',
      qualifier: '${aws_lambda_alias.service.name}',
      provisioned_concurrent_executions: 2,
    });
    expect(output.all).toEqual({
      value: [
        '${aws_lambda_function.service.function_name}',
        '${aws_lambda_alias.service.arn}',
        '${aws_lambda_alias.service.invoke_arn}',
        '${aws_lambda_alias.service.name}',
      ],
    });
  });

  it('has no instances kept started unless its author says so', () => {
    const { resource } = build({ live: {} });

    expect(resource.aws_lambda_alias?.service).toBeDefined();
    expect(resource).not.toHaveProperty('aws_lambda_provisioned_concurrency_config');
  });
});
