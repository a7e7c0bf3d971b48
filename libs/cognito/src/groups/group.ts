import { CognitoUserGroup } from '@cdktf/provider-aws/lib/cognito-user-group';
import {
  check,
  checkText,
  checkWholeNumber,
  type IUserPool,
  nameInTerraform,
  plainText,
  snakeCase,
} from '@gatehouse/construct-kit';
import { Token } from 'cdktf';
import { Construct } from 'constructs';
import { checkRoleArn } from '../role-arn';
import { registerGroup } from './known-groups';

/**
 * A role that an identity pool may give: it trusts that identity pool.
 * @example users.addGroup('editors', { role: people.addRole('editors') })
 */
export interface GroupRole {
  /** Undefined: the role is not made in this environment. */
  readonly roleArn: string | undefined;
}

/**
 * What a group is called, and what its people get.
 * @example users.addGroup('admins', { description: 'May change everything', precedence: 1 })
 */
export interface GroupOptions {
  /**
   * What tokens say, in the claim `cognito:groups`: 1 to 128 characters without spaces. Changing it makes another group,
   * without the people of the former one.
   * @default - the id
   */
  readonly groupName?: string;
  /** What the group is for, up to 2,048 characters. @default - none */
  readonly description?: string;
  /**
   * Whose role people get who are in several groups: that of the lowest number, from 0.
   * @default - after all groups that have one
   */
  readonly precedence?: number;
  /**
   * What the identity pool gives to people of the group, where it takes roles from tokens. It trusts that identity pool.
   * @see https://docs.aws.amazon.com/cognito/latest/developerguide/role-based-access-control.html
   * @default - none
   */
  readonly role?: GroupRole;
}

/**
 * The options of a group, and its pool.
 * @example new Group(stack, 'admins', { userPool: users, precedence: 1 })
 */
export interface GroupProps extends GroupOptions {
  readonly userPool: IUserPool;
}

/**
 * People of a pool who share something. Their tokens name the group; API Gateway cannot check that, so `groupScopes` of
 * @gatehouse/patterns gives groups scopes.
 *
 * @example const admins = users.addGroup('admins', { description: 'May change everything', precedence: 1 });
 * @throws ConstructError for names, descriptions and numbers that Cognito does not have, and for a name used twice.
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-user-groups.html
 * @see https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/cognito_user_group
 */
export class Group extends Construct {
  readonly groupName: string;

  constructor(scope: Construct, id: string, props: GroupProps) {
    super(scope, id);
    this.groupName = props.groupName ?? id;
    checkProps(this, this.groupName, props);
    registerGroup(props.userPool, this);
    const group = new CognitoUserGroup(this, 'Resource', {
      userPoolId: props.userPool.userPoolId,
      name: this.groupName,
      description: props.description && plainText(props.description),
      precedence: props.precedence,
      roleArn: props.role?.roleArn,
    });
    nameInTerraform(group, snakeCase(id));
  }
}

/** https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateGroup.html */
function checkProps(group: Construct, name: string, { description, precedence, role }: GroupOptions): void {
  if (role?.roleArn !== undefined) checkRoleArn(group, 'role.roleArn', role.roleArn);
  checkText(group, name, {
    prop: 'groupName',
    pattern: /^[\p{L}\p{M}\p{S}\p{N}\p{P}]{1,128}$/u,
    expected: '1 to 128 letters, digits and punctuation marks, without spaces',
    fix: 'Give the group such a name, or such an id',
  });
  if (description !== undefined) {
    check(group, Token.isUnresolved(description) || description.length <= 2048, {
      prop: 'description',
      expected: 'at most 2,048 characters',
      found: `${description.length} characters`,
      fix: 'Shorten it',
    });
  }
  if (precedence !== undefined) {
    checkWholeNumber(group, precedence, {
      prop: 'precedence',
      min: 0,
      max: 2_147_483_647,
      fix: 'The lowest number decides; 0 is the lowest',
    });
  }
}
