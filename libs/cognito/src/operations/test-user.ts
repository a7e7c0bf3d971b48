import { CognitoUser } from '@cdktf/provider-aws/lib/cognito-user';
import { CognitoUserInGroup } from '@cdktf/provider-aws/lib/cognito-user-in-group';
import {
  check,
  checkText,
  type IUserPool,
  nameInTerraform,
  plainText,
  type Secret,
  snakeCase,
} from '@gatehouse/construct-kit';
import { Token } from 'cdktf';
import { Construct } from 'constructs';
import { Group } from '../groups/group';
import { groupsOf } from '../groups/known-groups';
import { registerUser } from './known-users';

/**
 * A user of a test environment.
 * @example users.addTestUser('ann', { username: 'ann@example.com', attributes: { emailVerified: 'true' } })
 */
export interface TestUserOptions<Attribute extends string = string> {
  /** What the user signs in with: 1 to 128 characters without spaces; an e-mail address where people sign in with theirs. */
  readonly username: string;
  /**
   * Attributes by their names here, `{ emailVerified: 'true', name: 'Ann' }`.
   * @default - the e-mail address or phone number that `username` is
   */
  readonly attributes?: Readonly<Partial<Record<Attribute, string>>>;
  /**
   * The password, which is then in Terraform's state: never one that opens anything else.
   * @default - none: the user has to set one, by a forgotten password
   */
  readonly password?: Secret;
  /**
   * Groups that the user is in.
   * @default - none
   */
  readonly groups?: readonly { readonly groupName: string }[];
  /**
   * Whether the user may sign in.
   * @default true
   */
  readonly enabled?: boolean;
}

export interface TestUserProps extends Omit<TestUserOptions, 'attributes'> {
  readonly userPool: IUserPool;
  /** Attributes by their names in Cognito: `{ email_verified: 'true' }`. */
  readonly attributes: Readonly<Record<string, string>>;
}

/**
 * A user of a test environment, who gets no message. Real people are no Terraform: a rule refuses this in production.
 *
 * @throws ConstructError for a name that Cognito refuses or that another user has, and for a group of another pool.
 * @see https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/cognito_user
 * @see https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/cognito_user_in_group
 * @example
 * users.addTestUser('ann', { username: 'ann@example.com', attributes: { emailVerified: 'true' }, groups: [editors] });
 */
export class TestUser extends Construct {
  readonly username: string;

  constructor(scope: Construct, id: string, props: TestUserProps) {
    super(scope, id);
    const { attributes, enabled = true, groups = [], password, userPool } = props;
    checkText(this, props.username, {
      prop: 'username',
      pattern: /^[\p{L}\p{M}\p{S}\p{N}\p{P}]{1,128}$/u,
      expected: '1 to 128 characters without spaces',
      fix: 'Cognito refuses other names',
    });
    registerUser(userPool, this, props.username);
    for (const group of groups) checkGroup(this, userPool, group);
    const name = snakeCase(id);
    const user = new CognitoUser(this, 'Resource', {
      userPoolId: userPool.userPoolId,
      username: props.username,
      attributes: { ...contactIn(props.username), ...plainValues(attributes) },
      enabled,
      messageAction: 'SUPPRESS',
      ...(password && { password: password.value(this, `${name}_password`) }),
    });
    this.username = nameInTerraform(user, name).username;
    for (const { groupName } of groups) this.join(userPool.userPoolId, groupName, groups.length > 1);
  }

  private join(userPoolId: string, groupName: string, several: boolean): void {
    const { username } = this;
    const member = new CognitoUserInGroup(this, `in ${groupName}`, { userPoolId, username, groupName });
    nameInTerraform(member, snakeCase(several ? `${this.node.id}_${groupName}` : this.node.id));
  }
}

function checkGroup(user: TestUser, pool: IUserPool, group: { readonly groupName: string }): void {
  const isForeign =
    group instanceof Group && !Token.isUnresolved(group.groupName) && groupsOf(pool).get(group.groupName) !== group;
  check(user, !isForeign, {
    prop: 'groups',
    expected: 'groups of the same user pool',
    found: group.groupName,
    fix: 'Take what addGroup of this pool returns',
  });
}

const plainValues = (attributes: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries(attributes).map(([name, value]) => [name, plainText(value)]));

/** Cognito writes it by itself; without it, Terraform would take it away again at the next apply. */
function contactIn(username: string): Record<string, string> {
  if (/^[^@\s]+@[^@\s]+$/.test(username)) return { email: username };
  return /^\+\d+$/.test(username) ? { phone_number: username } : {};
}
