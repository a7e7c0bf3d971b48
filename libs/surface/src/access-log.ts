import type { Stage, Unknown } from './model';
import { unknown } from './model/value';
import type { Values } from './terraform/values';

/** Both kinds of stages write it the same way. */
export function readAccessLog(stage: Values): Stage<Unknown>['accessLog'] {
  const log = stage.block('access_log_settings');
  return log && { destinationArn: log.text('destination_arn', unknown()), format: log.text('format', '') };
}
