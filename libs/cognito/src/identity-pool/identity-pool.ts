import { CognitoIdentityPool } from '@cdktf/provider-aws/lib/cognito-identity-pool';
import {
  CognitoIdentityPoolRolesAttachment,
  type CognitoIdentityPoolRolesAttachmentRoleMapping,
} from '@cdktf/provider-aws/lib/cognito-identity-pool-roles-attachment';
import { check, type IUserPoolClient, nameInTerraform, snakeCase } from '@gatehouse/construct-kit';
import { type Construct } from 'constructs';
import { BaseIdentityPool } from './base-identity-pool';
import { FederatedRole, type HeldRole } from './federated-role';
import { Login } from './login';
import { identityPoolFromId, identityPoolFromName } from './imported-identity-pool';
import { addPrincipalTags } from './principal-tags';
import { checkProps, type IdentityPoolProps } from './props';
import { providersConfig } from './providers-config';
import {
  keyOf,
  keysOf,
  mappingByRules,
  mappingByToken,
  type RoleMappingOptions,
  type RoleRule,
  type TokenSource,
} from './role-mapping';

/**
 * Exchanges the tokens of user pool clients, and of other logins, for temporary AWS credentials; guests get some only with
 * `guests`. Neither may do anything until something is allowed to them.
 *
 * @throws ConstructError for a name that AWS refuses, nobody who could sign in, and tags that AWS refuses.
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/identity-pools.html
 * @see https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/cognito_identity_pool
 * @example
 * const people = new IdentityPool(this, 'people', { name: 'acme-people', clients: [app] });
 * people.authenticated.allow(['s3:GetObject'], ['arn:aws:s3:::acme-photos/*']);
 */
export class IdentityPool extends BaseIdentityPool {
  readonly identityPoolId: string;
  /** People who are signed in, unless a mapping gives them another role. */
  readonly authenticated: HeldRole;
  /** Anyone who is not signed in. Where guests get no credentials, what is allowed to them is written nowhere. */
  readonly guests: FederatedRole;
  private readonly attachment: CognitoIdentityPoolRolesAttachment;
  private readonly mappings = new Map<string, CognitoIdentityPoolRolesAttachmentRoleMapping>();

  /**
   * An identity pool that is made elsewhere. Roles that trust it can be added; its own settings stay as they are.
   *
   * @param identityPoolId such as `eu-west-1:1f6e2a30-5b6c-4d7e-8f90-a1b2c3d4e5f6`
   * @throws ConstructError for what is no id of an identity pool.
   * @example
   * const people = IdentityPool.fromId(this, 'people', 'eu-west-1:1f6e2a30-5b6c-4d7e-8f90-a1b2c3d4e5f6');
   */
  static fromId(scope: Construct, id: string, identityPoolId: string): BaseIdentityPool {
    return identityPoolFromId(scope, id, identityPoolId);
  }

  /**
   * As `fromId`, by the name of the only identity pool that has it; Terraform asks AWS for the id, each time it plans.
   *
   * @see https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/data-sources/cognito_identity_pool
   * @example
   * const people = IdentityPool.fromName(this, 'people', 'acme-people');
   */
  static fromName(scope: Construct, id: string, identityPoolName: string): BaseIdentityPool {
    return identityPoolFromName(scope, id, identityPoolName);
  }

