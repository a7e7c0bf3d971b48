import { found } from '../../testing/hand-plan';

const ROLE = 'aws_iam_role.worker';
const POLICY = 'aws_iam_role_policy.work';
const document = (...Statement: object[]) => JSON.stringify({ Version: '2012-10-17', Statement });
const allow = (Action: string | string[], Resource: string | string[], more: object = {}) => ({
  Effect: 'Allow',
  Action,
  Resource,
  ...more,
});
const role = {
  name: 'worker',
  assume_role_policy: document({
    Effect: 'Allow',
    Action: 'sts:AssumeRole',
    Principal: { Service: 'lambda.amazonaws.com' },
  }),
};
const rights = (before: object[], after: object[]) =>
  found({
    [ROLE]: [role, role],
    [POLICY]: [
      { role: 'worker', policy: document(...before) },
      { role: 'worker', policy: document(...after) },
    ],
  });
const bucket = 'arn:aws:s3:::reports/*';
const table = 'arn:aws:dynamodb:eu-west-1:123456789012:table/orders';
const [yes, no] = [[`high iam-widened ${POLICY}`], [] as string[]];

describe('rights that are widened', () => {
  it.each([
    ['a wildcard for a service', [allow('s3:GetObject', bucket)], [allow('S3:*', bucket)], yes],
    ['the same wildcard in another case', [allow('s3:*', bucket)], [allow('S3:*', bucket)], no],
    ['an action that a pattern allowed', [allow('s3:Get*', bucket)], [allow('s3:GetObject', bucket)], no],
    ['every resource', [allow('s3:GetObject', bucket)], [allow('s3:GetObject', '*')], yes],
    ['every bucket', [allow('s3:GetObject', bucket)], [allow('s3:GetObject', 'arn:aws:s3:::*')], yes],
    [
      'every table',
      [allow('dynamodb:GetItem', 'arn:aws:dynamodb:eu-west-1:123456789012:table/orders')],
      [allow('dynamodb:GetItem', 'arn:aws:dynamodb:*:*:table/*')],
      yes,
    ],
    [
      'everything in one more bucket',
      [allow('s3:GetObject', bucket)],
      [allow('s3:GetObject', [bucket, 'arn:aws:s3:::photos/*'])],
      no,
    ],
    [
      'the logs of every function',
      [allow('s3:GetObject', bucket)],
      [allow('s3:GetObject', bucket), allow(['logs:CreateLogStream', 'logs:PutLogEvents'], 'arn:aws:logs:*:*:*')],
      no,
    ],
    [
      'every resource for what has no single one',
      [allow('s3:GetObject', bucket)],
      [allow('s3:GetObject', bucket), allow('xray:PutTraceSegments', '*')],
      no,
    ],
    [
      'a pattern within one that was allowed',
      [allow('s3:*', 'arn:aws:s3:::*')],
      [allow('s3:*', 'arn:aws:s3:::a*')],
      no,
    ],
    [
      'a condition less on a wildcard',
      [allow('s3:*', bucket, { Condition: { Bool: { 'aws:SecureTransport': 'true' } } })],
      [allow('s3:*', bucket)],
      yes,
    ],
    [
      'all but one action',
      [allow('s3:GetObject', bucket)],
      [{ Effect: 'Allow', NotAction: 'iam:*', Resource: '*' }],
      [`critical iam-widened ${POLICY}`],
    ],
    [
      'a right that leads to others',
      [allow('s3:GetObject', bucket)],
      [allow(['s3:GetObject', 'iam:PassRole'], bucket)],
      yes,
    ],
    [
      'two statements in one',
      [allow('s3:GetObject', bucket), allow('s3:PutObject', bucket)],
      [allow(['s3:GetObject', 's3:PutObject'], bucket)],
      no,
    ],
  ] as const)('%s', (_name, before, after, expected) => {
    expect(rights([...before], [...after])).toEqual(expected);
  });

  it('a denial that is gone', () => {
    const denied = { Effect: 'Deny', Action: 's3:*', Resource: '*' };
    expect(rights([allow('s3:GetObject', bucket), denied], [allow('s3:GetObject', bucket)])).toEqual([
      `high iam-widened ${POLICY}`,
    ]);
  });

  it.each([
    ['what its task needs', allow(['dynamodb:GetItem', 'dynamodb:Query'], table), []],
    ['everything', allow('*', '*'), [`critical iam-widened ${POLICY}`]],
    ['the secrets of everyone', allow('secretsmanager:GetSecretValue', '*'), [`high iam-widened ${POLICY}`]],
    ['every action on its bucket', allow('s3:*', bucket), [`medium iam-widened ${POLICY}`]],
  ])('of a new role: %s', (_, statement, expected) => {
    const policy = { role: 'worker', policy: document(statement) };
    expect(found({ [ROLE]: [null, role], [POLICY]: [null, policy] })).toEqual(expected);
  });
});

