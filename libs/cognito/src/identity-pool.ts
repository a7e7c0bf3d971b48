import { CognitoIdentityPool } from '@cdktf/provider-aws/lib/cognito-identity-pool';
import { CognitoIdentityPoolRolesAttachment } from '@cdktf/provider-aws/lib/cognito-identity-pool-roles-attachment';
import { check, checkText, type IUserPoolClient, nameInTerraform, snakeCase } from '@gatehouse/construct-kit';
import { Construct } from 'constructs';
import { FederatedRole, type Permission } from './federated-role';

export interface IdentityPoolProps {
  /** Name in AWS, and the beginning of its roles' names, which are unique in an account: 1 to 50 characters. */
  readonly name: string;
  /** The clients whose ID tokens are exchanged for credentials, of any user pools; at least one. */
  readonly clients: readonly IUserPoolClient[];
  /**
   * What people who are signed in may do.
   * @default - nothing: they have credentials without permissions
   */
  readonly authenticated?: readonly Permission[];
  /**
   * What anyone on the internet may do without signing in. An empty list gives guests credentials without permissions.
   * @default - guests get no credentials
   */
  readonly guests?: readonly Permission[];
}

/**
 * Exchanges the ID tokens of user pool clients for temporary AWS credentials; guests get some only with `guests`.
 *
 * @throws ConstructError for a name that AWS refuses, no client, and permissions that are too wide.
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/identity-pools.html
 * @see https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/cognito_identity_pool
 */
export class IdentityPool extends Construct {
  readonly identityPoolId: string;

  constructor(scope: Construct, id: string, props: IdentityPoolProps) {
    super(scope, id);
    checkProps(this, props);
    const { name, authenticated = [], guests } = props;
    const identityPool = new CognitoIdentityPool(this, 'Resource', {
      identityPoolName: name,
      allowUnauthenticatedIdentities: guests !== undefined,
      // The classic flow lets a client choose any role that trusts the pool.
      allowClassicFlow: false,
      cognitoIdentityProviders: props.clients.map(identityProvider),
    });
    nameInTerraform(identityPool, snakeCase(id));
    this.identityPoolId = identityPool.id;
    const role = (kind: 'authenticated' | 'guest', permissions: readonly Permission[]) =>
      new FederatedRole(this, kind, {
        identityPool,
        name: `${name}-${kind}`,
        amr: kind === 'guest' ? 'unauthenticated' : kind,
        permissions,
        prop: kind === 'guest' ? 'guests' : kind,
        address: `${id}_${kind}`,
      }).roleArn;
    const roles = new CognitoIdentityPoolRolesAttachment(this, 'Roles', {
      identityPoolId: identityPool.id,
      roles: {
        authenticated: role('authenticated', authenticated),
        ...(guests && { unauthenticated: role('guest', guests) }),
      },
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
