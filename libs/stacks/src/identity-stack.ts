import { EmailSender, IdentityPool, type ResourceServer, UserPool, type UserPoolClient } from '@gatehouse/cognito';
import { check } from '@gatehouse/construct-kit';
import { type Environment, resourceName } from '@gatehouse/environment';
import { EnvironmentStack } from '@gatehouse/platform';
import { type Construct } from 'constructs';
import { publishIdentity } from './publish-identity';

/** What access tokens may be asked for, and what people read who agree to it. */
const reportScopes = { read: 'Read reports', write: 'Create reports' };

/** The people: who may sign in, through which clients, and what clients may ask for. */
export class IdentityStack extends EnvironmentStack {
  readonly users: UserPool;
  /** The API whose scopes routes ask for. */
  readonly reports: ResourceServer<keyof typeof reportScopes>;
  /** Signs people in. */
  readonly app: UserPoolClient;
  /** Calls the API without a person. */
  readonly machine: UserPoolClient;
  /** AWS credentials for people who are signed in, and for guests where the environment has some. */
  readonly people: IdentityPool;

  constructor(scope: Construct, environment: Environment) {
    super(scope, 'identity', environment);
    this.users = this.addUserPool();
    this.reports = this.users.addResourceServer('reports', { identifier: 'reports', scopes: reportScopes });
    const { reports } = this;
    this.app = this.users.addAppClient('app', {
      scopes: ['openid', reports.scope('read'), reports.scope('write')],
      settings: this.clientSettings('app'),
    });
    this.machine = this.users.addMachineClient('machine', {
      scopes: [reports.scope('read'), reports.scope('write')],
      settings: this.clientSettings('machine'),
    });
    this.people = this.addIdentityPool();
    this.addDomain();
    this.addOutput('region', environment.region);
  }

  /** cdktf asks for this before it reads what the stack holds. */
  override prepareStack(): void {
    publishIdentity(this);
    super.prepareStack();
  }

  private addUserPool(): UserPool {
    const { identity, region } = this.environment;
    return new UserPool(this, 'users', {
      name: resourceName(this.environment, 'users'),
      selfSignUp: identity.selfSignUp,
      deletionProtection: identity.deletionProtection,
      mfa: identity.mfa,
      passwordPolicy: identity.passwordPolicy,
      featurePlan: identity.featurePlan,
      email: identity.email && EmailSender.ses({ region, ...identity.email }),
    });
  }

  private addIdentityPool(): IdentityPool {
    return new IdentityPool(this, 'people', {
      name: resourceName(this.environment, 'people'),
      clients: [this.app],
      guests: this.environment.identity.guests,
    });
  }

  /** Machines get their tokens from it, and people their sign-in pages. */
  private addDomain(): void {
    const { endpoint, identity, name } = this.environment;
    const { domainPrefix: prefix } = identity;
    check(this, prefix !== undefined || endpoint !== undefined, {
      prop: `identity.domainPrefix (environments/${name}.json)`,
      expected: 'a domain prefix, because machine clients get their tokens from the domain of the pool',
      found: prefix,
      fix: 'Add one that is free in the region, such as "<company>-<environment>"',
    });
    if (prefix !== undefined) this.users.addDomain('domain', { prefix });
  }
}
