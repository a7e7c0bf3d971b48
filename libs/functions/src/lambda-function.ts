import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { CloudwatchLogGroup } from '@cdktf/provider-aws/lib/cloudwatch-log-group';
import {
  LambdaFunction as LambdaFunctionResource,
  type LambdaFunctionConfig,
} from '@cdktf/provider-aws/lib/lambda-function';
import {
  type IFunction,
  type IGrantee,
  nameInTerraform,
  type Permission,
  type Secret,
  snakeCase,
} from '@gatehouse/construct-kit';
import { AssetType, TerraformAsset, type TerraformResource } from 'cdktf';
import { Construct } from 'constructs';
import { checkPermission } from './check-permission';
import { checkProps } from './check-props';
import { ExistingFunction } from './existing-function';
import { LiveAlias } from './live-alias';
import { deadLetterArn, ownPermissions } from './own-permissions';
import { bucketPermissions, type HasArn, queuePermission, tablePermission, topicPermission } from './permissions';
import { type LambdaFunctionProps } from './props';
import { FunctionRole } from './role';
import { secretsAmong, variablesOf } from './variables';

export interface AllowOptions {
  /** Names the statement in the role's policy. @default - the service of the first action */
  readonly sid?: string;
  /** Why the permission is for any resource. @default - every resource is named */
  readonly anyResource?: string;
}

/**
 * A Lambda function with its own log group, and a role that may write there and do what is allowed to it here.
 *
 * @see https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/lambda_function
 * @throws ConstructError for what AWS refuses, and when the archive is missing.
 */
export class LambdaFunction extends Construct implements IFunction, IGrantee {
  readonly functionName: string;
  /** Of the alias `live`, where there is one. */
  readonly functionArn: string;
  /** What API Gateway calls: the alias `live`, where there is one. */
  readonly invokeArn: string;
  readonly qualifier?: string;
  readonly granteeId: string;
  /** Of the function's own role. */
  readonly roleName: string;
  private readonly role: FunctionRole;

  /**
   * A function that something else deploys, usable wherever ours is.
   *
   * @param arn of the function, or of an alias or version of it
   * @throws ConstructError when `arn` is known and no ARN of a function.
   */
  static fromArn(scope: Construct, id: string, arn: string): ExistingFunction {
    return new ExistingFunction(scope, id, arn);
  }

  constructor(scope: Construct, id: string, props: LambdaFunctionProps) {
    super(scope, id);
    checkProps(this, props);
    this.node.addValidation({ validate: () => secretsAmong(this, props.variables ?? {}) });
    const logs = this.createLogGroup(props);
    this.role = new FunctionRole(this, 'role', {
      functionName: props.functionName,
      terraformName: this.terraformName,
      own: ownPermissions(props, logs.arn),
    });
    this.granteeId = this.terraformName;
    this.roleName = this.role.roleName;
    const resource = this.named(
      new LambdaFunctionResource(this, 'Resource', { ...this.settings(props, logs), ...this.code(props) }),
    );
    const called = props.live === undefined ? resource : new LiveAlias(this, 'live', resource, props.live);
    this.functionName = resource.functionName;
    this.functionArn = called.arn;
    this.invokeArn = called.invokeArn;
    this.qualifier = called instanceof LiveAlias ? called.qualifier : undefined;
    for (const secret of Object.values(props.secrets ?? {})) this.allowSecret(secret);
  }

  /**
   * Lets the function do something. What is allowed goes into the policy of its role, and from there into the permissions
   * boundary and the rights of CI, which the bootstrap derives.
   *
   * @param actions such as `dynamodb:GetItem`
   * @param resources ARNs
   * @throws ConstructError for wildcards without a reason.
   */
  allow(actions: readonly string[], resources: readonly string[], { anyResource, sid }: AllowOptions = {}): void {
    this.grant({ sid: sid ?? serviceOf(actions), actions, resources }, anyResource);
  }

  /** Items of a DynamoDB table and its indexes. */
  allowTable(table: HasArn, access: 'read' | 'readWrite'): void {
    this.grant(tablePermission(table, access));
  }

  /** Objects of an S3 bucket, and the list of them. */
  allowBucket(bucket: HasArn, access: 'read' | 'readWrite'): void {
    for (const permission of bucketPermissions(bucket, access)) this.grant(permission);
  }

  /** Messages of an SQS queue. */
  allowQueue(queue: HasArn, access: 'send' | 'receive'): void {
    this.grant(queuePermission(queue, access));
  }

  /** Publishing to an SNS topic. */
  allowTopic(topic: HasArn): void {
    this.grant(topicPermission(topic));
  }

  /** The value of a secret, as `secrets` does it, without a variable that says where it is. */
  allowSecret(secret: Secret): void {
    for (const permission of secret.permissions) this.grant(permission);
  }

  private grant(permission: Permission, anyResource?: string): void {
    checkPermission(this, permission, anyResource);
    this.role.allow(permission, anyResource);
  }

  private settings(props: LambdaFunctionProps, logs: CloudwatchLogGroup): LambdaFunctionConfig {
    const { architecture = 'arm64', deadLetter, layers, live, logFormat = 'JSON', tracing = false, vpc } = props;
    const variables = variablesOf(this, props);
    return {
      functionName: props.functionName,
      role: this.role.arn,
      runtime: props.runtime ?? 'nodejs22.x',
      architectures: [architecture],
      handler: props.handler ?? 'index.handler',
      memorySize: props.memory ?? 256,
      timeout: props.timeout ?? 10,
      layers: layers && [...layers],
      reservedConcurrentExecutions: props.reservedConcurrency,
      publish: live && true,
      environment: variables && { variables },
      deadLetterConfig: deadLetter && { targetArn: deadLetterArn(deadLetter) },
      vpcConfig: vpc && { subnetIds: [...vpc.subnetIds], securityGroupIds: [...vpc.securityGroupIds] },
      loggingConfig: { logFormat, logGroup: logs.name },
      tracingConfig: { mode: tracing ? 'Active' : 'PassThrough' },
      // A function that is called before it may write logs loses its first ones.
      dependsOn: [this.role.ownPolicy],
    };
  }

  private code({ code }: LambdaFunctionProps): Pick<LambdaFunctionConfig, 'filename' | 'sourceCodeHash'> {
    const path = code.locate(this);
    const asset = new TerraformAsset(this, this.node.id, { path, type: AssetType.FILE });
    const sourceCodeHash = createHash('sha256').update(readFileSync(path)).digest('base64');
    return { filename: asset.path, sourceCodeHash };
  }

  private createLogGroup({ functionName, logRetentionDays = 90 }: LambdaFunctionProps): CloudwatchLogGroup {
    const name = `/aws/lambda/${functionName}`;
    return this.named(new CloudwatchLogGroup(this, 'logs', { name, retentionInDays: logRetentionDays }));
  }

  /** Everything that belongs to a function has its name: `aws_iam_role.service`, `aws_lambda_function.service`. */
  private named<T extends TerraformResource>(resource: T): T {
    return nameInTerraform(resource, this.terraformName);
  }

  private get terraformName(): string {
    return snakeCase(this.node.id);
  }
}

/** `dynamodb:GetItem` is `Dynamodb`, a statement id that says what it is about. */
function serviceOf([action = '']: readonly string[]): string {
  const service = (action.split(':')[0] as string).replace(/[^a-z0-9]/gi, '');
  return service.charAt(0).toUpperCase() + service.slice(1);
}
