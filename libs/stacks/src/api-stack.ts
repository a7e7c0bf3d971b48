import { type Environment, resourceName } from '@gatehouse/environment';
import { RestApi } from '@gatehouse/gateway';
import { type Construct } from 'constructs';
import { EnvironmentStack } from './environment-stack';
import { type IdentityStack } from './identity-stack';
import { LambdaFunction } from './lambda-function';
import { addRoutes } from './routes';

export interface ApiStackProps {
  /** Whose user pool guards the API. */
  readonly identity: IdentityStack;
  /** Path of the service's code as a zip archive. */
  readonly archive: string;
}

/** The API: its routes, guarded by the pool of the identity stack, and the function behind them. */
export class ApiStack extends EnvironmentStack {
  private readonly userPoolArn: string;

  constructor(scope: Construct, environment: Environment, { identity, archive }: ApiStackProps) {
    super(scope, 'api', environment);
    this.userPoolArn = this.readState(identity).getString('user_pool_arn');
    const api = this.addRestApi();
    addRoutes(api, this.addService(archive));
    this.protect(api);
    this.addOutput('api_url', api.url);
    if (api.domainTarget !== undefined) this.addOutput('api_domain_target', api.domainTarget);
    this.addOutput('rest_api_id', api.restApiId);
    this.addOutput('stage_name', api.stageName);
  }

  private addRestApi(): RestApi {
    const { cache, cors, logs, metrics, stage, throttle, tracing } = this.environment.api;
    const api = new RestApi(this, 'api', {
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
    });
    api.addCognitoAuthorizer('users', { userPools: [{ userPoolArn: this.userPoolArn }] });
    return api;
  }

  /** What stands before the API, and who is told when it fails. */
  private protect(api: RestApi): void {
    const { alarms, api: settings } = this.environment;
    const { domain, waf } = settings;
    if (domain !== undefined) api.addDomain(domain);
    if (waf !== undefined) {
      const { userPool = false, ...rules } = waf;
      api.addWebAcl({ ...rules, userPools: userPool ? { users: this.userPoolArn } : undefined });
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
      variables: cors && { ALLOWED_ORIGINS: cors.allowOrigins.join(',') },
      logRetentionDays: logs.retentionDays,
      tracing,
    });
  }
}
