import { json } from './requests';
import { allows, denies, deny, explicitly, grant, nothing, type RoleRow } from './row';

const orders = 'arn:aws:dynamodb:eu-west-1:123456789012:table/orders';
const getItem = json('dynamodb', 'GetItem', { TableName: 'orders', Key: { pk: { S: 'a' } } });
const logic = 'reference_policies_evaluation-logic_policy-eval-denyallow';
const dynamo = 'https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/api-permissions-reference.html';
const query = (parameters: object) =>
  json('dynamodb', 'Query', {
    TableName: 'orders',
    KeyConditionExpression: 'pk = :a',
    ExpressionAttributeValues: { ':a': { S: 'a' } },
    ...parameters,
  });
const byDay = { IndexName: 'by-day', KeyConditionExpression: '#d = :a', ExpressionAttributeNames: { '#d': 'day' } };

/** What a role's own policies allow. */
export const identityPolicies: RoleRow[] = [
  denies('A role without policies may do nothing', logic, [], getItem, `${nothing} the dynamodb:GetItem action`),
  allows('An inline policy allows its action on its resource', logic, [grant('dynamodb:GetItem', orders)], getItem),
  allows('A managed policy that is attached allows too', logic, { managed: [grant('dynamodb:GetItem')] }, getItem),
  denies(
    'Another resource is not allowed',
    'reference_policies_elements_resource',
    [grant('dynamodb:GetItem', orders.replace('orders', 'other'))],
    getItem,
    `on resource: ${orders} ${nothing}`,
  ),
  denies(
    'Another action is not allowed',
    'reference_policies_elements_action',
    [grant('dynamodb:Scan')],
    getItem,
    nothing,
  ),
  allows(
    'Actions are compared in any case',
    'reference_policies_elements_action',
    [grant('DYNAMODB:getitem')],
    getItem,
  ),
  allows(
    'An asterisk stands for any end of an action',
    'reference_policies_elements_action',
    [grant('dynamodb:Get*')],
    getItem,
  ),
  allows(
    'An asterisk stands for any part of a resource',
    'reference_policies_elements_resource',
    [grant('*', 'arn:aws:dynamodb:*:*:table/ord*')],
    getItem,
  ),
  denies('A deny wins over an allow', logic, [grant('*'), deny('dynamodb:*', orders)], getItem, explicitly),
  denies(
    'A deny in an attached policy wins over an inline allow',
    logic,
    { inline: [grant('*')], managed: [deny('dynamodb:GetItem')] },
    getItem,
    explicitly,
  ),
  allows(
    'A deny of another resource does not count',
    logic,
    [grant('*'), deny('*', orders.replace('orders', 'other'))],
    getItem,
  ),
  denies(
    'A query of an index asks for the index',
    dynamo,
    [grant('dynamodb:Query', orders)],
    query(byDay),
    `${orders}/index/by-day`,
  ),
  allows(
    'A query of an index needs no right on its table',
    dynamo,
    [grant('dynamodb:Query', `${orders}/index/*`)],
    query(byDay),
  ),
  denies(
    'BatchGetItem asks for each of its tables',
    dynamo,
    [grant('dynamodb:BatchGetItem', orders)],
    json('dynamodb', 'BatchGetItem', {
      RequestItems: { orders: { Keys: [{ pk: { S: 'a' } }] }, other: { Keys: [{ pk: { S: 'a' } }] } },
    }),
    'table/other',
  ),
  denies(
    'TransactWriteItems asks for PutItem, UpdateItem, DeleteItem and ConditionCheckItem of its parts',
    'https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/transaction-apis-iam.html',
    [grant('dynamodb:PutItem')],
    json('dynamodb', 'TransactWriteItems', {
      TransactItems: [
        { Put: { TableName: 'orders', Item: { pk: { S: 't' } } } },
        {
          ConditionCheck: { TableName: 'other', Key: { pk: { S: 'a' } }, ConditionExpression: 'attribute_exists(pk)' },
        },
      ],
    }),
    'dynamodb:ConditionCheckItem on resource: arn:aws:dynamodb:eu-west-1:123456789012:table/other',
  ),
  denies(
    'ExecuteStatement asks for the action of its PartiQL statement',
    'https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/ql-iam.html',
    [grant('dynamodb:PartiQLSelect')],
    json('dynamodb', 'ExecuteStatement', { Statement: `DELETE FROM "orders" WHERE pk = 'a'` }),
    `dynamodb:PartiQLDelete on resource: ${orders}`,
  ),
];
