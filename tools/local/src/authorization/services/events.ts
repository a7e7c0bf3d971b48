import { namedLikeTheirOperation } from '../generic';
import { type Ask, type Question } from '../question';

interface Entry {
  readonly EventBusName?: string;
  readonly Source?: string;
  readonly DetailType?: string;
}

/**
 * Each event asks for its bus; one that names none, for the default bus.
 *
 * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-use-conditions.html
 */
export function events(question: Question): Ask[] | Promise<Ask[]> {
  const { caller, operation, parameters, region } = question;
  if (operation !== 'PutEvents') return namedLikeTheirOperation(question);
  const [, partition] = caller.principal.roleArn.split(':');
  return ((parameters['Entries'] ?? []) as Entry[]).map(({ DetailType, EventBusName = 'default', Source }) => ({
    action: 'events:PutEvents',
    resource: EventBusName.startsWith('arn:')
      ? EventBusName
      : `arn:${partition}:events:${region}:${caller.accountId}:event-bus/${EventBusName}`,
    context: { 'events:source': Source, 'events:detail-type': DetailType, 'events:eventBusInvocation': undefined },
  }));
}
