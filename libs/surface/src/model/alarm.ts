import type { Located } from './located';
import type { List } from './value';

/** `aws_cloudwatch_metric_alarm`. */
export interface Alarm<U = never> extends Located {
  readonly name: string | U;
  /** ARNs of all that it calls when its state changes. */
  readonly actions: List<string, U>;
  /** That of the provider that makes it, as far as the configuration says. */
  readonly region?: string;
}
