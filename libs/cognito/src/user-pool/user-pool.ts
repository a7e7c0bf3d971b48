import { CognitoUserPool } from '@cdktf/provider-aws/lib/cognito-user-pool';
import { formats } from '@gatehouse/checks';
import { checkText, type IFunction, nameInTerraform, snakeCase } from '@gatehouse/construct-kit';
import { type Construct } from 'constructs';
import { type KnownAttributes } from '../attributes/attribute';
import { attributesConfig, type AttributesProps } from '../attributes/attributes';
import { invitationTemplate, messagesConfig, type MessagesProps } from '../messages/messages';
import { signInConfig, type SignInProps } from '../sign-in/sign-in';
import { PoolTriggers } from '../triggers/pool-triggers';
import { type TriggerName, type TriggerOptions, type TriggersProps } from '../triggers/triggers';
import { BaseUserPool } from './base-user-pool';
import {
  type FromArnOptions,
  type FromIdOptions,
  type ImportedUserPool,
  userPoolFromArn,
  userPoolFromId,
} from './imported-user-pool';
import { rememberAttributes } from '../attributes/known-attributes';
import { hasNoOthers } from '../resource-servers/known-servers';

/**
 * Everything of a user pool but what is added to it afterwards.
 * @example new UserPool(stack, 'users', { name: 'acme-users', mfa: 'required', featurePlan: 'plus' })
 */
export interface UserPoolProps<Custom extends string = never>
  extends AttributesProps<Custom>, MessagesProps, SignInProps, TriggersProps {
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
 * The people who may sign in: by e-mail address, verified by a code, in any letter case, unless `signInWith` says
 * otherwise; a lost password is recovered by e-mail. `Custom` is any name of its custom attributes.
 *
 * @throws ConstructError for a name, an attribute or a password policy that Cognito refuses.
 * @see https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/cognito_user_pool
 * @example const users = new UserPool(stack, 'users', { name: 'acme-users', customAttributes: { tenant: { type: 'string' } } });
 */
export class UserPool<Custom extends string = never> extends BaseUserPool<Custom> {
  readonly userPoolId: string;
  readonly userPoolArn: string;
  readonly endpoint: string;
  protected readonly attributes: KnownAttributes;
  private readonly triggers: PoolTriggers;

  /**
   * A user pool that is made elsewhere: in another stack, environment or account. Authorizers and identity pools take it, and clients,
   * resource servers and domains can be added to it where the stack is of its region and account; its own settings stay as they are.
   *
   * @param userPoolId such as `eu-west-1_AbCdEf123`
   * @throws ConstructError for what is no id of a user pool.
   */
  static fromId<Custom extends string = never>(
    scope: Construct,
    id: string,
    userPoolId: string,
    options: FromIdOptions<Custom> = {},
  ): ImportedUserPool<Custom> {
    return userPoolFromId(scope, id, userPoolId, options);
  }

  /**
   * As `fromId`, for a pool of any account.
   *
   * @param userPoolArn such as `arn:aws:cognito-idp:eu-west-1:111111111111:userpool/eu-west-1_AbCdEf123`
   * @throws ConstructError for what is no ARN of a user pool.
   */
  static fromArn<Custom extends string = never>(
    scope: Construct,
    id: string,
    userPoolArn: string,
    options: FromArnOptions<Custom> = {},
  ): ImportedUserPool<Custom> {
    return userPoolFromArn(scope, id, userPoolArn, options);
  }

  constructor(scope: Construct, id: string, props: UserPoolProps<Custom>) {
    super(scope, id);
    checkText(this, props.name, {
      prop: 'name',
      fix: 'Cognito refuses other names',
      ...formats.userPoolName,
    });

    const attributes = attributesConfig(this, props);
    const pool = new CognitoUserPool(this, 'Resource', {
      name: props.name,
      deletionProtection: (props.deletionProtection ?? true) ? 'ACTIVE' : 'INACTIVE',
      adminCreateUserConfig: {
        allowAdminCreateUserOnly: !props.selfSignUp,
        inviteMessageTemplate: invitationTemplate(this, props.messages),
      },
      ...attributes,
      ...messagesConfig(this, props),
      ...signInConfig(this, props, attributes),
    });
    nameInTerraform(pool, snakeCase(id));
    this.attributes = { standard: props.standardAttributes ?? {}, custom: props.customAttributes ?? {} };
    this.userPoolId = pool.id;
    this.userPoolArn = pool.arn;
    this.endpoint = pool.endpoint;
    this.triggers = new PoolTriggers(this, 'triggers', pool, snakeCase(id));
    this.triggers.addAll(props.triggers);
    hasNoOthers(this);
    rememberAttributes(this, props);
  }

  /**
   * A function that Cognito calls, as `triggers` of the props does it, for compositions that take a pool that is made.
   *
   * @throws ConstructError when the trigger has a function.
   * @example
   * users.addTrigger('preTokenGeneration', tenantClaims, { version: 'V2_0' });
   */
  addTrigger<Name extends TriggerName>(name: Name, target: IFunction, ...[options]: TriggerOptions<Name>): void {
    this.triggers.add(name, { ...options, function: target });
  }
}
