import { type Environment, resourceName } from '@gatehouse/environment';
import { Integration, OpenApiRestApi, RestApi } from '@gatehouse/gateway';
import { type Construct } from 'constructs';
import { readDefinition } from './definition';
import { EnvironmentStack } from './environment-stack';
import { type IdentityStack } from './identity-stack';
import { LambdaFunction } from './lambda-function';
import { addRoutes } from './routes';
import { writtenIn } from './sources';

export interface ApiStackProps {
  /** Whose user pool guards the API. */
  readonly identity: IdentityStack;
  /** Path of the service's code as a zip archive. */
  readonly archive: string;
  /** Folder that holds the OpenAPI document, if the environment names one. */
  readonly workspace: string;
}

/** The API: its routes, guarded by the pool of the identity stack, and the function behind them. */
export class ApiStack extends EnvironmentStack {
  private readonly userPool: { readonly userPoolArn: string };

  constructor(scope: Construct, environment: Environment, { identity, archive, workspace }: ApiStackProps) {
    super(scope, 'api', environment);
    this.userPool = { userPoolArn: this.readState(identity).getString('user_pool_arn') };
    const { definition = 'routes' } = environment.api;
    const api =
      definition === 'routes'
        ? this.addRestApi(archive)
        : this.addOpenApi(archive, definition.openapi, readDefinition(workspace, definition.openapi));
    this.protect(api);
    this.addOutput('api_url', api.url);
    if (api.domainTarget !== undefined) this.addOutput('api_domain_target', api.domainTarget);
    this.addOutput('rest_api_id', api.restApiId);
    this.addOutput('stage_name', api.stageName);
  }

  private addRestApi(archive: string): RestApi {
    const api = new RestApi(this, 'api', this.apiProps());
    api.addCognitoAuthorizer('users', { userPools: [this.userPool] });
    addRoutes(api, this.addService(archive));
    return api;
  }

  private addOpenApi(archive: string, source: string, document: unknown): OpenApiRestApi {
    const api = new OpenApiRestApi(this, 'api', {
      ...this.apiProps(),
      document,
      source,
      authorizer: { id: 'users', userPools: [this.userPool] },
      integration: Integration.lambda(this.addService(archive)),
    });
    if (api.node.defaultChild !== undefined) writtenIn(api.node.defaultChild, source);
    return api;
  }

  private apiProps() {
    const { cache, cors, logs, metrics, stage, throttle, tracing } = this.environment.api;
    return {
      name: resourceName(this.environment, 'api'),
      cors,
      stage: {
        name: stage,
        throttle,
        accessLog: { retentionDays: logs.retentionDays },
        loggingLevel: logs.level,
        metrics,
        tracing,
        cache,
      },
    };
  }

  /** What protects the API, and who is notified when it fails. */
  private protect(api: RestApi | OpenApiRestApi): void {
    const { alarms, api: settings } = this.environment;
    const { domain, waf } = settings;
    if (domain !== undefined) api.addDomain(domain);
    if (waf !== undefined) {
      const { userPool = false, ...rules } = waf;
      api.addWebAcl({ ...rules, userPools: userPool ? { users: this.userPool.userPoolArn } : undefined });
    }
    if (alarms !== undefined) api.addAlarms(alarms);
  }

  private addService(archive: string): LambdaFunction {
    const { cors, logs, tracing } = this.environment.api;
    return new LambdaFunction(this, 'service', {
      functionName: resourceName(this.environment, 'service'),
      archive: { path: archive, madeBy: 'node apps/api/build.mjs' },
      handler: 'index.handler',
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
