import { Token } from 'cdktf';
import { type BindingRoute } from '../integration';
import { type MappedValue } from '../request-value';

/** @throws ConstructError for a FIFO queue or topic without a group: SQS and SNS refuse every message then. */
export function checkGroup(route: BindingRoute, target: object, group: MappedValue | undefined): void {
  route.check(
    group !== undefined || !isFifo(target),
    'messageGroupId, which FIFO queues and topics need',
    undefined,
    "Say what keeps messages in order, such as messageGroupId: RequestValue.context('accountId'), or one text for all",
  );
}

/** @throws ConstructError for a state machine of the app that is no express one: Step Functions runs no other while a caller waits. */
export function checkExpress(route: BindingRoute, machine: object): void {
  if (!('typeInput' in machine)) return;
  const type = machine.typeInput ?? 'STANDARD';
  const fix = "Make the machine with type: 'EXPRESS', or use Integration.startExecution, which answers at once";
  route.check(Token.isUnresolved(type) || type === 'EXPRESS', 'an express state machine', type, fix);
}

/** By its name, also of an ARN, or as the resource of the provider says. */
function isFifo(target: object): boolean {
  const said = target as Readonly<Record<string, unknown>>;
  if (said['fifoQueueInput'] === true || said['fifoTopicInput'] === true) return true;
  return [said['name'], said['arn']].some((text) => typeof text === 'string' && text.endsWith('.fifo'));
}
