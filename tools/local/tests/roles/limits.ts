import { json } from './requests';
import { allows, denies, deny, grant, nothing, type RoleRow } from './row';

const page = 'access_policies_boundaries';
const getItem = json('dynamodb', 'GetItem', { TableName: 'orders', Key: { pk: { S: 'a' } } });
const all = [grant('*')];

/** Permissions boundaries. */
export const boundaries: RoleRow[] = [
  allows('What role and boundary allow is allowed', page, { inline: all, boundary: [grant('dynamodb:*')] }, getItem),
  denies(
    'What the boundary does not allow is refused',
    page,
    { inline: all, boundary: [grant('s3:*')] },
    getItem,
    'because no permissions boundary allows the dynamodb:GetItem action',
  ),
  denies('A boundary alone allows nothing', page, { boundary: all }, getItem, nothing),
  denies(
    'A deny in the boundary denies',
    page,
    { inline: all, boundary: [...all, deny('dynamodb:GetItem')] },
    getItem,
    'with an explicit deny in a permissions boundary',
  ),
  denies(
    'The resource of the boundary counts',
    page,
    { inline: all, boundary: [grant('*', 'arn:aws:dynamodb:*:*:table/other')] },
    getItem,
    'because no permissions boundary allows',
  ),
  allows(
    'A condition of the boundary counts',
    page,
    { inline: all, boundary: [grant('*', '*', { StringEquals: { 'aws:RequestedRegion': 'eu-west-1' } })] },
    getItem,
  ),
];
