import { form, json, s3 } from './requests';
import { allows, denies, deny, explicitly, grant, nothing, type RoleRow } from './row';

const list = s3('GET', '/prices?list-type=2&prefix=a/');
const page = 'reference_policies_elements_condition_operators';
const keys = 'reference_policies_condition-keys';
const s3Keys = 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/amazon-s3-policy-keys.html';
const fine = 'https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/specifying-conditions.html';
const item = (pk: string, more: object = {}) =>
  json('dynamodb', 'GetItem', { TableName: 'orders', Key: { pk: { S: pk } }, ...more });
const leading = (value: string) => ({ 'ForAllValues:StringEquals': { 'dynamodb:LeadingKeys': [value] } });
const listing = (Condition: object) => [grant('s3:ListBucket', 'arn:aws:s3:::prices', Condition)];
const getItem = item('a');
const on = (Condition: object) => [grant('dynamodb:*', '*', Condition)];

/** Conditions and policy variables. */
export const conditions: RoleRow[] = [
  allows('s3:prefix is the prefix that is listed', s3Keys, listing({ StringLike: { 's3:prefix': 'a/*' } }), list),
  denies('Another prefix is not listed', s3Keys, listing({ StringLike: { 's3:prefix': 'b/*' } }), list, nothing),
  denies(
    'A list without a prefix has no s3:prefix',
    s3Keys,
    listing({ StringLike: { 's3:prefix': '*' } }),
    s3('GET', '/prices?list-type=2'),
    nothing,
  ),
  allows(
    's3:max-keys is a number',
    s3Keys,
    listing({ NumericLessThanEquals: { 's3:max-keys': '10' } }),
    s3('GET', '/prices?list-type=2&max-keys=10'),
  ),
  denies(
    'More than s3:max-keys is refused',
    s3Keys,
    listing({ NumericLessThanEquals: { 's3:max-keys': '10' } }),
    s3('GET', '/prices?list-type=2&max-keys=11'),
    nothing,
  ),
  denies(
    'An upload without the encryption that a deny asks for is refused',
    s3Keys,
    [grant('s3:*'), deny('s3:PutObject', '*', { Null: { 's3:x-amz-server-side-encryption': 'true' } })],
    s3('PUT', '/prices/n.txt', 'x'),
    explicitly,
  ),
  allows(
    'A header is a condition key of S3',
    s3Keys,
    [grant('s3:*'), deny('s3:PutObject', '*', { Null: { 's3:x-amz-server-side-encryption': 'true' } })],
    s3('PUT', '/prices/e.txt', 'x', { 'x-amz-server-side-encryption': 'AES256' }),
  ),
  allows(
    's3:ExistingObjectTag is a tag of the object',
    s3Keys,
    [grant('s3:GetObject', '*', { StringEquals: { 's3:ExistingObjectTag/team': 'shop' } })],
    s3('GET', '/prices/b/two.txt'),
  ),
  denies(
    'An object without the tag is refused',
    s3Keys,
    [grant('s3:GetObject', '*', { StringEquals: { 's3:ExistingObjectTag/team': 'shop' } })],
    s3('GET', '/prices/a/one.txt'),
    nothing,
  ),
  allows('dynamodb:LeadingKeys are the partition keys', fine, on(leading('a')), getItem),
  denies('Another partition key is refused', fine, on(leading('b')), getItem, nothing),
  denies(
    'A query has its partition key in the expression',
    fine,
    on(leading('b')),
    json('dynamodb', 'Query', {
      TableName: 'orders',
      KeyConditionExpression: '#p = :a',
      ExpressionAttributeNames: { '#p': 'pk' },
      ExpressionAttributeValues: { ':a': { S: 'a' } },
    }),
    nothing,
  ),
  denies(
    'Each item of a batch counts',
    fine,
    on(leading('a')),
    json('dynamodb', 'BatchWriteItem', {
      RequestItems: {
        orders: [{ PutRequest: { Item: { pk: { S: 'a' } } } }, { PutRequest: { Item: { pk: { S: 'b' } } } }],
      },
    }),
    nothing,
  ),
  allows(
    'dynamodb:Attributes are those that a request names',
    fine,
    on({ 'ForAllValues:StringEquals': { 'dynamodb:Attributes': ['pk', 'day'] } }),
    item('a', { ProjectionExpression: 'pk, #d', ExpressionAttributeNames: { '#d': 'day' } }),
  ),
  denies(
    'An attribute that is not listed is refused',
    fine,
    on({ 'ForAllValues:StringEquals': { 'dynamodb:Attributes': ['pk', 'day'] } }),
    item('a', { ProjectionExpression: 'pk, price' }),
    nothing,
  ),
  allows(
    'aws:SourceIp is the address of the caller',
    keys,
    on({ IpAddress: { 'aws:SourceIp': '127.0.0.0/8' } }),
    getItem,
  ),
  denies('Another address is refused', keys, on({ IpAddress: { 'aws:SourceIp': '203.0.113.0/24' } }), getItem, nothing),
  denies(
    'A deny outside an address range denies here',
    keys,
    [grant('*'), deny('*', '*', { NotIpAddress: { 'aws:SourceIp': '203.0.113.0/24' } })],
    getItem,
    explicitly,
  ),
  allows(
    'aws:RequestedRegion is the region of the request',
    keys,
    on({ StringEquals: { 'aws:RequestedRegion': 'eu-west-1' } }),
    getItem,
  ),
  denies(
    'Another region is refused',
    keys,
    on({ StringEquals: { 'aws:RequestedRegion': ['eu-central-1'] } }),
    getItem,
    nothing,
  ),
  allows(
    'Loopback counts as TLS',
    keys,
    [grant('*'), deny('*', '*', { Bool: { 'aws:SecureTransport': 'false' } })],
    getItem,
  ),
  denies(
    'aws:CurrentTime is now',
    keys,
    on({ DateLessThan: { 'aws:CurrentTime': '2020-01-01T00:00:00Z' } }),
    getItem,
    nothing,
  ),
  denies(
    'Who came without MFA has aws:MultiFactorAuthPresent false',
    keys,
    [grant('*'), deny('*', '*', { BoolIfExists: { 'aws:MultiFactorAuthPresent': 'false' } })],
    getItem,
    explicitly,
  ),
  denies(
    'A key that the request does not have fails the condition',
    page,
    on({ StringEquals: { 'aws:PrincipalOrgID': 'o-1' } }),
    getItem,
    nothing,
  ),
  allows(
    'IfExists holds where the key is missing',
    page,
    on({ StringEqualsIfExists: { 'aws:PrincipalOrgID': 'o-1' } }),
    getItem,
  ),
  denies(
    'All operators of a condition must hold',
    page,
    on({ StringEquals: { 'aws:RequestedRegion': 'eu-west-1' }, Bool: { 'aws:SecureTransport': 'false' } }),
    getItem,
    nothing,
  ),
  allows(
    'One of the values is enough',
    page,
    on({ StringEquals: { 'aws:RequestedRegion': ['us-east-1', 'eu-west-1'] } }),
    getItem,
  ),
  allows(
    'A variable stands for the value of its key',
    'reference_policies_variables',
    [
      grant('s3:GetObject', 'arn:aws:s3:::${aws:RequestedRegion}/*'),
      grant('dynamodb:*', 'arn:aws:dynamodb:*:*:table/orders', { StringEquals: { 'aws:userid': '${aws:userid}' } }),
    ],
    getItem,
  ),
  denies(
    'A variable without a value matches nothing',
    'reference_policies_variables',
    [grant('dynamodb:*', 'arn:aws:dynamodb:*:*:table/${aws:username}')],
    getItem,
    nothing,
  ),
  allows(
    'aws:RequestTag and aws:TagKeys are the tags of the request',
    'access_tags',
    [
      grant('sqs:*', '*', {
        StringEquals: { 'aws:RequestTag/team': 'shop' },
        'ForAllValues:StringEquals': { 'aws:TagKeys': ['team'] },
      }),
    ],
    json('sqs', 'CreateQueue', { QueueName: 'tagged', tags: { team: 'shop' } }),
  ),
  denies(
    'aws:ResourceTag is a tag of the resource',
    'access_tags',
    [grant('dynamodb:*', '*', { StringEquals: { 'aws:ResourceTag/team': 'shop' } })],
    getItem,
    nothing,
  ),
  allows(
    'aws:ResourceTag is not there for a bucket without ABAC, nor for its objects',
    'https://docs.aws.amazon.com/AmazonS3/latest/userguide/buckets-tagging-enable-abac.html',
    [
      grant('s3:GetObject'),
      deny('s3:*', '*', {
        Null: { 'aws:ResourceTag/team': 'false' },
        StringNotEquals: { 'aws:ResourceTag/team': 'shop' },
      }),
    ],
    s3('GET', '/prices/a/one.txt'),
  ),
  allows(
    'sns:Protocol is the protocol of a subscription',
    'https://docs.aws.amazon.com/sns/latest/dg/sns-using-identity-based-policies.html',
    [grant('sns:Subscribe', '*', { StringEquals: { 'sns:Protocol': 'sqs' } })],
    form('sns', 'Subscribe', {
      TopicArn: 'arn:aws:sns:eu-west-1:123456789012:news',
      Protocol: 'sqs',
      Endpoint: 'arn:aws:sqs:eu-west-1:123456789012:jobs',
    }),
  ),
  denies(
    'secretsmanager:VersionStage is the stage that is asked for',
    'https://docs.aws.amazon.com/secretsmanager/latest/userguide/reference_iam-permissions.html',
    [grant('secretsmanager:*', '*', { StringEquals: { 'secretsmanager:VersionStage': 'AWSPENDING' } })],
    json('secretsmanager', 'GetSecretValue', { SecretId: 'db', VersionStage: 'AWSCURRENT' }),
    nothing,
  ),
];
