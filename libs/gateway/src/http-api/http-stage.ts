import { Apigatewayv2Stage } from '@cdktf/provider-aws/lib/apigatewayv2-stage';
import { CloudwatchLogGroup } from '@cdktf/provider-aws/lib/cloudwatch-log-group';
import { nameInTerraform } from '@gatehouse/construct-kit';
import { Lazy } from 'cdktf';
import { Construct } from 'constructs';
import { reference } from '../terraform';
import { checkStage, type StageOptions } from '../stage/stage';
import { httpAccessLogFormat } from './http-access-log';
import { type HttpApiContext } from './http-api-context';

export interface HttpStageOptions extends Pick<StageOptions, 'throttle' | 'accessLog' | 'metrics' | 'variables'> {
  /**
   * First part of every URL: letters, digits and `_`.
   * @default '$default', which is no part of the URL
   */
  readonly name?: string;
}

export interface HttpStageProps extends HttpStageOptions {
  /** Addresses, at synthesis, of what callers need with the routes. */
  readonly dependsOn: () => string[];
}

/**
 * Serves the API as it is: a change of a route is live when it is made, and a removed route is gone with the apply that removes it.
 * See docs/decisions/0017-http-api-stages.md.
 *
 * @throws ConstructError for names, limits and retention times that AWS refuses.
 * @see https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/apigatewayv2_stage
 */
export class HttpStage extends Construct {
  /** `https://<api>.execute-api.<region>.amazonaws.com`, with the name of a named stage behind it. */
  readonly invokeUrl: string;
  /** Reference to the stage's name. */
  readonly stageName: string;
  /** Reference to the name of the log group with the access log. */
  readonly logGroupName: string;

  constructor(scope: Construct, id: string, api: HttpApiContext, props: HttpStageProps) {
    super(scope, id);
    const { accessLog, metrics = false, name = '$default', throttle, variables } = props;
    checkStage(this, { ...props, name: name === '$default' ? 'default' : name });
    const logs = new CloudwatchLogGroup(this, 'logs', {
      name: `/aws/apigateway/${api.apiName}/${name === '$default' ? 'default' : name}`,
      retentionInDays: accessLog.retentionDays,
    });
    nameInTerraform(logs, api.terraformName);
    const stage = new Apigatewayv2Stage(this, 'Resource', {
      apiId: api.apiId,
      name,
      autoDeploy: true,
      stageVariables: variables,
      accessLogSettings: { destinationArn: reference(logs, 'arn'), format: httpAccessLogFormat },
      // Without both numbers the provider sends 0, and every request is answered with 429.
      defaultRouteSettings: {
        detailedMetricsEnabled: metrics,
        throttlingBurstLimit: throttle.burstLimit,
        throttlingRateLimit: throttle.rateLimit,
      },
    });
    nameInTerraform(stage, api.terraformName);
    stage.dependsOn = Lazy.listValue({ produce: props.dependsOn }, { omitEmpty: true });
    this.stageName = reference(stage, 'name');
    this.logGroupName = reference(logs, 'name');
    this.invokeUrl = stage.invokeUrl;
  }
}