describe('a function that can be called past the API', () => {
  const permission = (more: object) => ({ function_name: 'me', action: 'lambda:InvokeFunction', ...more });

  it('is one that a new permission or address opens to everyone', () => {
    expect(
      found({
        'aws_lambda_permission.all': [null, permission({ principal: '*' })],
        'aws_lambda_function_url.me': [null, { function_name: 'me', authorization_type: 'NONE' }],
        'aws_lambda_permission.ours': [null, permission({ principal: '*', principal_org_id: 'o-1' })],
        'aws_sns_topic.of_the_same_account': [
          { arn: 'arn:aws:sns:eu-west-1:123456789012:t' },
          { arn: 'arn:aws:sns:eu-west-1:123456789012:t', display_name: 'orders' },
        ],
        'aws_lambda_permission.api': [
          null,
          permission({
            principal: 'apigateway.amazonaws.com',
            source_arn: 'arn:aws:execute-api:eu-west-1:123456789012:abc/*',
          }),
        ],
      }),
    ).toEqual([
      'critical function-exposed aws_lambda_function_url.me',
      'critical function-exposed aws_lambda_permission.all',
      'critical function-exposed aws_lambda_permission.ours',
    ]);
  });
});

describe('the state of Terraform', () => {
  it.each([
    ['acme-tfstate', true],
    ['acme-terraform-state-prod', true],
    ['terraform_lock', true],
    ['gatehouse-dev-state', true],
    ['real-estate-photos', false],
    ['statements', false],
    ['united-states-data', false],
  ])('a bucket called %s is it: %j', (bucket, isState) => {
    expect(found({ 'aws_s3_bucket.it': [{ id: bucket, bucket }, null] })).toEqual(
      isState ? ['critical state-at-risk aws_s3_bucket.it'] : [],
    );
  });
});

describe('the resource policy of an API', () => {
  const api = (policy?: string) => ({ id: 'abc', name: 'shop', ...(policy ? { policy } : {}) });
  const office = document({
    Effect: 'Allow',
    Principal: '*',
    Action: 'execute-api:Invoke',
    Resource: '*',
    Condition: { IpAddress: { 'aws:SourceIp': '192.0.2.0/24' } },
  });
  const open = document({ Effect: 'Allow', Principal: '*', Action: 'execute-api:Invoke', Resource: '*' });
  const API = 'aws_api_gateway_rest_api.shop';
  const OWN = 'aws_api_gateway_rest_api_policy.shop';

  it('that is a resource of its own and goes leaves the API to everyone, though the API still repeats it', () => {
    const own = (policy: string) => ({ rest_api_id: 'abc', policy });
    expect(found({ [API]: [api(office), api(office)], [OWN]: [own(office), null] })).toEqual([
      `critical api-policy-opened ${OWN}`,
    ]);
    expect(found({ [API]: [api(open), api(open)], [OWN]: [own(open), null] })).toEqual([]);
    const moved = { [OWN]: [own(office), null], [`${OWN}2`]: [null, own(office)] } as const;
    expect(found({ [API]: [api(office), api(office)], ...moved })).toEqual([]);
  });

  it('that is no longer written leaves it to everyone, unless everyone could call before', () => {
    expect(found({ [API]: [api(office), api()] })).toEqual([`critical api-policy-opened ${API}`]);
    expect(found({ [API]: [api(open), api()] })).toEqual([]);
    expect(found({ [API]: [api(), api(office)] })).toEqual([]);
  });
});

describe('the key of the Terraform state', () => {
  const key = (is_enabled: boolean, description = 'Terraform state') => ({ description, is_enabled });
  const change = (before: object, after: object) =>
    found({ 'aws_kms_key.k': [before as Record<string, unknown>, after as Record<string, unknown>] });

  it('is at risk when it is turned off, and not when it is turned on again', () => {
    expect(change(key(true), key(false))).toEqual(['critical state-at-risk aws_kms_key.k']);
    expect(change(key(false), key(true))).toEqual([]);
  });

  it('is not another key', () => {
    expect(change(key(true, 'Reports'), key(false, 'Reports'))).toEqual([]);
  });
});
