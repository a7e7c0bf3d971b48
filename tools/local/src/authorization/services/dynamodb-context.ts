import { type Context } from '@gatehouse/policy';
import { resourceCalled } from '../policies';
import { type Question } from '../question';
import { attributesIn, partitionOf } from './dynamodb-expressions';

/** What is done to one table. */
export interface Access {
  /** Without `dynamodb:`. */
  readonly action: string;
  /** Name or ARN. */
  readonly table: string;
  readonly parameters: Readonly<Record<string, unknown>>;
  /** The batch, transaction or statement that it is part of. */
  readonly enclosing?: string;
  /** Keys and attributes are not read from it: a PartiQL statement. */
  readonly opaque?: boolean;
}

type Item = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/**
 * Keys that are not known are left out, so that a policy which asks for one refuses.
 *
 * @see https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/specifying-conditions.html
 */
export function tableContext(question: Question, access: Access): Context {
  const { opaque, parameters, table } = access;
  const text = (name: string) => parameters[name] as string | undefined;
  const known = resourceCalled(question, table);
  const index = text('IndexName');
  const hashKey = index === undefined ? known?.hashKey : known?.indexKeys?.[index];
  const leading = hashKey === undefined || opaque ? undefined : leadingKeys(access, hashKey);
  return {
    'dynamodb:Select': text('Select'),
    'dynamodb:ReturnValues': text('ReturnValues'),
    'dynamodb:ReturnConsumedCapacity':
      text('ReturnConsumedCapacity') ?? (question.parameters['ReturnConsumedCapacity'] as string | undefined),
    'dynamodb:EnclosingOperation': access.enclosing,
    ...(opaque ? {} : { 'dynamodb:Attributes': listed(attributesIn(parameters)) }),
    ...(leading && { 'dynamodb:LeadingKeys': leading.length > 0 ? leading : undefined }),
  };
}

/** Values of the partition key; empty for a scan, which has none; undefined when they are not known. */
function leadingKeys({ action, parameters }: Access, hashKey: string): string[] | undefined {
  if (action === 'Scan') return [];
  if (action === 'Query') return listed(partitionOf(parameters, hashKey));
  const values = itemsOf(parameters).map((item) => Object.values(item[hashKey] ?? {})[0]);
  return values.every((value) => typeof value === 'string') && values.length > 0 ? values : undefined;
}

/** Keys or items of a request or batch. */
function itemsOf({ Item, Key, Keys, Requests }: Readonly<Record<string, unknown>>): Item[] {
  const requests = (Requests ?? []) as { PutRequest?: { Item: Item }; DeleteRequest?: { Key: Item } }[];
  const written = requests.map(({ DeleteRequest, PutRequest }) => PutRequest?.Item ?? DeleteRequest?.Key);
  return [Item, Key, ...((Keys ?? []) as unknown[]), ...written].filter((item): item is Item => item !== undefined);
}

const listed = (values: readonly string[] | undefined): string[] | undefined =>
  values && values.length > 0 ? [...values] : undefined;
