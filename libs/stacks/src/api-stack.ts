import { type IUserPool } from '@gatehouse/construct-kit';
import { type Environment, resourceName } from '@gatehouse/environment';
import { Code, LambdaFunction } from '@gatehouse/functions';
import { Integration, OpenApiRestApi, RestApi } from '@gatehouse/gateway';
import { EnvironmentStack, workspaceOf, writtenIn } from '@gatehouse/platform';
import { type Construct } from 'constructs';
import { readDefinition } from './definition';
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
  readonly api: RestApi | OpenApiRestApi;
  private readonly users: ApiStackProps['users'];

  constructor(scope: Construct, environment: Environment, { people, reports, users }: ApiStackProps) {
    super(scope, 'api', environment);
    this.users = users;
    const { definition = 'routes', domain } = environment.api;
    this.api = definition === 'routes' ? this.addRestApi(reports) : this.addOpenApi(definition.openapi);
    this.api.grantInvoke(people.guests, 'GET /prices');
    this.api.grantInvoke(people.authenticated, 'GET /prices');
    if (domain !== undefined) this.api.addDomain(domain);
    protectApi(this.api, environment, users);
    publishApi(this, this.api);
  }

  private addRestApi(reports: ApiStackProps['reports']): RestApi {
    const api = new RestApi(this, 'api', apiProps(this.environment, 'api'));
    api.addCognitoAuthorizer('users', { userPools: [this.users] });
    addRoutes(api, this.addService(), reports);
    return api;
  }

  private addOpenApi(source: string): OpenApiRestApi {
    const api = new OpenApiRestApi(this, 'api', {
      ...apiProps(this.environment, 'api'),
      document: readDefinition(workspaceOf(this), source),
      source,
      project: this.environment.project,
      authorizer: { id: 'users', userPools: [this.users] },
      integration: Integration.lambda(this.addService()),
    });
    if (api.node.defaultChild !== undefined) writtenIn(api.node.defaultChild, source);
    return api;
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
