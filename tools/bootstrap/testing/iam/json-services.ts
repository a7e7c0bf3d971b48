import { type Relayed } from '../relay';
import { arn, type Asked, json, operation, passing, type Reader } from './asked';
import { listedTags, making, type Tags } from './tags';

type Body = Readonly<Record<string, unknown>>;

interface Service {
  /** Name of the service in actions. */
  readonly prefix: string;
  /** What each request is about. */
  readonly on: (body: Body, name: string) => readonly string[];
  /** Requests that make something, and how they tag it. */
  readonly making?: Readonly<Record<string, string>>;
  /** Where the tags of what is made are. */
  readonly tags?: string;
  /** What a request asks besides. */
  readonly besides?: (body: Body, name: string) => readonly Asked[];
}

const text = (value: unknown): string => String(value);

const services: Readonly<Record<string, Service>> = {
  sqs: {
    prefix: 'sqs',
    on: ({ QueueName, QueueUrl }) => [arn('sqs', text(QueueName ?? text(QueueUrl).split('/').at(-1)))],
    making: { CreateQueue: 'TagQueue' },
    tags: 'tags',
  },
  dynamodb: {
    prefix: 'dynamodb',
    on: ({ ResourceArn, TableName }) => [text(ResourceArn ?? arn('dynamodb', `table/${text(TableName)}`))],
    making: { CreateTable: 'TagResource' },
    tags: 'Tags',
  },
  secretsmanager: {
    prefix: 'secretsmanager',
    on: ({ Name, SecretId }) => [text(SecretId ?? arn('secretsmanager', `secret:${text(Name)}-a1b2c3`))],
    making: { CreateSecret: 'TagResource' },
    tags: 'Tags',
  },
  ssm: {
    prefix: 'ssm',
    on: ({ Name, ResourceId }, name) =>
      name === 'DescribeParameters' ? ['*'] : [arn('ssm', `parameter/${text(Name ?? ResourceId).replace(/^\//, '')}`)],
    making: { PutParameter: 'AddTagsToResource' },
    tags: 'Tags',
  },
  kms: {
    prefix: 'kms',
    on: ({ AliasName, KeyId, TargetKeyId }, name) => {
      const key = (id: unknown) => (text(id).startsWith('arn:') ? text(id) : arn('kms', `key/${text(id)}`));
      if (name === 'CreateKey' || name === 'ListAliases') return ['*'];
      if (AliasName === undefined) return [key(KeyId)];
      return [arn('kms', text(AliasName)), ...(TargetKeyId === undefined ? [] : [key(TargetKeyId)])];
    },
    making: { CreateKey: 'TagResource' },
    tags: 'Tags',
  },
  events: {
    prefix: 'events',
    on: ({ EventBusName, Name, ResourceARN, Rule }, name) => {
      if (ResourceARN !== undefined) return [text(ResourceARN)];
      if (name.endsWith('EventBus')) return [arn('events', `event-bus/${text(Name)}`)];
      const bus = EventBusName === undefined || EventBusName === 'default' ? '' : `${text(EventBusName)}/`;
      return [arn('events', `rule/${bus}${text(Rule ?? Name)}`)];
    },
    making: { CreateEventBus: 'TagResource', PutRule: 'TagResource' },
    tags: 'Tags',
    besides: ({ Targets = [] }) =>
      (Targets as { RoleArn?: string }[])
        .filter(({ RoleArn }) => RoleArn !== undefined)
        .map(({ RoleArn }) => passing(RoleArn, 'events.amazonaws.com')),
  },
};

/** Readers of the services whose requests are JSON and whose operation stands in a header. */
export const jsonServices: Readonly<Record<string, Reader>> = Object.fromEntries(
  Object.entries(services).map(([name, service]) => [name, (request: Relayed) => asked(service, request)]),
);

function asked({ besides, making: makes = {}, on, prefix, tags = '' }: Service, request: Relayed): Asked[] {
  const name = operation(request);
  const body = json(request);
  const action = `${prefix}:${name}`;
  const resources = on(body, name);
  const others = besides?.(body, name) ?? [];
  const tagging = makes[name];
  if (tagging === undefined) return [...resources.map((resource) => ({ action, resource })), ...others];
  const [resource = '*'] = resources;
  const tagged = resource === '*' ? arn(prefix, 'key/new') : resource;
  return [
    ...making(action, resource, { action: `${prefix}:${tagging}`, resource: tagged }, tagsOf(body[tags])),
    ...others,
  ];
}

/** A map, or a list of keys and values, which KMS calls by other names. */
const tagsOf = (tags: unknown): Tags =>
  Array.isArray(tags)
    ? listedTags(
        tags.map((tag: Body) => ({ Key: tag['Key'] ?? tag['TagKey'], Value: tag['Value'] ?? tag['TagValue'] })),
      )
    : ((tags ?? {}) as Tags);
