import { ApiGatewayStage } from '@cdktf/provider-aws/lib/api-gateway-stage';
import { CloudwatchLogGroup } from '@cdktf/provider-aws/lib/cloudwatch-log-group';
import { nameInTerraform } from '@gatehouse/construct-kit';
import { type IResolveContext, Lazy } from 'cdktf';
import { Construct } from 'constructs';
import { type ApiContext } from '../api-context';
import { type ParsedRoute } from '../route/route-key';
import { reference } from '../terraform';
import { LogFormat } from '../access-log/rest-log-format';
import { type AccessLogOptions } from './access-log';
import { type CacheOptions } from './cache';
import { type CanaryOptions } from './canary';
import { type CanaryRelease } from './canary-release';
import { checkStage } from './check-stage';
import { type ClientCertificate } from './client-certificate';
import { type LoggingLevel, type Throttle } from './limits';
import { type RouteSettings } from './route-settings';
import { Settings } from './settings';

/** A stage of a REST API: limits, logs and cache. */
export interface StageOptions {
  /** First part of every URL: letters, digits, `_` and `-`. */
  readonly name: string;
  /** Limits of all routes together. Beyond them API Gateway answers 429. */
  readonly throttle: Throttle;
  /** One line a request, in a log group of this stage or in a stream of Firehose. */
  readonly accessLog: AccessLogOptions;
  /**
   * What API Gateway writes of its own work; needs the account's API Gateway logging role. Bodies and tokens are never
   * written.
   * @default 'OFF'
   */
  readonly loggingLevel?: LoggingLevel;
  /**
   * Whether CloudWatch counts each route by itself, which AWS charges for.
   * @default false
   */
  readonly metrics?: boolean;
  /**
   * Whether requests are traced with X-Ray.
   * @default false
   */
  readonly tracing?: boolean;
  /**
   * Values that integrations and templates read as `stageVariables.<name>`.
   * @default - none
   */
  readonly variables?: Readonly<Record<string, string>>;
  /**
   * Keeps the answers of routes that say `cached`. AWS charges for its size by the hour.
   * @default - nothing is kept
   */
  readonly cache?: CacheOptions;
  /**
   * Certificate that backends get of API Gateway.
   * @default - none
   */
  readonly clientCertificate?: ClientCertificate;
  /**
   * A share of the requests that gets what is new, while the others get what was deployed before. `npx nx canary <environment>`
   * gives it to everyone or takes it back, and the next change has a canary again.
   * @default - everyone gets what is new
   */
  readonly canary?: CanaryOptions;
}

export interface StageProps extends StageOptions {
  readonly deploymentId: string;
  /** Of an API with a canary. */
  readonly release?: CanaryRelease;
  /** While there is a canary. */
  readonly canaryDeploymentId?: string;
  /** Addresses, at synthesis, of what callers need with the deployment. */
  readonly dependsOn: () => string[];
}

/**
 * Serves one deployment of the API, with its log, limits and settings.
 *
 * @throws ConstructError for names, limits and retention times that AWS refuses.
 * @see https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/api_gateway_stage
 */
export class Stage extends Construct {
  /** `https://<api>.execute-api.<region>.amazonaws.com/<stage>` */
  readonly invokeUrl: string;
  /** Reference to the stage's ARN. */
  readonly arn: string;
  /** Reference to the stage's name. */
  readonly stageName: string;
  /** Reference to the name of the log group with the access log; absent where it goes elsewhere. */
  readonly logGroupName?: string;
  /** What a line of the access log holds. */
  readonly logFormat: string;
  private readonly stage: ApiGatewayStage;
  private readonly routesCounted: boolean;
  private readonly settings: Settings;

  constructor(scope: Construct, id: string, api: ApiContext, props: StageProps) {
    super(scope, id);
    checkStage(this, props);
    const logs = this.addLogGroup(api, props);
    const destination = logs ? reference(logs, 'arn') : props.accessLog.firehoseArn!;
    const stage = this.addStage(api, props, destination);
    this.stage = stage;
    this.routesCounted = props.metrics ?? false;
    stage.dependsOn = Lazy.listValue({ produce: props.dependsOn }, { omitEmpty: true });
    this.stageName = reference(stage, 'stage_name');
    if (logs) this.logGroupName = reference(logs, 'name');
    this.logFormat = formatOf(props);
    this.settings = new Settings(this, 'settings', api, this.stageName, props);
    this.invokeUrl = stage.invokeUrl;
    this.arn = reference(stage, 'arn');
  }

  /** Whether CloudWatch counts each route by itself. */
  get countsRoutes(): boolean {
    return this.routesCounted;
  }

  /** Treats a route apart from the others, and keeps its answers where the stage has a cache and it is cached. */
  treat(route: ParsedRoute, settings: RouteSettings, cached: boolean): void {
    this.settings.treat(route, settings, cached);
  }

  /** Shows a version of the API's documentation. */
  documentedBy(version: string): void {
    this.stage.documentationVersion = version;
  }

  private addLogGroup(api: ApiContext, { name, accessLog }: StageProps): CloudwatchLogGroup | undefined {
    if (accessLog.retentionDays === undefined) return undefined;
    const logs = new CloudwatchLogGroup(this, 'logs', {
      name: `/aws/apigateway/${api.apiName}/${name}`,
      retentionInDays: accessLog.retentionDays,
    });
    return nameInTerraform(logs, api.terraformName);
  }

  private addStage(api: ApiContext, props: StageProps, destinationArn: string): ApiGatewayStage {
    const { clientCertificate, release } = props;
    const stage = new ApiGatewayStage(this, 'Resource', {
      restApiId: api.restApiId,
      deploymentId: props.deploymentId,
      stageName: props.name,
      xrayTracingEnabled: props.tracing ?? false,
      variables: release ? release.variables(props.variables) : props.variables,
      ...(props.cache && { cacheClusterEnabled: true, cacheClusterSize: String(props.cache.sizeGb) }),
      clientCertificateId: clientCertificate?.clientCertificateId,
      tags: api.settings?.tags && { ...api.settings.tags },
      accessLogSettings: { destinationArn, format: formatOf(props) },
    });
    if (props.release && props.canaryDeploymentId !== undefined) {
      addCanary(stage, props.release, props.canaryDeploymentId);
    }
    return nameInTerraform(stage, api.terraformName);
  }
}

const formatOf = ({ accessLog }: StageProps): string => (accessLog.format ?? LogFormat.standard()).text;

/** Only the synthesis knows whether there is one: routes may be added until then. */
function addCanary(stage: ApiGatewayStage, release: CanaryRelease, deploymentId: string): void {
  const { percentTraffic, useStageCache = false, variables } = release.canary;
  const settings = {
    deployment_id: deploymentId,
    percent_traffic: percentTraffic,
    use_stage_cache: useStageCache,
    stage_variable_overrides: variables && { ...variables },
  };
  const whileSome = (context: IResolveContext) => (release.audience(context) === 'some' ? settings : undefined);
  stage.addOverride('canary_settings', Lazy.anyValue({ produce: whileSome }));
  const comment = (context: IResolveContext) => (context.preparing ? undefined : release.comment(context));
  stage.addOverride('//.canary', Lazy.anyValue({ produce: comment }));
}
