import { check, checkText } from '@gatehouse/construct-kit';
import { Construct } from 'constructs';
import { FederatedRole, type HeldRole } from './federated-role';

/**
 * A role that an identity pool gives.
 * @example people.addRole('editors', { name: 'acme-editors' })
 */
export interface RoleOptions {
  /** Name of the role in AWS, unique in the account: 1 to 64 characters. */
  readonly name: string;
  /**
   * Whether the identity pool tags the sessions of this role (`principalTags`); the role must allow it.
   * @default false
   */
  readonly tagged?: boolean;
}

/**
 * What can be added to an identity pool, whether it is ours or made elsewhere.
 * @example IdentityPool.fromName(stack, 'people', 'acme-people').addRole('readers', { name: 'acme-readers' })
 */
export abstract class BaseIdentityPool extends Construct {
  /** Such as `eu-west-1:1f6e2a30-5b6c-4d7e-8f90-a1b2c3d4e5f6`. */
  abstract readonly identityPoolId: string;

  /**
   * One more role for people who are signed in: for rules of the identity pool, or for a group of the user pool. It trusts
   * this identity pool alone, and may do nothing until something is allowed to it.
   *
   * @throws ConstructError for a name that IAM refuses, and for an id that is taken.
   * @see https://docs.aws.amazon.com/cognito/latest/developerguide/role-trust-and-permissions.html
   * @example
   * const editors = people.addRole('editors', { name: 'acme-editors' });
   * editors.allow(['s3:PutObject'], ['arn:aws:s3:::acme-articles/*']);
   */
  addRole(id: string, { name, tagged = false }: RoleOptions): HeldRole {
    checkText(this, name, {
      prop: `addRole("${id}"), name`,
      pattern: /^[\w+=,.@-]{1,64}$/,
      expected: '1 to 64 letters, digits and _ + = , . @ -',
      fix: 'IAM refuses other names of roles',
    });
    check(this, this.node.tryFindChild(id) === undefined, {
      prop: `addRole("${id}"), id`,
      expected: 'an id that nothing else of the identity pool has',
      found: id,
      fix: 'Use the role that is there, such as people.authenticated, or choose another id',
    });
    const address = `${this.node.id}_${id}`;
    const { identityPoolId } = this;
    const props = { identityPoolId, name, amr: 'authenticated', tagged, address, exists: true } as const;
    return new FederatedRole(this, id, props) as HeldRole;
  }
}
