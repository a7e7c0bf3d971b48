import { IdentityPool, UserPool, UserPoolClient, type UserPoolClientOptions } from '@gatehouse/cognito';
import { type Environment, resourceName } from '@gatehouse/environment';
import { EnvironmentStack } from '@gatehouse/platform';
import { Construct } from 'constructs';

type Client = Environment['clients'][string];

/** The people: who may sign in, through which clients, and what clients may ask for. */
export class IdentityStack extends EnvironmentStack {
  readonly users: UserPool;

  constructor(scope: Construct, environment: Environment) {
    super(scope, 'identity', environment);
    this.users = this.addUserPool();
    this.addResourceServers(this.users);
    this.addIdentityPool(this.addClients(this.users));
    this.addDomain(this.users);
    this.addOutput('region', environment.region);
  }

  private addUserPool(): UserPool {
    const { identity } = this.environment;
    const pool = new UserPool(this, 'users', {
      name: resourceName(this.environment, 'users'),
      selfSignUp: identity.selfSignUp,
      deletionProtection: identity.deletionProtection,
      mfa: identity.mfa,
      passwordPolicy: identity.passwordPolicy,
    });
    this.addOutput('user_pool_id', pool.userPoolId);
    this.addOutput('user_pool_arn', pool.userPoolArn);
    this.addOutput('user_pool_endpoint', pool.endpoint);
    return pool;
  }

  private addResourceServers(pool: UserPool): void {
    for (const [identifier, scopes] of Object.entries(this.environment.identity.resourceServers)) {
      pool.addResourceServer(identifier, { identifier, scopes });
    }
  }

  /** Returns the clients that people sign in to. */
  private addClients(pool: UserPool): UserPoolClient[] {
    // In a scope of their own, so that a client and a resource server can have one name.
    const clients = new Construct(this, 'clients');
    const ofPeople: UserPoolClient[] = [];
    for (const [name, client] of Object.entries(this.environment.clients)) {
      const userPoolClient = new UserPoolClient(clients, name, { userPool: pool, ...clientOptions(client) });
      this.addOutput(`${name}_client_id`, userPoolClient.clientId);
      if (client.kind === 'machine') {
        this.addOutput(`${name}_client_secret`, userPoolClient.clientSecret, { sensitive: true });
      } else {
        ofPeople.push(userPoolClient);
      }
    }
    return ofPeople;
  }

  private addIdentityPool(clients: readonly UserPoolClient[]): void {
    const { identityPool } = this.environment.identity;
    if (identityPool === undefined) return;
    const { authenticated, guestPermissions, guests } = identityPool;
    const pool = new IdentityPool(this, 'people', {
      name: resourceName(this.environment, 'people'),
      clients,
      authenticated,
      guests: guests ? guestPermissions : undefined,
    });
    this.addOutput('identity_pool_id', pool.identityPoolId);
  }

  private addDomain(pool: UserPool): void {
    const prefix = this.environment.identity.domainPrefix;
    if (prefix === undefined) return;
    this.addOutput('token_url', pool.addDomain('domain', { prefix }).tokenUrl);
  }
}

function clientOptions(client: Client): UserPoolClientOptions {
  const { authFlows, callbackUrls, logoutUrls, scopes, tokenValidity } = client;
  if (client.kind === 'machine') return { oauth: { grant: 'clientCredentials', scopes }, tokenValidity };
  if (callbackUrls.length === 0) return { authFlows, tokenValidity };
  return { authFlows, oauth: { grant: 'code', scopes, callbackUrls, logoutUrls }, tokenValidity };
}