  constructor(
    scope: Construct,
    id: string,
    private readonly props: IdentityPoolProps,
  ) {
    super(scope, id);
    checkProps(this, props);
    const { classicFlow, clients = [], guests = false, logins = [], name, principalTags: tags } = props;
    const identityPool = new CognitoIdentityPool(this, 'Resource', {
      identityPoolName: name,
      allowUnauthenticatedIdentities: guests,
      allowClassicFlow: classicFlow !== undefined,
      ...providersConfig(this, props),
      ...(classicFlow !== undefined && { tags: { 'classic-flow': classicFlow } }),
    });
    nameInTerraform(identityPool, snakeCase(id));
    this.identityPoolId = identityPool.id;
    this.authenticated = this.addRole('authenticated');
    this.guests = new FederatedRole(this, 'guest', {
      identityPoolId: identityPool.id,
      name: `${name}-guest`,
      amr: 'unauthenticated',
      tagged: false,
      address: `${id}_guest`,
      exists: guests,
    });
    this.attachment = this.attachRoles(identityPool);
    if (tags) addPrincipalTags(this, snakeCase(id), { identityPoolId: identityPool.id, clients, logins, tags });
  }

  /**
   * As of any identity pool; its name begins with the identity pool's, and its sessions are tagged where there are tags.
   *
   * @throws ConstructError for a name that IAM refuses.
   */
  override addRole(id: string, { name = `${this.props.name}-${id}` }: { readonly name?: string } = {}): HeldRole {
    return super.addRole(id, { name, tagged: this.props.principalTags !== undefined });
  }

  /**
   * People of this client get the role that the groups of their user pool give; those who are in no such group get none,
   * unless `otherwise` says more.
   *
   * @throws ConstructError for a second mapping of one client, one that the identity pool does not have, and with `classicFlow`.
   * @see https://docs.aws.amazon.com/cognito/latest/developerguide/role-based-access-control.html
   * @example
   * people.mapRolesByToken(app, { otherwise: 'authenticatedRole' });
   */
  mapRolesByToken(client: IUserPoolClient, options: RoleMappingOptions = {}): void {
    this.map(client, mappingByToken(client, options));
  }

  /**
   * People get the role of the first rule that their token fits; those whom none fits get none, unless `otherwise` says more.
   *
   * @throws ConstructError as `mapRolesByToken`, and for no rule, an attribute of another user pool, and claims and values that
   *   AWS refuses.
   * @see https://docs.aws.amazon.com/cognito/latest/developerguide/role-based-access-control.html
   * @example
   * people.mapRolesByRules(app, [{ claim: users.attribute('tier'), value: 'gold', role: people.addRole('gold') }]);
   */
  mapRolesByRules(source: TokenSource, rules: readonly RoleRule[], options: RoleMappingOptions = {}): void {
    this.map(source, mappingByRules(this, source, rules, options));
  }

  private map(source: TokenSource, mapping: CognitoIdentityPoolRolesAttachmentRoleMapping): void {
    const key = keyOf(source);
    const { classicFlow, clients = [], logins = [] } = this.props;
    const problem = (expected: string, fix: string) => ({
      prop: 'role mapping',
      expected,
      found: source instanceof Login ? key : source,
      fix,
    });
    check(
      this,
      [...clients, ...logins].some((each) => keyOf(each) === key),
      problem('a client or login of this identity pool', 'Give it to the identity pool too, in clients or logins'),
    );
    check(
      this,
      !this.mappings.has(key),
      problem('one mapping for each client and login', 'Put all rules into one mapping'),
    );
    check(
      this,
      classicFlow === undefined,
      problem(
        'no mapping where classicFlow is on',
        'AWS refuses the classic flow of pools with mappings: drop one of the two',
      ),
    );
    for (const identityProvider of keysOf(source))
      this.mappings.set(identityProvider, { ...mapping, identityProvider });
    this.attachment.putRoleMapping([...this.mappings.values()]);
  }

  private attachRoles(identityPool: CognitoIdentityPool): CognitoIdentityPoolRolesAttachment {
    const { roleArn: authenticated } = this.authenticated;
    const { roleArn: unauthenticated } = this.guests;
    const roles = new CognitoIdentityPoolRolesAttachment(this, 'Roles', {
      identityPoolId: identityPool.id,
      roles: { authenticated, ...(unauthenticated && { unauthenticated }) },
    });
    return nameInTerraform(roles, snakeCase(this.node.id));
  }
}
