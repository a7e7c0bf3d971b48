import { Token } from 'cdktf';
import { type BindingRoute, type HttpApiIntegration, type Integration } from '../integration';
import { type MappedValue, RequestValue } from '../request-value';
import { serviceIntegration as restService, type ServiceOperation } from '../rest/aws';
import { serviceAnswers } from '../rest/service-answers';
import { formRequest } from '../rest/service-request';
import { type ForBoth, type ForEither, type ForRest, ofBoth } from './of-both';
import { checkGroup } from './never-serves';
import { type Service, serviceIntegration, type ServiceOptions } from './service';

/** A queue of SQS, such as `SqsQueue` of the provider. */
export interface QueueTarget {
  readonly url: string;
  readonly arn: string;
  /** REST APIs need it where the ARN is a reference. */
  readonly name?: string;
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

/**
 * Puts a message into a queue. A REST API answers with its id.
 *
 * @example
 * api.addRoute('POST /orders', { auth: Auth.accessToken('orders/write'), integration: Integration.sendMessage(queue) });
 */
export function sendMessage(
  queue: QueueTarget,
  options?: ForBoth<SendMessageOptions>,
): Integration & HttpApiIntegration;
export function sendMessage(queue: QueueTarget, options: ForRest<SendMessageOptions>): Integration;
export function sendMessage(queue: QueueTarget, options: SendMessageOptions): HttpApiIntegration;
export function sendMessage(queue: QueueTarget, { answers, ...options }: ForEither<SendMessageOptions> = {}) {
  const parameters = {
    MessageBody: options.body ?? RequestValue.body(),
    MessageGroupId: options.messageGroupId,
    MessageDeduplicationId: options.deduplicationId,
  };
  return ofBoth(
    answers,
    (changed) => sqs('SendMessage', queue, sendTo(queue, parameters), { ...options, answers: changed }),
    (own = sent) => sendByRest(queue, parameters, { ...options, answers: own }),
  );
}

type Message = Readonly<Record<'MessageBody' | 'MessageGroupId' | 'MessageDeduplicationId', MappedValue | undefined>>;

const sendTo = (queue: QueueTarget, parameters: Message) => (route: BindingRoute) => {
  checkGroup(route, queue, parameters.MessageGroupId);
  return { QueueUrl: queue.url, ...parameters };
};

function sendByRest(
  queue: QueueTarget,
  parameters: Message,
  { answers, timeoutMilliseconds }: Pick<ServiceOperation, 'answers' | 'timeoutMilliseconds'>,
): Integration {
  return restService(
    (route) => {
      checkGroup(route, queue, parameters.MessageGroupId);
      return {
        service: 'sqs',
        rest: `path/${pathOf(route, queue)}`,
        ...formRequest(route, 'SendMessage', parameters),
        answers,
        timeoutMilliseconds,
      };
    },
    permissionOf('SendMessage', queue),
  );
}

/** `<account>/<name>`, as the URLs of queues have it; without a function of Terraform, so that an OpenAPI body stays JSON. */
function pathOf(route: BindingRoute, { arn, name }: QueueTarget): string {
  if (!Token.isUnresolved(arn)) return arn.split(':').slice(4).join('/');
  route.check(name !== undefined, 'a queue with a name', { arn }, 'Hand over an SqsQueue, or say its name');
  return `${route.account().accountId}/${name}`;
}

const sent = serviceAnswers(`{"messageId":$input.json('$.SendMessageResponse.SendMessageResult.MessageId')}`);

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
  queue: QueueTarget,
  parameters: Service['parameters'],
  options: ServiceOptions,
): HttpApiIntegration {
  const permission = permissionOf(action, queue);
  return serviceIntegration({ subtype: `SQS-${action}`, parameters, permission }, options);
}

const permissionOf = (action: string, { arn }: QueueTarget) => ({
  sid: action,
  actions: [`sqs:${action}`],
  resources: [arn],
});
