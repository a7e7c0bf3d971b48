import { CognitoUserPool } from '@cdktf/provider-aws/lib/cognito-user-pool';
import { checkText, nameInTerraform, snakeCase } from '@gatehouse/construct-kit';
import { type Construct } from 'constructs';
import { attributesConfig } from '../attributes/attributes';
import { messagesConfig } from '../messages/messages';
import { signInConfig, type SignInProps } from '../sign-in/sign-in';
import { BaseUserPool } from './base-user-pool';
import { type FromIdOptions, userPoolFromArn, userPoolFromId } from './imported-user-pool';
import { hasNoOthers } from '../resource-servers/known-servers';

export interface UserPoolProps extends SignInProps {
  /** Name shown in AWS, 1 to 128 characters. It need not be unique. */
  readonly name: string;
  /**
   * Whether anyone may make an account.
   * @default false: only administrators make accounts
   */
  readonly selfSignUp?: boolean;
  /**
   * Whether AWS refuses to delete the pool. To delete it, switch this off and apply, then destroy.
   * @default true
   * @see https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-deletion-protection.html
   */
  readonly deletionProtection?: boolean;
}

/**
 * The people who may sign in: by e-mail address, verified by a code, in any letter case; a lost password is recovered
 * by e-mail.
 *
 * @throws ConstructError for a name or a password policy that Cognito refuses.
 * @see https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/cognito_user_pool
 */
export class UserPool extends BaseUserPool {
  readonly userPoolId: string;
  readonly userPoolArn: string;
  readonly endpoint: string;

  /**
   * A user pool that is made elsewhere: in another stack, environment or account. Clients, resource servers and domains
   * can be added to it, authorizers and identity pools take it; its own settings stay as they are.
   *
   * @param userPoolId such as `eu-west-1_AbCdEf123`
   * @throws ConstructError for what is no id of a user pool.
   */
  static fromId(scope: Construct, id: string, userPoolId: string, options: FromIdOptions = {}): BaseUserPool {
    return userPoolFromId(scope, id, userPoolId, options);
  }

  /**
   * As `fromId`, for a pool of any account.
   *
   * @param userPoolArn such as `arn:aws:cognito-idp:eu-west-1:111111111111:userpool/eu-west-1_AbCdEf123`
   * @throws ConstructError for what is no ARN of a user pool.
   */
  static fromArn(scope: Construct, id: string, userPoolArn: string): BaseUserPool {
    return userPoolFromArn(scope, id, userPoolArn);
  }

  constructor(scope: Construct, id: string, props: UserPoolProps) {
    super(scope, id);
    checkText(this, props.name, {
      prop: 'name',
      pattern: /^[\w\s+=,.@-]{1,128}$/,
      expected: '1 to 128 letters, digits, spaces and _ + = , . @ -',
      fix: 'Cognito refuses other names',
    });

    const pool = new CognitoUserPool(this, 'Resource', {
      name: props.name,
      deletionProtection: (props.deletionProtection ?? true) ? 'ACTIVE' : 'INACTIVE',
      adminCreateUserConfig: { allowAdminCreateUserOnly: !props.selfSignUp },
      ...attributesConfig(),
      ...messagesConfig(),
      ...signInConfig(this, props),
    });
    nameInTerraform(pool, snakeCase(id));
    this.userPoolId = pool.id;
    this.userPoolArn = pool.arn;
    this.endpoint = pool.endpoint;
    hasNoOthers(this);
  }
}
