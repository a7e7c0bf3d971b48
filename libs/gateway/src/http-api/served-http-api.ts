import { type Construct } from 'constructs';
import { InvokeGrants } from '../access/invoke-grants';
import { httpMetrics } from '../alarms/metrics';
import { type BindingRoute, type BoundHttpIntegration, type HttpApiIntegration } from '../integration/integration';
import { LambdaPermissions } from '../integration/permissions';
import { ServiceRoles } from '../integration/service-roles';
import { spokenIntegration } from '../integration/spoken';
import { urlOf } from '../existing/address';
import { checkGiven } from '../stage/check-stage';
import { StagedApi } from '../staged-api';
import {
  createHttpApi,
  existingHttpApi,
  type ExistingHttpApiProps,
  type HttpApiContext,
  type HttpApiOptions,
} from './http-api-context';
import type * as HttpDomainModule from './http-domain';
import { type HttpRouteKey, type parseHttpRoute } from './http-route-key';
import { HttpStage, type HttpStageOptions } from './http-stage';
import { checkNoRestProps } from './rest-only';

/** An HTTP API: its stage and the pages that may call it. */
export interface HttpApiProps extends HttpApiOptions {
  readonly stage: HttpStageOptions;
}

/** An HTTP API with one stage and what serves it, however its routes are written. */
export abstract class ServedHttpApi extends StagedApi<HttpRouteKey, HttpStage> {
  readonly apiId: string;
  /** `$default` unless the stage has a name. */
  readonly stageName: string;

  protected readonly api: HttpApiContext;
  protected readonly stage?: HttpStage;
  protected readonly permissions: LambdaPermissions;
  protected readonly serviceRoles: ServiceRoles;
  protected readonly grants: InvokeGrants;
  /** `$default` would be a variable in a pattern; an API has one stage. */
  protected readonly arnStage: string;
  protected readonly adviceOfOwner = 'Leave it to the owner of the API';

  constructor(scope: Construct, id: string, props: HttpApiProps | ExistingHttpApiProps) {
    super(scope, id);
    const ours = !('apiId' in props);
    checkNoRestProps(this, ours ? props : {});
    if (ours) checkGiven(this, props.stage && { name: '$default', ...props.stage });
    this.api = ours ? createHttpApi(this, id, props) : existingHttpApi(this, id, props);
    this.apiId = this.api.publicId;
    this.stageName = (ours ? props.stage.name : props.stageName) ?? '$default';
    this.arnStage = this.stageName === '$default' ? '*' : this.stageName;
    this.checkName();
    // The route `$default` has one part less in ARNs than others.
    this.permissions = new LambdaPermissions(this, 'permissions', this.api, `${this.arnStage}/*`);
    this.serviceRoles = new ServiceRoles(this, 'service roles', this.api);
    this.grants = new InvokeGrants(this, 'grants', this.api, this.arnStage);
    if (ours) this.stage = this.addStage(props.stage);
  }

  protected get endpointUrl(): string {
    return this.stage?.invokeUrl ?? urlOf(this, this.apiId, this.stageName);
  }

  /**
   * Serves the API under a name of its own.
   *
   * @throws ConstructError for a second one, and for names that API Gateway refuses.
   * @example
   * api.addDomain({ name: 'api.example.com', certificateArn, hostedZoneId, mappingKey: 'v1' });
   */
  addDomain(options: HttpDomainModule.HttpDomainOptions): void {
    // eslint-disable-next-line @typescript-eslint/no-require-imports -- few APIs have one, and the provider's modules are large
    const { HttpDomain } = require('./http-domain') as typeof HttpDomainModule;
    this.setDomain(options.name, (stageName) => new HttpDomain(this, 'domain', this.api, { ...options, stageName }));
  }

  /** Terraform addresses without which authorizers let no one in. */
  protected abstract authorizerNeeds(): readonly string[];

  /** Binds what answers a route to the route. */
  protected bind(route: ReturnType<typeof parseHttpRoute>, integration: HttpApiIntegration): BoundHttpIntegration {
    const binding = this.binding(route);
    binding.check(
      typeof integration?.bindHttp === 'function',
      'an integration that HTTP APIs have, such as Integration.lambda, .http or .private',
      spokenIntegration(integration),
      'HTTP APIs make no answers of their own and call no templates: use one of these, or a RestApi',
    );
    return integration.bindHttp({ ...route, ...binding, key: route.key as BindingRoute['key'] });
  }

  protected servedApi() {
    return {
      kind: 'http' as const,
      apiId: this.api.apiId,
      disableDefaultEndpoint: () => {
        if (this.api.api) this.api.api.disableExecuteApiEndpoint = true;
      },
    };
  }

  protected metricsOf(stageName: string) {
    return httpMetrics(this.api, stageName);
  }

  private addStage(options: HttpStageOptions): HttpStage {
    const dependsOn = () => [...this.permissions.list(), ...this.serviceRoles.list(), ...this.authorizerNeeds()];
    return new HttpStage(this, 'stage', this.api, { ...options, dependsOn });
  }
}
