import type { Owner } from '../api-owner';
import type { HttpStage, RouteSettings, Unknown } from '../model';
import { isUnknown, unknown } from '../model/value';
import { optional } from '../optional';
import { readAccessLog } from '../access-log';
import type { Resource } from '../terraform/resource';
import type { Values } from '../terraform/values';

export const readHttpStages = (owner: Owner): HttpStage<Unknown>[] =>
  owner.members('aws_apigatewayv2_stage').map((stage) => {
    const defaults = stage.block('default_route_settings');
    const single = stage.blocks('route_settings');
    return {
      ...stage.located,
      name: stage.text('name', unknown()),
      autoDeploy: stage.flag('auto_deploy', false),
      ...optional('deploymentId', stage.text('deployment_id')),
      variables: stage.textTable('stage_variables'),
      ...optional('accessLog', readAccessLog(stage)),
      routeSettings: [
        ...(defaults ? [readSettings(defaults, stage)] : []),
        ...(isUnknown(single) ? [] : single).map((settings) => ({
          routeKey: settings.text('route_key', unknown()),
          ...readSettings(settings, stage),
        })),
      ],
    };
  });

/**
 * The provider sends a limit that a block does not have as 0, and then nobody may call. In plans and state 0 is also what
 * a stage without the block has.
 */
function readSettings(settings: Values, { written }: Resource): RouteSettings<Unknown> {
  const [rate, burst] = [settings.number('throttling_rate_limit', 0), settings.number('throttling_burst_limit', 0)];
  return {
    ...optional('throttleRate', rate || undefined),
    ...optional('throttleBurst', burst || undefined),
    ...(written && (rate === 0 || burst === 0) ? { refusesAll: true as const } : {}),
    metrics: settings.flag('detailed_metrics_enabled', false),
    ...optional('loggingLevel', settings.text('logging_level')),
  };
}
