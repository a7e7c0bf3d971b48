import { onNamedResources } from '../generic';
import { type Ask, type Question, Unmapped } from '../question';

/** SQS and SNS: a batch asks for what each of its entries would; a queue is named by its URL. */
export function messages(question: Question): Promise<Ask[]> {
  const { operation, parameters, service } = question;
  const name = (operation as string).replace(/^(.+)Batch$/, '$1');
  const { Endpoint, PhoneNumber, Protocol, QueueUrl, TopicArn } = parameters;
  if (name === 'Publish' && PhoneNumber !== undefined) throw new Unmapped('messages to a telephone number');
  const asked = {
    ...question,
    parameters: { ...parameters, ...(QueueUrl !== undefined && { QueueName: last(QueueUrl) }) },
  };
  const context = service === 'sns' ? { 'sns:Protocol': text(Protocol), 'sns:Endpoint': text(Endpoint) } : {};
  // A topic is named by its ARN, also one that does not exist.
  if (typeof TopicArn === 'string') return Promise.resolve([{ action: `sns:${name}`, resource: TopicArn, context }]);
  return onNamedResources(asked, name, context);
}

const last = (url: unknown): string => String(url).split('/').at(-1) as string;

const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);
