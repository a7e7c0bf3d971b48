import { KmsKey } from '@cdktf/provider-aws/lib/kms-key';
import { type IUserPool, nameInTerraform, snakeCase } from '@gatehouse/construct-kit';
import { TerraformOutput } from 'cdktf';
import { Construct } from 'constructs';
import { checkKeyArn } from './key-arn';
import { LoggedRole } from './logged-role';

/**
 * Who may export the users of a pool, and with which key.
 * @example users.addUserExport('export', { name: 'acme-export-users', trusted })
 */
export interface UserExportOptions {
  /** Name of the role in AWS, unique in the account: 1 to 64 letters, digits and _ . - */
  readonly name: string;
  /** ARNs of the roles and users that may assume it. */
  readonly trusted: readonly string[];
  /**
   * ARN of the key that encrypts exports. Who destroys it makes every export unreadable, so a key that lives apart from the pool is
   * better than the one that is made here.
   * @default - one is made, and destroyed with the stack after 30 days
   */
  readonly keyArn?: string;
}

export interface UserExportProps extends UserExportOptions {
  readonly userPool: IUserPool;
}

/**
 * What `npx nx export-users <environment>` needs: a role that reads the users of one pool and can encrypt, but not decrypt, an export;
 * its key; and a log of who used it.
 *
 * @throws ConstructError for a name that AWS refuses, what is no ARN of a key, and nobody or anybody who may assume the role.
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-using-import-tool.html
 * @example
 * users.addUserExport('export', { name: 'acme-export-users', trusted: ['arn:aws:iam::111111111111:role/administrator'] });
 */
export class UserExport extends Construct {
  readonly keyArn: string;
  readonly roleArn: string;

  constructor(scope: Construct, id: string, { userPool, ...options }: UserExportProps) {
    super(scope, id);
    const address = snakeCase(id);
    if (options.keyArn !== undefined) checkKeyArn(this, 'keyArn', options.keyArn);
    this.keyArn = options.keyArn ?? this.addKey(address, options.name);
    const { roleArn } = new LoggedRole(this, 'role', {
      name: options.name,
      address,
      trusted: options.trusted,
      allows: [
        { Effect: 'Allow', Action: READ, Resource: userPool.userPoolArn },
        { Effect: 'Allow', Action: 'kms:GenerateDataKey', Resource: this.keyArn },
      ],
    });
    this.roleArn = roleArn;
    const value = { kind: 'user-export', user_pool_id: userPool.userPoolId, role_arn: roleArn, key_arn: this.keyArn };
    new TerraformOutput(this, 'output', { value }).overrideLogicalId(address);
  }

  private addKey(address: string, name: string): string {
    const key = new KmsKey(this, 'key', {
      description: `Exports of users: ${name}`,
      enableKeyRotation: true,
      deletionWindowInDays: 30,
    });
    return nameInTerraform(key, address).arn;
  }
}

const READ = ['DescribeUserPool', 'ListGroups', 'ListUsers', 'ListUsersInGroup'].map((name) => `cognito-idp:${name}`);
