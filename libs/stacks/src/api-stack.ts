import { type IUserPool } from '@gatehouse/construct-kit';
import { type Environment, resourceName } from '@gatehouse/environment';
import { Code, LambdaFunction } from '@gatehouse/functions';
import { RestApi } from '@gatehouse/gateway';
import { EnvironmentStack } from '@gatehouse/platform';
import { type Construct } from 'constructs';
import { type IdentityStack } from './identity-stack';
import { addRoutes } from './routes';
import { apiProps, protectApi, publishApi } from './serve-api';

export interface ApiStackProps {
  /** The user pool that guards the API. */
  readonly users: Pick<IUserPool, 'userPoolArn'>;
  /** The API whose scopes the routes ask for. */
  readonly reports: IdentityStack['reports'];
  /** Who calls IAM routes with AWS credentials. */
  readonly people: Pick<IdentityStack['people'], 'authenticated' | 'guests'>;
}

/** The API: its routes, guarded by the pool of the identity stack, and the function behind them. */
export class ApiStack extends EnvironmentStack {
  readonly api: RestApi;

  constructor(scope: Construct, environment: Environment, { people, reports, users }: ApiStackProps) {
    super(scope, 'api', environment);
    const { domain } = environment.api;
    // Deployed as resources, and so it stays. Without this line the same API is one body, as each new one is.
    this.api = new RestApi(this, 'api', { ...apiProps(environment, 'api'), definition: 'resources' });
    this.api.addCognitoAuthorizer('users', { userPools: [users] });
    addRoutes(this.api, this.addService(), reports);
    this.api.grantInvoke(people.guests, 'GET /prices');
    this.api.grantInvoke(people.authenticated, 'GET /prices');
    if (domain !== undefined) this.api.addDomain(domain);
    protectApi(this.api, environment, users);
    publishApi(this, this.api);
  }

  private addService(): LambdaFunction {
    const { cors, logs, tracing } = this.environment.api;
    return new LambdaFunction(this, 'service', {
      functionName: resourceName(this.environment, 'service'),
      code: Code.service('api'),
      // API Gateway answers preflights; the function must name the origin in its own answers.
      variables: cors && {
        ALLOWED_ORIGINS: cors.allowOrigins.join(','),
        ...(cors.allowCredentials && { ALLOW_CREDENTIALS: 'true' }),
      },
      logRetentionDays: logs.retentionDays,
      tracing,
    });
  }
}
