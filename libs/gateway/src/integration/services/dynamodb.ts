import { isLate, type Permission } from '@gatehouse/construct-kit';
import { type BindingRoute, type Integration } from '../integration';
import { serviceIntegration } from '../rest/aws';
import { type Answers } from '../rest/mapping';
import { serviceAnswers, type ServiceAnswerOptions } from '../rest/service-answers';
import { jsonRequest, type JsonShape } from '../rest/service-request';
import { type MappedValue } from '../request-value';
import { nameOrArn } from './place';

/** A table of DynamoDB, such as `DynamodbTable` of the provider. */
export interface TableTarget {
  readonly name: string;
  readonly arn: string;
}

/** A string, or a number: `{ number: RequestValue.body('price') }`. */
export type AttributeValue = MappedValue | { readonly number: MappedValue };

/** Attributes by name. */
export type Attributes = Readonly<Record<string, AttributeValue>>;

/** An item of a DynamoDB table. */
export interface ItemOptions extends ServiceAnswerOptions {
  /** The key attributes of the item. */
  readonly key: Attributes;
}

/** An item to write into a DynamoDB table. */
export interface PutItemOptions extends ServiceAnswerOptions {
  /** The whole item, with its key. It takes the place of one that has the key. */
  readonly item: Attributes;
  /**
   * An attribute of the key that must not be there yet: an item that has it is kept, and the answer is 400.
   * @default - an item that is there is replaced
   */
  readonly unlessExists?: string;
}

/** What to change in an item of a DynamoDB table. */
export interface UpdateItemOptions extends ItemOptions {
  /** Attributes that get a value; others stay. */
  readonly set: Attributes;
}

/** Items of a DynamoDB table to read. */
export interface QueryOptions extends ServiceAnswerOptions {
  /** Attributes that the items have: that of the partition key, and that of the sort key where only one item is wanted. */
  readonly key: Attributes;
  /** Name of an index. @default - the table itself */
  readonly index?: string;
  /** At most so many items. @default - as many as fit into 1 MB */
  readonly limit?: number;
}

/**
 * Answers with an item as DynamoDB writes it, `{"id":{"S":"a1"}}`, or with 404, of a REST API.
 *
 * @example
 * const key = { id: RequestValue.path('id') };
 * api.addRoute('GET /reports/{id}', { auth, integration: Integration.getItem(table, { key }) });
 */
export function getItem(table: TableTarget, { key, ...options }: ItemOptions): Integration {
  return operation('GetItem', table, { Key: written(key) }, options, found);
}

/** Puts an item into a table, of a REST API. */
export function putItem(table: TableTarget, { item, unlessExists, ...options }: PutItemOptions): Integration {
  const condition = unlessExists !== undefined && {
    ConditionExpression: 'attribute_not_exists(#key)',
    ExpressionAttributeNames: { '#key': unlessExists },
  };
  return operation('PutItem', table, { Item: written(item), ...condition }, options, nothing);
}

/** Sets attributes of an item, and makes it where it is missing, of a REST API. */
export function updateItem(table: TableTarget, { key, set, ...options }: UpdateItemOptions): Integration {
  const { expression, names, values } = pairs(set, ', ');
  const update = {
    UpdateExpression: `SET ${expression}`,
    ExpressionAttributeNames: names,
    ExpressionAttributeValues: values,
  };
  return operation('UpdateItem', table, { Key: written(key), ...update }, options, nothing);
}

/** Deletes an item, if it is there, of a REST API. */
export function deleteItem(table: TableTarget, { key, ...options }: ItemOptions): Integration {
  return operation('DeleteItem', table, { Key: written(key) }, options, nothing);
}

/** Answers with the items that have a key, as DynamoDB writes them: `{"items":[...]}`, of a REST API. */
export function query(table: TableTarget, { index, key, limit, ...options }: QueryOptions): Integration {
  const { expression, names, values } = pairs(key, ' AND ');
  const body = {
    IndexName: index,
    Limit: limit,
    KeyConditionExpression: expression,
    ExpressionAttributeNames: names,
    ExpressionAttributeValues: values,
  };
  const resources = [index === undefined ? table.arn : `${table.arn}/index/${index}`];
  return operation('Query', table, body, options, serviceAnswers(`{"items":$input.json('$.Items')}`), resources);
}

const found = serviceAnswers(
  `#set($item = $input.path('$.Item'))#if("$!item" == "")#set($context.responseOverride.status = 404){"message":"Not Found"}` +
    `#else $input.json('$.Item')#end`,
);
const nothing = serviceAnswers('{}');

function operation(
  action: string,
  table: TableTarget,
  body: Readonly<Record<string, JsonShape | undefined>>,
  { answers, timeoutMilliseconds }: ServiceAnswerOptions,
  usual: Answers,
  resources: Permission['resources'] = [table.arn],
): Integration {
  return serviceIntegration(
    (route) => {
      checkBody(route, body);
      return {
        service: 'dynamodb',
        rest: `action/${action}`,
        ...jsonRequest(route, { TableName: nameOrArn(table, route.ownAccount), ...body }),
        answers: answers ?? usual,
        timeoutMilliseconds,
      };
    },
    { sid: action, actions: [`dynamodb:${action}`], resources },
  );
}

/** What DynamoDB refuses of every request. */
function checkBody(route: BindingRoute, body: Readonly<Record<string, JsonShape | undefined>>): void {
  for (const [member, name] of [
    ['Key', 'key'],
    ['Item', 'item'],
    ['ExpressionAttributeValues', 'key or set'],
  ] as const) {
    const given = body[member];
    const fix = 'Name the attributes, as in { id: RequestValue.path(...) }';
    route.check(given === undefined || Object.keys(given).length > 0, `attributes in ${name}`, given, fix);
  }
  const { Limit } = body;
  const isLimit = Limit === undefined || isLate(Limit) || (Number.isInteger(Limit) && Number(Limit) >= 1);
  route.check(isLimit, 'a whole number from 1 as limit', Limit, 'Leave it out for as many as fit into 1 MB');
}

const written = (attributes: Attributes): JsonShape =>
  Object.fromEntries(Object.entries(attributes).map(([name, value]) => [name, typed(value)]));

const typed = (value: AttributeValue): JsonShape =>
  typeof value === 'object' && 'number' in value ? { N: value.number } : { S: value };

/** `#a0 = :a0` for each attribute: what callers send is a value, never part of an expression. */
function pairs(attributes: Attributes, separator: string) {
  const all = Object.entries(attributes);
  return {
    expression: all.map((_, index) => `#a${index} = :a${index}`).join(separator),
    names: Object.fromEntries(all.map(([name], index) => [`#a${index}`, name])),
    values: Object.fromEntries(all.map(([, value], index) => [`:a${index}`, typed(value)])),
  };
}
