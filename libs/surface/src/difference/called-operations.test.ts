import { handPlan, type HandChange } from '../../testing/hand-plan';
import { findingsOf } from '../../testing/real-plan';

type Values = Readonly<Record<string, unknown>>;
const stays = (values: Values): HandChange => [values, values];
const at = { rest_api_id: 'shop', resource_id: 'o', http_method: 'GET' };
const uriOf = (call: string) => `arn:aws:apigateway:eu-west-1:${call}`;

const said = (changes: Readonly<Record<string, HandChange>>) =>
  findingsOf(handPlan(changes))
    .filter(({ rule }) => rule === 'backend-changed')
    .map(({ severity, message }) => `${severity} ${message}`);

/** As resources, and as an operation of a body. */
const asResources = (before: string, after: string, variables: readonly [Values, Values] = [{}, {}]) => {
  const integration = (uri: string) => ({ ...at, type: 'AWS', uri });
  const stage = (each: Values) => ({ rest_api_id: 'shop', stage_name: 'live', deployment_id: 'd', variables: each });
  return said({
    'aws_api_gateway_rest_api.shop': stays({ id: 'shop', name: 'shop', root_resource_id: 'root' }),
    'aws_api_gateway_resource.orders': stays({ id: 'o', rest_api_id: 'shop', path: '/orders' }),
    'aws_api_gateway_method.orders': stays({ ...at, authorization: 'AWS_IAM' }),
    'aws_api_gateway_integration.orders': [integration(before), integration(after)],
    'aws_api_gateway_stage.live': [stage(variables[0]), stage(variables[1])],
  });
};
const asBody = (before: string, after: string) => {
  const api = (uri: string) => ({
    ...{ id: 'shop', name: 'shop' },
    body: JSON.stringify({
      openapi: '3.0.1',
      paths: { '/orders': { get: { 'x-amazon-apigateway-integration': { type: 'aws', uri } } } },
    }),
  });
  return said({ 'aws_api_gateway_rest_api.shop': [api(before), api(after)] });
};

describe.each([
  ['resources', asResources],
  ['a body', asBody],
])('an AWS service that a route of %s calls', (_, changed) => {
  const of = (before: string, after: string) => changed(uriOf(before), uriOf(after));

  it('is another one', () => {
    expect(of('states:action/StartExecution', 'iam:action/CreateAccessKey')).toEqual([
      'high GET /orders calls iam CreateAccessKey in place of states StartExecution.',
    ]);
    expect(of('photos.s3:path/a', 'payroll.s3:path/a')).toEqual([
      'high GET /orders calls payroll.s3 a in place of photos.s3 a.',
    ]);
  });

  it('is asked for something else', () => {
    expect(of('dynamodb:action/GetItem', 'dynamodb:action/DeleteItem')).toEqual([
      'medium GET /orders calls dynamodb DeleteItem in place of dynamodb GetItem.',
    ]);
    expect(of('s3:path/mybucket/public/file', 's3:path/otherbucket/secret/file')).toEqual([
      'medium GET /orders calls s3 otherbucket/secret/file in place of s3 mybucket/public/file.',
    ]);
  });

  it('is asked with a query that is not shown', () => {
    expect(of('sns:action/Publish&Message=a', 'sns:action/Publish&Message=word')).toEqual([
      'medium GET /orders calls sns Publish with other parameters.',
    ]);
  });

  it('stays, in another region too', () => {
    const get = 'dynamodb:action/GetItem';
    expect(of(get, get)).toEqual([]);
    expect(changed(uriOf(get), uriOf(get).replace('eu-west-1', 'eu-north-1'))).toEqual([]);
  });
});

describe('an AWS service that a route calls', () => {
  it('is no service where it is a function', () => {
    const call = (name: string) =>
      `lambda:path/2015-03-31/functions/arn:aws:lambda:eu-west-1:111122223333:function:${name}/invocations`;
    expect(asResources(uriOf(call('orders')), uriOf(call('next')))).toEqual([]);
  });

  it('is one finding where it is in another account too', () => {
    const queue = (account: string) => uriOf(`sqs:path/${account}/orders`);
    expect(asResources(queue('111122223333'), queue('999999999999'))).toEqual([
      'high Calls of GET /orders go to account 999999999999 in place of account 111122223333.',
    ]);
  });

  it('is asked for what a variable of the stage names', () => {
    const object = uriOf('s3:path/${stageVariables.bucket}/a');
    expect(asResources(object, object, [{ bucket: 'one' }, { bucket: 'two' }])).toEqual([
      'medium GET /orders calls s3 two/a in place of s3 one/a on stage live.',
    ]);
    expect(asResources(object, object, [{ bucket: 'one' }, { bucket: 'one' }])).toEqual([]);
  });
});
