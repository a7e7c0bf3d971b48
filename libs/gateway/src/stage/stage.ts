import { ApiGatewayStage } from '@cdktf/provider-aws/lib/api-gateway-stage';
import { CloudwatchLogGroup } from '@cdktf/provider-aws/lib/cloudwatch-log-group';
import { formats, logRetentionDays } from '@gatehouse/checks';
import { check, checkOneOf, checkText, nameInTerraform } from '@gatehouse/construct-kit';
import { Lazy } from 'cdktf';
import { Construct } from 'constructs';
import { type ApiContext } from '../api-context';
import { type ParsedRoute } from '../route/route-key';
import { reference } from '../terraform';
import { accessLogFormat } from './access-log';
import { type CacheOptions, checkCache } from './cache';
import { Settings } from './settings';

export interface StageOptions {
  /** First part of every URL: letters, digits, `_` and `-`. */
  readonly name: string;
  /** Limits of all routes together. Beyond them API Gateway answers 429. */
  readonly throttle: {
    /** Requests a second. */
    readonly rateLimit: number;
    /** Requests at once. */
    readonly burstLimit: number;
  };
  /** One JSON line a request, in a log group of this stage. */
  readonly accessLog: { readonly retentionDays: number };
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
}

export type LoggingLevel = 'OFF' | 'ERROR' | 'INFO';

export interface StageProps extends StageOptions {
  readonly deploymentId: string;
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
  /** Reference to the name of the log group with the access log. */
  readonly logGroupName: string;
  private readonly settings: Settings;

  constructor(scope: Construct, id: string, api: ApiContext, props: StageProps) {
    super(scope, id);
    checkStage(this, props);
    const logs = this.addLogGroup(api, props);
    const stage = this.addStage(api, props, logs);
    stage.dependsOn = Lazy.listValue({ produce: props.dependsOn }, { omitEmpty: true });
    this.stageName = reference(stage, 'stage_name');
    this.logGroupName = reference(logs, 'name');
    this.settings = new Settings(this, 'settings', api, this.stageName, props);
    this.invokeUrl = stage.invokeUrl;
    this.arn = reference(stage, 'arn');
  }

  /** Keeps the answers of a route, where the stage has a cache. */
  cache(route: ParsedRoute): void {
    this.settings.cache(route);
  }

  private addLogGroup(api: ApiContext, { name, accessLog }: StageProps): CloudwatchLogGroup {
    const logs = new CloudwatchLogGroup(this, 'logs', {
      name: `/aws/apigateway/${api.apiName}/${name}`,
      retentionInDays: accessLog.retentionDays,
    });
    return nameInTerraform(logs, api.terraformName);
  }

  private addStage(api: ApiContext, props: StageProps, logs: CloudwatchLogGroup): ApiGatewayStage {
    const stage = new ApiGatewayStage(this, 'Resource', {
      restApiId: api.restApiId,
      deploymentId: props.deploymentId,
      stageName: props.name,
      xrayTracingEnabled: props.tracing ?? false,
      variables: props.variables,
      ...(props.cache && { cacheClusterEnabled: true, cacheClusterSize: String(props.cache.sizeGb) }),
      accessLogSettings: { destinationArn: reference(logs, 'arn'), format: accessLogFormat },
    });
    return nameInTerraform(stage, api.terraformName);
  }
}

/** Synthesis does not check types: what is missing is reported here. */
export function checkGiven(construct: Construct, stage: Partial<StageOptions> | undefined): void {
  const example = "{ name: 'v1', throttle: { rateLimit: 100, burstLimit: 200 }, accessLog: { retentionDays: 30 } }";
  const missing = (['name', 'throttle', 'accessLog'] as const).find((each) => stage?.[each] === undefined);
  check(construct, missing === undefined, {
    prop: stage === undefined ? 'stage' : `stage.${missing}`,
    expected: 'a stage with name, throttle and accessLog',
    found: stage === undefined ? undefined : stage[missing ?? 'name'],
    fix: `Add it: stage: ${example}`,
  });
}

export function checkStage(
  construct: Construct,
  props: Pick<StageProps, 'name' | 'throttle' | 'accessLog' | 'cache' | 'variables'>,
): void {
  checkText(construct, props.name, {
    prop: 'stage.name',
    fix: 'It becomes the first part of the URL',
    ...formats.stageName,
  });
  checkThrottle(construct, props.throttle);
  checkOneOf(construct, props.accessLog.retentionDays, {
    prop: 'stage.accessLog.retentionDays',
    values: logRetentionDays,
    fix: 'CloudWatch Logs knows no other times',
  });
  checkCache(construct, props.cache);
  for (const [name, value] of Object.entries(props.variables ?? {})) {
    checkText(construct, name, {
      prop: 'stage.variables',
      pattern: /^\w+$/,
      expected: 'names of letters, digits and _',
      fix: 'API Gateway refuses others',
    });
    checkText(construct, value, {
      prop: `stage.variables.${name}`,
      pattern: /^[\w\-.~:/?#&=,]+$/,
      expected: 'letters, digits and -._~:/?#&=, only',
      fix: 'API Gateway refuses others',
    });
  }
}

/** @throws ConstructError for limits that refuse every request, and for a burst that is no whole number. */
export function checkThrottle(construct: Construct, throttle: StageProps['throttle'], prop = 'stage.throttle'): void {
  for (const limit of ['rateLimit', 'burstLimit'] as const) {
    check(construct, throttle[limit] > 0, {
      prop: `${prop}.${limit}`,
      expected: 'a number above 0',
      found: throttle[limit],
      fix: '0 would refuse every request',
    });
  }
  check(construct, Number.isInteger(throttle.burstLimit), {
    prop: `${prop}.burstLimit`,
    expected: 'a whole number of requests',
    found: throttle.burstLimit,
    fix: 'Only rateLimit may have a fraction',
  });
}
