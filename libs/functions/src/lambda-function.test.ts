import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { synth } from '@gatehouse/testing';
import { AwsProvider } from '@cdktf/provider-aws/lib/provider';
import { App, TerraformOutput, TerraformStack } from 'cdktf';
import { archiveForTests } from '../testing/archive';
import { LambdaFunction, type LambdaFunctionProps } from './lambda-function';

const path = archiveForTests();

const props: LambdaFunctionProps = {
  functionName: 'gatehouse-test-service',
  archive: { path, madeBy: 'node build.mjs' },
  handler: 'index.handler',
  logRetentionDays: 7,
  tracing: false,
};

const build = (changes: Partial<LambdaFunctionProps> = {}) =>
  synth((stack) => new LambdaFunction(stack, 'service', { ...props, ...changes }));

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
        service: { name: '/aws/lambda/gatehouse-test-service', retention_in_days: 7 },
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
          policy:
            '{"Version":"2012-10-17","Statement":[{"Effect":"Allow",' +
            '"Action":["logs:CreateLogStream","logs:PutLogEvents"],' +
            '"Resource":"${aws_cloudwatch_log_group.service.arn}:*"}]}',
        },
      },
    });
  });

  it('may send traces when it is traced', () => {
    const { resource } = build({ tracing: true });

    expect(resource.aws_lambda_function?.service).toMatchObject({ tracing_config: { mode: 'Active' } });
    expect(resource.aws_iam_role_policy?.service?.policy).toContain(
      '{"Effect":"Allow","Action":["xray:PutTraceSegments","xray:PutTelemetryRecords"],"Resource":"*"}',
    );
  });

  it('is known by references', () => {
    const { output } = synth((stack) => {
      const { functionName, functionArn, invokeArn } = new LambdaFunction(stack, 'service', props);
      new TerraformOutput(stack, 'all', { value: [functionName, functionArn, invokeArn] });
    });

    expect(output.all).toEqual({
      value: ['function_name', 'arn', 'invoke_arn'].map((name) => `\${aws_lambda_function.service.${name}}`),
    });
  });

  it('fails when the archive is missing, saying what makes it', () => {
    const archive = { path: '/nowhere/api.zip', madeBy: 'node apps/api/build.mjs' };

    expect(() => build({ archive })).toThrow(
      "test/service: expected the function's archive at /nowhere/api.zip, found nothing. " +
        'Make it with `node apps/api/build.mjs`.',
    );
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
