import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { CloudwatchLogGroup } from '@cdktf/provider-aws/lib/cloudwatch-log-group';
import { IamRole } from '@cdktf/provider-aws/lib/iam-role';
import { IamRolePolicy } from '@cdktf/provider-aws/lib/iam-role-policy';
import { LambdaFunction as LambdaFunctionResource } from '@cdktf/provider-aws/lib/lambda-function';
import { nameInTerraform, policyDocument, snakeCase, type Statement } from '@gatehouse/construct-kit';
import { AssetType, TerraformAsset, type TerraformResource } from 'cdktf';
import { Construct } from 'constructs';

export interface LambdaFunctionProps {
  /** Name of the function and of its role, unique in the account. At most 64 characters. */
  readonly functionName: string;
  /** Path of the zip archive, and the command that makes it when it is missing. */
  readonly archive: { readonly path: string; readonly madeBy: string };
  /** File and export in the archive, for example `index.handler`. */
  readonly handler: string;
  /**
   * Environment variables. Everyone who may look at the function may read them, so no secrets.
   * @default - none
   */
  readonly variables?: Readonly<Record<string, string>>;
  readonly logRetentionDays: number;
  /** Whether calls are traced with X-Ray. */
  readonly tracing: boolean;
}

/**
 * A Node.js Lambda function with its own log group, and a role that may write there and nothing else.
 *
 * @see https://docs.aws.amazon.com/lambda/latest/dg/lambda-intro-execution-role.html
 * @throws when the archive is missing.
 */
export class LambdaFunction extends Construct {
  readonly functionName: string;
  readonly functionArn: string;
  readonly invokeArn: string;

  constructor(scope: Construct, id: string, props: LambdaFunctionProps) {
    super(scope, id);
    const archive = this.readArchive(props);
    const logs = this.createLogGroup(props);
    const { role, policy } = this.createRole(props, logs);

    const resource = new LambdaFunctionResource(this, 'Resource', {
      functionName: props.functionName,
      role: role.arn,
      runtime: 'nodejs22.x',
      architectures: ['arm64'],
      handler: props.handler,
      memorySize: 256,
      // API Gateway gives up after 29 seconds.
      timeout: 10,
      filename: archive.path,
      sourceCodeHash: archive.sha256,
      environment: props.variables && { variables: props.variables },
      loggingConfig: { logFormat: 'JSON', logGroup: logs.name },
      tracingConfig: { mode: props.tracing ? 'Active' : 'PassThrough' },
      // A function that is called before it may write logs loses its first ones.
      dependsOn: [policy],
    });
    this.named(resource);
    this.functionName = resource.functionName;
    this.functionArn = resource.arn;
    this.invokeArn = resource.invokeArn;
  }

  private readArchive({ archive }: LambdaFunctionProps): { path: string; sha256: string } {
    if (!existsSync(archive.path)) {
      throw new Error(
        `${this.node.path}: expected the function's archive at ${archive.path}, found nothing. ` +
          `Make it with \`${archive.madeBy}\`.`,
      );
    }
    const asset = new TerraformAsset(this, this.node.id, { path: archive.path, type: AssetType.FILE });
    const sha256 = createHash('sha256').update(readFileSync(archive.path)).digest('base64');
    return { path: asset.path, sha256 };
  }

  private createLogGroup({ functionName, logRetentionDays }: LambdaFunctionProps): CloudwatchLogGroup {
    const name = `/aws/lambda/${functionName}`;
    return this.named(new CloudwatchLogGroup(this, 'logs', { name, retentionInDays: logRetentionDays }));
  }

  private createRole({ functionName, tracing }: LambdaFunctionProps, logs: CloudwatchLogGroup) {
    const role = new IamRole(this, 'role', {
      name: functionName,
      assumeRolePolicy: policyDocument([
        { Effect: 'Allow', Action: 'sts:AssumeRole', Principal: { Service: 'lambda.amazonaws.com' } },
      ]),
    });
    this.named(role);
    const writeLogs: Statement = {
      Effect: 'Allow',
      Action: ['logs:CreateLogStream', 'logs:PutLogEvents'],
      Resource: `${logs.arn}:*`,
    };
    const sendTraces: Statement = {
      Effect: 'Allow',
      Action: ['xray:PutTraceSegments', 'xray:PutTelemetryRecords'],
      Resource: '*',
    };
    const policy = new IamRolePolicy(this, 'policy', {
      name: 'write-logs',
      role: role.name,
      policy: policyDocument(tracing ? [writeLogs, sendTraces] : [writeLogs]),
    });
    this.named(policy);
    return { role, policy };
  }

  /** Everything that belongs to a function has its name: `aws_iam_role.service`, `aws_lambda_function.service`. */
  private named<T extends TerraformResource>(resource: T): T {
    return nameInTerraform(resource, snakeCase(this.node.id));
  }
}
