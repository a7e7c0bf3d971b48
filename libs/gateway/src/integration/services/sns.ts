import { type Integration } from '../integration';
import { serviceIntegration } from '../rest/aws';
import { serviceAnswers, type ServiceAnswerOptions } from '../rest/service-answers';
import { formRequest } from '../rest/service-request';
import { type MappedValue, RequestValue } from '../request-value';
import { checkGroup } from './never-serves';

/** A topic of SNS, such as `SnsTopic` of the provider. */
export interface TopicTarget {
  readonly arn: string;
}

/** A message to a topic. */
export interface PublishOptions extends ServiceAnswerOptions {
  /**
   * The message.
   * @default - the body of the request
   */
  readonly message?: MappedValue;
  /** Of e-mails. @default - none */
  readonly subject?: MappedValue;
  /** Of a FIFO topic. @default - none */
  readonly messageGroupId?: MappedValue;
  /** Of a FIFO topic that does not compare messages itself. @default - none */
  readonly deduplicationId?: MappedValue;
}

/**
 * Publishes a message to a topic and answers with its id, of a REST API.
 *
 * @example
 * api.addRoute('POST /news', { auth: Auth.accessToken('news/write'), integration: Integration.publish(topic) });
 */
export function publish(topic: TopicTarget, options: PublishOptions = {}): Integration {
  const { answers = published, deduplicationId, message, messageGroupId, subject, timeoutMilliseconds } = options;
  return serviceIntegration(
    (route) => {
      checkGroup(route, topic, messageGroupId);
      return {
        service: 'sns',
        rest: 'path//',
        ...formRequest(route, 'Publish', {
          TopicArn: topic.arn,
          Message: message ?? RequestValue.body(),
          Subject: subject,
          MessageGroupId: messageGroupId,
          MessageDeduplicationId: deduplicationId,
        }),
        answers,
        timeoutMilliseconds,
      };
    },
    { sid: 'Publish', actions: ['sns:Publish'], resources: [topic.arn] },
  );
}

const published = serviceAnswers(`{"messageId":$input.json('$.PublishResponse.PublishResult.MessageId')}`);
