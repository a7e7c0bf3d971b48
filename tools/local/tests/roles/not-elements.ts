import { json, s3 } from './requests';
import { allows, denies, explicitly, nothing, type RoleRow } from './row';

const getItem = json('dynamodb', 'GetItem', { TableName: 'orders', Key: { pk: { S: 'a' } } });
const action = 'reference_policies_elements_notaction';
const resource = 'reference_policies_elements_notresource';
const orders = 'arn:aws:dynamodb:eu-west-1:123456789012:table/orders';

/** NotAction and NotResource. */
export const notElements: RoleRow[] = [
  allows(
    'NotAction allows all but what it lists',
    action,
    [{ Effect: 'Allow', NotAction: 's3:*', Resource: '*' }],
    getItem,
  ),
  denies(
    'NotAction does not allow what it lists',
    action,
    [{ Effect: 'Allow', NotAction: 's3:*', Resource: '*' }],
    s3('GET', '/'),
    nothing,
  ),
  denies(
    'A deny with NotAction denies all but what it lists',
    action,
    [
      { Effect: 'Allow', Action: '*', Resource: '*' },
      { Effect: 'Deny', NotAction: 's3:*', Resource: '*' },
    ],
    getItem,
    explicitly,
  ),
  allows(
    'A deny with NotAction spares what it lists',
    action,
    [
      { Effect: 'Allow', Action: '*', Resource: '*' },
      { Effect: 'Deny', NotAction: 'dynamodb:*', Resource: '*' },
    ],
    getItem,
  ),
  allows(
    'NotResource allows all but what it lists',
    resource,
    [{ Effect: 'Allow', Action: 'dynamodb:*', NotResource: orders.replace('orders', 'other') }],
    getItem,
  ),
  denies(
    'NotResource does not allow what it lists',
    resource,
    [{ Effect: 'Allow', Action: '*', NotResource: `${orders}*` }],
    getItem,
    nothing,
  ),
  denies(
    'A deny with NotResource denies all but what it lists',
    resource,
    [
      { Effect: 'Allow', Action: '*', Resource: '*' },
      { Effect: 'Deny', Action: '*', NotResource: 'arn:aws:s3:::prices*' },
    ],
    getItem,
    explicitly,
  ),
  allows(
    'A deny with NotResource spares what it lists',
    resource,
    [
      { Effect: 'Allow', Action: '*', Resource: '*' },
      { Effect: 'Deny', Action: '*', NotResource: [orders, 'arn:aws:s3:::prices*'] },
    ],
    getItem,
  ),
];
