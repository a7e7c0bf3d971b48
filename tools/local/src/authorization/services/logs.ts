import { namedLikeTheirOperation } from '../generic';
import { type Ask, type Question } from '../question';

/**
 * A log group is asked for with `:log-stream:` behind it, so that a policy's `log-group:NAME:*` allows; tags are asked
 * for without.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/iam-access-control-overview-cwl.html
 */
export async function logs(question: Question): Promise<Ask[]> {
  const asks = await namedLikeTheirOperation(question);
  if (/Tag/.test(question.operation ?? '')) return asks;
  return asks.map((ask) => ({ ...ask, resource: ask.resource.replace(/(:log-group:[^:]+)(:\*)?$/, '$1:log-stream:') }));
}
