import { CognitoIdentityPool } from '@cdktf/provider-aws/lib/cognito-identity-pool';
import { CognitoIdentityPoolRolesAttachment } from '@cdktf/provider-aws/lib/cognito-identity-pool-roles-attachment';
import { check, checkText, type IUserPoolClient, nameInTerraform, snakeCase } from '@gatehouse/construct-kit';
import { Construct } from 'constructs';
import { FederatedRole } from './federated-role';
import { addPrincipalTags, type PrincipalTags } from './principal-tags';

export interface IdentityPoolProps {
  /** Name in AWS, and the beginning of its roles' names, which are unique in an account: 1 to 50 characters. */
  readonly name: string;
  /** The clients whose ID tokens are exchanged for credentials, of any user pools; at least one. */
  readonly clients: readonly IUserPoolClient[];
  /**
   * Whether anyone on the internet gets credentials without signing in.
   * @default false
   */
  readonly guests?: boolean;
  /**
   * Tags of the credentials of people who are signed in, each from a claim of their ID token: `{ team: 'custom:team' }`. A
   * policy reads one as `${aws:PrincipalTag/team}`.
   * @default - none
   */
  readonly principalTags?: PrincipalTags;
}

/**
 * Exchanges the ID tokens of user pool clients for temporary AWS credentials; guests get some only with `guests`. Neither may do
 * anything until something is allowed to them.
 *
 * @throws ConstructError for a name that AWS refuses, no client, and tags that AWS refuses.
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/identity-pools.html
 * @see https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/cognito_identity_pool
 */
export class IdentityPool extends Construct {
  readonly identityPoolId: string;
  /** People who are signed in. */
  readonly authenticated: FederatedRole;
  /** Anyone who is not signed in. Where guests get no credentials, what is allowed to them is written nowhere. */
  readonly guests: FederatedRole;

  constructor(scope: Construct, id: string, props: IdentityPoolProps) {
    super(scope, id);
    checkProps(this, props);
    const { clients, guests = false, name, principalTags } = props;
    const identityPool = new CognitoIdentityPool(this, 'Resource', {
      identityPoolName: name,
      allowUnauthenticatedIdentities: guests,
      // The classic flow lets a client choose any role that trusts the pool.
      allowClassicFlow: false,
      cognitoIdentityProviders: clients.map(identityProvider),
    });
    nameInTerraform(identityPool, snakeCase(id));
    this.identityPoolId = identityPool.id;
    const role = (kind: 'authenticated' | 'guest', exists: boolean) =>
      new FederatedRole(this, kind, {
        identityPool,
        name: `${name}-${kind}`,
        amr: kind === 'guest' ? 'unauthenticated' : kind,
        tagged: kind === 'authenticated' && principalTags !== undefined,
        address: `${id}_${kind}`,
        exists,
      });
    this.authenticated = role('authenticated', true);
    this.guests = role('guest', guests);
    this.attachRoles(id, identityPool);
    if (principalTags !== undefined) addPrincipalTags(this, snakeCase(id), identityPool, clients, principalTags);
  }

  private attachRoles(id: string, identityPool: CognitoIdentityPool): void {
    const { roleArn: authenticated } = this.authenticated;
    const { roleArn: unauthenticated } = this.guests;
    const roles = new CognitoIdentityPoolRolesAttachment(this, 'Roles', {
      identityPoolId: identityPool.id,
      roles: { ...(authenticated && { authenticated }), ...(unauthenticated && { unauthenticated }) },
    });
    nameInTerraform(roles, snakeCase(id));
  }
}

function identityProvider({ clientId, userPool }: IUserPoolClient) {
  return {
    clientId,
    providerName: userPool.endpoint,
    // Otherwise the token of a person who was disabled or signed out everywhere is still taken.
    serverSideTokenCheck: true,
  };
}

function checkProps(construct: Construct, { name, clients }: IdentityPoolProps): void {
  checkText(construct, name, {
    prop: 'name',
    pattern: /^[\w+=,.@-]{1,50}$/,
    expected: '1 to 50 letters, digits and _ + = , . @ -',
    fix: 'With -authenticated behind it, it is the name of a role',
  });
  check(construct, clients.length > 0, {
    prop: 'clients',
    expected: 'at least one client',
    found: clients,
    fix: 'Give the clients whose people get credentials',
  });
}
