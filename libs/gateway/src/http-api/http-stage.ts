import { Apigatewayv2Stage, type Apigatewayv2StageRouteSettings } from '@cdktf/provider-aws/lib/apigatewayv2-stage';
import { CloudwatchLogGroup } from '@cdktf/provider-aws/lib/cloudwatch-log-group';
import { checkText, nameInTerraform } from '@gatehouse/construct-kit';
import { Lazy } from 'cdktf';
import { Construct } from 'constructs';
import { HttpLogFormat } from '../access-log/http-log-format';
import { reference } from '../terraform';
import { checkStage } from '../stage/check-stage';
import { checkThrottle } from '../stage/limits';
import { type RouteSettings } from '../stage/route-settings';
import { type StageOptions } from '../stage/stage';
import { type HttpApiContext } from './http-api-context';

/** Where an HTTP API writes who called. */
export interface HttpAccessLogOptions {
  readonly retentionDays: number;
  /**
   * What a line holds.
   * @default HttpLogFormat.standard()
   */
  readonly format?: HttpLogFormat;
}

/** A stage of an HTTP API: limits and logs. */
export interface HttpStageOptions extends Pick<StageOptions, 'throttle' | 'metrics' | 'variables'> {
  /** One line a request, in a log group of this stage: HTTP APIs write to no other place. */
  readonly accessLog: HttpAccessLogOptions;
  /**
   * First part of every URL: letters, digits and `_`.
   * @default '$default', which is no part of the URL
   */
  readonly name?: string;
}

/** How the stage treats one route apart from the others. */
export type HttpRouteSettings = Pick<RouteSettings, 'metrics' | 'throttle'>;

export interface HttpStageProps extends HttpStageOptions {
  /** Addresses, at synthesis, of what callers need with the routes. */
  readonly dependsOn: () => readonly string[];
}

/**
 * Serves the API as it is: a change of a route is live when it is made, and a removed route is gone with the apply that removes it.
 * See docs/decisions/0017-http-api-stages.md.
 *
 * @throws ConstructError for names, limits and retention times that AWS refuses.
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-stages.html
 * @see https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/apigatewayv2_stage
 */
export class HttpStage extends Construct {
  /** `https://<api>.execute-api.<region>.amazonaws.com`, with the name of a named stage behind it. */
  readonly invokeUrl: string;
  /** Reference to the stage's name. */
  readonly stageName: string;
  /** Reference to the name of the log group with the access log. */
  readonly logGroupName: string;
  /** What a line of the access log holds. */
  readonly logFormat: string;
  /** Whether CloudWatch counts each route by itself. */
  readonly countsRoutes: boolean;
  private readonly stage: Apigatewayv2Stage;
  private readonly throttle: StageOptions['throttle'];
  private readonly routeSettings: Apigatewayv2StageRouteSettings[] = [];
  /** AWS refuses settings of a route that is not there yet. */
  private readonly routes: string[] = [];

  constructor(scope: Construct, id: string, api: HttpApiContext, props: HttpStageProps) {
    super(scope, id);
    const { accessLog, name = '$default', throttle, variables } = props;
    checkProps(this, props);
    this.countsRoutes = props.metrics ?? false;
    this.throttle = throttle;
    const logs = new CloudwatchLogGroup(this, 'logs', {
      name: `/aws/apigateway/${api.apiName}/${name === '$default' ? 'default' : name}`,
      retentionInDays: accessLog.retentionDays,
    });
    nameInTerraform(logs, api.terraformName);
    this.logFormat = (accessLog.format ?? HttpLogFormat.standard()).text;
    this.stage = new Apigatewayv2Stage(this, 'Resource', {
      apiId: api.apiId,
      name,
      autoDeploy: true,
      stageVariables: variables && { ...variables },
      accessLogSettings: { destinationArn: reference(logs, 'arn'), format: this.logFormat },
      defaultRouteSettings: this.settings(),
      tags: api.tags,
    });
    nameInTerraform(this.stage, api.terraformName);
    const dependsOn = () => [...props.dependsOn(), ...this.routes];
    this.stage.dependsOn = Lazy.listValue({ produce: dependsOn }, { omitEmpty: true });
    this.stageName = reference(this.stage, 'name');
    this.logGroupName = reference(logs, 'name');
    this.invokeUrl = this.stage.invokeUrl;
  }

  /**
   * Treats one route apart from the others.
   *
   * @param address of the route in Terraform
   * @throws ConstructError for limits that refuse every request.
   */
  treat(routeKey: string, address: string, { metrics, throttle }: HttpRouteSettings): void {
    if (throttle !== undefined) checkThrottle(this, throttle, `${routeKey}, throttle`);
    this.routeSettings.push({ routeKey, ...this.settings(throttle, metrics) });
    this.routes.push(address);
    this.stage.putRouteSettings(this.routeSettings);
  }

  /** Without both numbers the provider sends 0, and every request is answered with 429. */
  private settings({ burstLimit, rateLimit } = this.throttle, metrics = this.countsRoutes) {
    return {
      detailedMetricsEnabled: metrics,
      throttlingBurstLimit: burstLimit,
      throttlingRateLimit: rateLimit,
    };
  }
}

function checkProps(construct: Construct, props: HttpStageProps): void {
  const { accessLog, name = '$default' } = props;
  checkText(construct, name, {
    prop: 'stage.name',
    pattern: /^(\$default|\w{1,128})$/,
    expected: '$default, or letters, digits and _',
    fix: 'It becomes the first part of the URL; $default does not',
  });
  const { format, retentionDays } = accessLog;
  checkStage(construct, { ...props, accessLog: { format, retentionDays }, name: 'checked' });
}
