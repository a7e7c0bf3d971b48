import { type HttpApiIntegration } from '../integration';
import { type MappedValue, RequestValue } from '../request-value';
import { serviceIntegration, type ServiceOptions } from './service';

/** A queue of SQS, such as `SqsQueue` of the provider. */
export interface QueueTarget {
  readonly url: string;
  readonly arn: string;
}

export interface SendMessageOptions extends ServiceOptions {
  /**
   * The message.
   * @default - the body of the request
   */
  readonly body?: MappedValue;
  /** Of a FIFO queue. @default - none */
  readonly messageGroupId?: MappedValue;
  /** Of a FIFO queue that does not compare messages itself. @default - none */
  readonly deduplicationId?: MappedValue;
}

export interface ReceiveMessageOptions extends ServiceOptions {
  /** At most so many at once, 1 to 10. @default 1 */
  readonly maxMessages?: number;
  /** Seconds to wait for one, 0 to 20. @default - as the queue says */
  readonly waitSeconds?: number;
}

/** Puts a message into a queue. */
export function sendMessage(queue: QueueTarget, options: SendMessageOptions = {}): HttpApiIntegration {
  const parameters = {
    QueueUrl: queue.url,
    MessageBody: options.body ?? RequestValue.body(),
    MessageGroupId: options.messageGroupId,
    MessageDeduplicationId: options.deduplicationId,
  };
  return sqs('SendMessage', queue, parameters, options);
}

/** Takes messages of a queue, which others do not see for a while. */
export function receiveMessage(queue: QueueTarget, options: ReceiveMessageOptions = {}): HttpApiIntegration {
  const parameters = {
    QueueUrl: queue.url,
    MaxNumberOfMessages: options.maxMessages?.toString(),
    WaitTimeSeconds: options.waitSeconds?.toString(),
  };
  return sqs('ReceiveMessage', queue, parameters, options);
}

/** Deletes a message that was received. */
export function deleteMessage(
  queue: QueueTarget,
  options: ServiceOptions & { readonly receiptHandle: MappedValue },
): HttpApiIntegration {
  return sqs('DeleteMessage', queue, { QueueUrl: queue.url, ReceiptHandle: options.receiptHandle }, options);
}

/** Deletes every message of a queue. */
export function purgeQueue(queue: QueueTarget, options: ServiceOptions = {}): HttpApiIntegration {
  return sqs('PurgeQueue', queue, { QueueUrl: queue.url }, options);
}

function sqs(
  action: string,
  { arn }: QueueTarget,
  parameters: Readonly<Record<string, MappedValue | undefined>>,
  options: ServiceOptions,
): HttpApiIntegration {
  const permission = { sid: action, actions: [`sqs:${action}`], resources: [arn] };
  return serviceIntegration({ subtype: `SQS-${action}`, parameters, permission }, options);
}
