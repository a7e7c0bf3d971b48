import { IamRole } from '@cdktf/provider-aws/lib/iam-role';
import { IamRolePolicy } from '@cdktf/provider-aws/lib/iam-role-policy';
import { check, type IUserPool, nameInTerraform, policyDocument, snakeCase } from '@gatehouse/construct-kit';
import { TerraformOutput } from 'cdktf';
import { Construct } from 'constructs';
import { checkKeyArn } from './key-arn';
import { LoggedRole } from './logged-role';

/**
 * Who may import users into a pool, from exports of which keys.
 * @example users.addUserImport('import', { name: 'acme-import-users', trusted, keyArns: [keyArn] })
 */
export interface UserImportOptions {
  /** Name of the role in AWS, unique in the account: 1 to 59 letters, digits and _ . - */
  readonly name: string;
  /** ARNs of the roles and users that may assume it. */
  readonly trusted: readonly string[];
  /** ARNs of the keys of the exports that it may read; at least one. */
  readonly keyArns: readonly string[];
}

export interface UserImportProps extends UserImportOptions {
  readonly userPool: IUserPool;
}

/**
 * What `npx nx import-users <environment>` needs: a role that decrypts exports and puts users into one pool, a log of who used it, and
 * the role with which Cognito logs what became of each user (`/aws/cognito/...`).
 *
 * @throws ConstructError for a name that AWS refuses, no key, and nobody or anybody who may assume the role.
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-using-import-tool.html
 * @example
 * users.addUserImport('import', { name: 'acme-import-users', trusted: [administrator], keyArns: [exported.keyArn] });
 */
export class UserImport extends Construct {
  readonly roleArn: string;

  constructor(scope: Construct, id: string, { keyArns, name, trusted, userPool }: UserImportProps) {
    super(scope, id);
    check(this, keyArns.length > 0, {
      prop: 'keyArns',
      expected: 'the ARN of at least one key',
      found: keyArns,
      fix: 'Name the keys of the exports: the output of addUserExport has it',
    });
    for (const arn of keyArns) checkKeyArn(this, 'keyArns', arn);
    const address = snakeCase(id);
    const logRoleArn = this.addLogRole(`${address}_logs`, `${name}-logs`);
    const passed = { StringEquals: { 'iam:PassedToService': 'cognito-idp.amazonaws.com' } };
    const { roleArn } = new LoggedRole(this, 'role', {
      name,
      address,
      trusted,
      allows: [
        { Effect: 'Allow', Action: WRITE, Resource: userPool.userPoolArn },
        { Effect: 'Allow', Action: 'kms:Decrypt', Resource: keyArns },
        { Effect: 'Allow', Action: 'iam:PassRole', Resource: logRoleArn, Condition: passed },
      ],
    });
    this.roleArn = roleArn;
    const value = {
      kind: 'user-import',
      user_pool_id: userPool.userPoolId,
      role_arn: roleArn,
      log_role_arn: logRoleArn,
    };
    new TerraformOutput(this, 'output', { value }).overrideLogicalId(address);
  }

  /** https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-using-import-tool-cli-cloudwatch-iam-role.html */
  private addLogRole(address: string, name: string): string {
    const Principal = { Service: 'cognito-idp.amazonaws.com' };
    const assumeRolePolicy = policyDocument([{ Effect: 'Allow', Principal, Action: 'sts:AssumeRole' }]);
    const role = nameInTerraform(new IamRole(this, 'logs', { name, assumeRolePolicy }), address);
    const policy = policyDocument([
      { Effect: 'Allow', Action: LOG, Resource: 'arn:*:logs:*:*:log-group:/aws/cognito/*' },
    ]);
    nameInTerraform(new IamRolePolicy(this, 'logs policy', { role: role.name, name: 'permissions', policy }), address);
    return role.arn;
  }
}

const LOG = ['CreateLogGroup', 'CreateLogStream', 'DescribeLogStreams', 'PutLogEvents'].map((name) => `logs:${name}`);

const WRITE = [
  'AdminAddUserToGroup',
  'AdminDisableUser',
  'AdminLinkProviderForUser',
  'CreateUserImportJob',
  'DescribeUserImportJob',
  'DescribeUserPool',
  'GetCSVHeader',
  'ListGroups',
  'ListIdentityProviders',
  'StartUserImportJob',
].map((name) => `cognito-idp:${name}`);
