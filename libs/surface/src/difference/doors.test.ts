import { handPlan, type HandChange } from '../../testing/hand-plan';
import { findingsOf } from '../../testing/real-plan';
import { accessChanges, readPlans } from '../index';

type Changes = Readonly<Record<string, HandChange>>;
type Values = Readonly<Record<string, unknown>>;
const stays = (values: Values): HandChange => [values, values];

/** `severity message` of what one rule says. */
const says = (rule: string, changes: Changes, ...expressions: Parameters<typeof handPlan>[1][]) =>
  findingsOf(handPlan(changes, ...expressions))
    .filter((finding) => finding.rule === rule)
    .map(({ severity, message }) => `${severity} ${message}`);

const ARN = 'arn:aws:execute-api:eu-west-1:111122223333:shop';
const API: Changes = {
  'aws_api_gateway_rest_api.shop': stays({ id: 'shop', name: 'shop', root_resource_id: 'root', execution_arn: ARN }),
  'aws_api_gateway_resource.orders': stays({ id: 'o', rest_api_id: 'shop', path: '/orders' }),
  'aws_api_gateway_method.orders': stays({
    ...{ rest_api_id: 'shop', resource_id: 'o', http_method: 'GET', authorization: 'AWS_IAM' },
  }),
};
const integration = (values: Values) => ({ rest_api_id: 'shop', resource_id: 'o', http_method: 'GET', ...values });
const stage = (values: Values) => ({ rest_api_id: 'shop', stage_name: 'live', deployment_id: 'd1', ...values });

describe('a backend', () => {
  const backend = (before: Values, after: Values, more: Changes = {}) =>
    says('backend-changed', {
      ...API,
      'aws_api_gateway_integration.orders': [integration(before), integration(after)],
      ...more,
    });
  const proxy = (uri: string, more: Values = {}) => ({ type: 'HTTP_PROXY', uri, ...more });
  const lambda = (account: string, name = 'orders') => ({
    type: 'AWS_PROXY',
    uri: `arn:aws:apigateway:eu-west-1:lambda:path/2015-03-31/functions/arn:aws:lambda:eu-west-1:${account}:function:${name}/invocations`,
  });

  it('is another one where host or port change, whatever user info says', () => {
    expect(backend(proxy('https://a.example.com/x'), proxy('https://a.example.com@b.example.net/x'))).toEqual([
      'high Calls of GET /orders go to b.example.net in place of a.example.com, with the token of the caller.',
    ]);
    expect(backend(proxy('https://a.example.com/x'), proxy('https://A.example.com/y?z'))).toEqual([]);
    expect(backend(proxy('https://a.example.com/x'), proxy('https://a.example.com:8443/x'))).toHaveLength(1);
  });

  it('gets no token where nothing of the request is mapped', () => {
    const http = (host: string, more: Values = {}) => ({ type: 'HTTP', uri: `https://${host}/x`, ...more });
    expect(backend(http('a.example.com'), http('b.example.net'))).toEqual([
      'medium Calls of GET /orders go to b.example.net in place of a.example.com.',
    ]);
    const mapped = { request_parameters: { 'integration.request.header.X': 'method.request.header.Authorization' } };
    expect(backend(http('a.example.com', mapped), http('b.example.net', mapped))[0]).toMatch(/^high .*token/);
  });

  it('is in another account: a function, a queue, a topic in a template', () => {
    expect(backend(lambda('111122223333'), lambda('999999999999'))).toEqual([
      'high Calls of GET /orders go to account 999999999999 in place of account 111122223333.',
    ]);
    const queue = (account: string) => ({
      type: 'AWS',
      uri: `arn:aws:apigateway:eu-west-1:sqs:path/${account}/orders`,
    });
    expect(backend(queue('111122223333'), queue('999999999999'))).toHaveLength(1);
    const topic = (account: string) => ({
      ...{ type: 'AWS', uri: 'arn:aws:apigateway:eu-west-1:sns:action/Publish' },
      request_templates: { 'application/json': `TopicArn=arn:aws:sns:eu-west-1:${account}:orders` },
    });
    expect(backend(topic('111122223333'), topic('999999999999'))).toHaveLength(1);
  });

  it('comes back to the account of the API, or calls another function there', () => {
    expect(backend(proxy('https://a.example.com'), lambda('111122223333'))).toEqual([]);
    expect(backend(lambda('111122223333'), lambda('111122223333', 'next'))).toEqual([]);
  });

  it('is one that other routes have already', () => {
    const other = { ...integration(proxy('https://b.example.net')), http_method: 'PUT' };
    const put = { rest_api_id: 'shop', resource_id: 'o', http_method: 'PUT', authorization: 'AWS_IAM' };
    expect(
      backend(proxy('https://a.example.com'), proxy('https://b.example.net'), {
        'aws_api_gateway_method.put': stays(put),
        'aws_api_gateway_integration.put': stays(other),
      })[0],
    ).toMatch(/^medium /);
  });

  it('is asked with another verb', () => {
    const to = (verb: string) => proxy('https://a.example.com', { integration_http_method: verb });
    const call = (verb: string) => ({ ...lambda('111122223333'), integration_http_method: verb });
    expect(backend(to('GET'), to('DELETE'))).toEqual([
      'medium Calls of GET /orders reach their backend as DELETE in place of GET.',
    ]);
    expect(backend(to('GET'), to('get'))).toEqual([]);
    expect(backend(call('GET'), call('POST'))).toEqual([]);
    expect(backend({ type: 'MOCK' }, call('POST'))).toEqual([]);
  });

  it('of a public route is a function that no public route called', () => {
    const at = { resource_id: 's', rest_api_id: 'shop', http_method: 'GET' };
    const open = (before: Values, after: Values, more: Changes = {}) =>
      backend(lambda('111122223333', 'orders'), lambda('111122223333', 'orders'), {
        'aws_api_gateway_resource.status': stays({ id: 's', rest_api_id: 'shop', path: '/status' }),
        'aws_api_gateway_method.status': stays({ ...at, authorization: 'NONE' }),
        'aws_api_gateway_integration.status': [
          { ...at, ...before },
          { ...at, ...after },
        ],
        ...more,
      });
    const call = (name: string) => lambda('111122223333', name);
    expect(open(call('status'), call('orders'))).toEqual([
      'high Anyone on the internet can call function orders in place of function status, by GET /status: only guarded routes called it before.',
    ]);
    expect(open({ type: 'MOCK' }, call('orders'))).toHaveLength(1);
    expect(open(call('status'), call('admin'))[0]).toMatch(/^high .* no public route called it before/);
    expect(open(call('status'), call('status:live'))).toEqual([]);
    expect(
      open(call('status'), call('next'), { 'aws_lambda_function.next': [null, { function_name: 'next' }] }),
    ).toEqual([]);
  });

  it('is picked by a variable of the stage, or of its canary', () => {
    const uri = { type: 'HTTP_PROXY', uri: 'https://${stageVariables.host}/x' };
    const on = (before: Values, after: Values) =>
      backend(uri, uri, { 'aws_api_gateway_stage.live': [stage(before), stage(after)] });
    const to = (host: string) => ({ variables: { host } });

    expect(on(to('a.example.com'), to('b.example.net'))).toHaveLength(1);
    expect(on(to('a.example.com'), to('a.example.com'))).toEqual([]);
    const two = (after: string) =>
      backend(uri, uri, {
        'aws_api_gateway_stage.live': [stage(to('a.example.com')), stage(to(after))],
        'aws_api_gateway_stage.test': stays(stage({ stage_name: 'test', ...to('b.example.net') })),
      });
    expect(two('b.example.net')).toHaveLength(1);
    expect(two('a.example.com')).toEqual([]);
    const canary = { deployment_id: 'd1', percent_traffic: 5, stage_variable_overrides: { host: 'b.example.net' } };
    expect(on(to('a.example.com'), { ...to('a.example.com'), canary_settings: [canary] })).toEqual([
      'high Calls of GET /orders go to b.example.net in place of a.example.com on stage live, canary, with the token of the caller.',
    ]);
  });
});

describe('the deployment of a stage', () => {
  const deployment = (id: string, created_date: string): HandChange => stays({ id, rest_api_id: 'shop', created_date });
  const moves = (before: Values | null, after: Values, more: Changes = {}) =>
    says('stage-deployment-changed', {
      ...API,
      'aws_api_gateway_stage.live': [before && stage(before), stage(after)],
      'aws_api_gateway_deployment.d1': deployment('d1', '2026-01-02T00:00:00Z'),
      ...more,
    });

  it('is in no plan, or in this one and earlier', () => {
    expect(moves({}, { deployment_id: 'old' })).toEqual([
      'high Stage live of shop serves a deployment that no plan shows, old: who may call its routes there is not known.',
    ]);
    const older = { 'aws_api_gateway_deployment.d0': deployment('d0', '2026-01-01T00:00:00Z') };
    expect(moves({}, { deployment_id: 'd0' }, older)[0]).toMatch(/^high .* an earlier deployment, d0/);
  });

  it('is a later one, or of another configuration', () => {
    const newer = { 'aws_api_gateway_deployment.d2': deployment('d2', '2026-01-03T00:00:00Z') };
    expect(moves({}, { deployment_id: 'd2' }, newer)[0]).toMatch(/^medium .* made before this plan, d2/);
    const plan = { 'aws_api_gateway_stage.live': [stage({}), stage({ deployment_id: 'old' })] as HandChange };
    expect(says('stage-deployment-changed', plan)[0]).toMatch(/^medium /);
  });

  it('of a new stage is what the others serve, or in no plan', () => {
    expect(moves(null, { deployment_id: 'd1' })).toEqual([]);
    expect(moves(null, { deployment_id: 'old' })).toHaveLength(1);
    expect(moves({}, {})).toEqual([]);
  });
});

describe('from where an API without guards is reached', () => {
  const open = { authorization: 'NONE', rest_api_id: 'shop', resource_id: 'o', http_method: 'GET' };
  const policy = (...Statement: object[]) => JSON.stringify({ Version: '2012-10-17', Statement });
  const everyone = { Effect: 'Allow', Principal: '*', Action: 'execute-api:Invoke', Resource: 'execute-api:/*' };
  const only = (range: string) => ({ ...everyone, Condition: { IpAddress: { 'aws:SourceIp': range } } });
  const words = (api: Values) =>
    accessChanges(
      readPlans([
        handPlan({
          ...API,
          'aws_api_gateway_rest_api.shop': stays({ id: 'shop', name: 'shop', root_resource_id: 'root', ...api }),
          'aws_api_gateway_method.orders': [null, open],
        }) as never,
      ]),
    ).map(({ after }) => after);

  it('is the networks of its policy', () => {
    expect(words({ policy: policy(only('203.0.113.0/24')) })).toEqual(['anyone in 203.0.113.0/24']);
    const denied = { ...everyone, Effect: 'Deny', Condition: { NotIpAddress: { 'aws:SourceIp': ['192.0.2.0/24'] } } };
    expect(words({ policy: policy(everyone, denied) })).toEqual(['anyone in 192.0.2.0/24']);
    const behind = { ...everyone, Condition: { StringEquals: { 'aws:SourceVpce': 'vpce-1' } } };
    expect(words({ endpoint_configuration: [{ types: ['PRIVATE'] }], policy: policy(behind) })).toEqual([
      'anyone behind vpce-1',
    ]);
  });

  it('is a private network, or everywhere', () => {
    expect(words({ endpoint_configuration: [{ types: ['PRIVATE'] }] })).toEqual(['anyone in the private network']);
    expect(words({ policy: policy(everyone, only('203.0.113.0/24')) })).toEqual(['anyone']);
    expect(words({ policy: policy(only('0.0.0.0/0')) })).toEqual(['anyone']);
    const more = { StringEquals: { 'aws:PrincipalTag/team': 'a' } };
    const spared = { NotIpAddress: { 'aws:SourceIp': ['192.0.2.0/24'] } };
    expect(
      words({ policy: policy(everyone, { ...everyone, Effect: 'Deny', Condition: { ...spared, ...more } }) }),
    ).toEqual(['anyone']);
    const partly = { ...only('203.0.113.0/24'), Resource: 'execute-api:/live/GET/admin' };
    expect(words({ policy: policy(partly) })).toEqual(['anyone']);
  });
});

it('opens an API without guards to everyone that was for some networks', () => {
  const only = { ...{ Effect: 'Allow', Principal: '*', Action: 'execute-api:Invoke', Resource: '*' } };
  const api = (Condition?: object) => ({
    ...{ id: 'shop', name: 'shop', root_resource_id: 'root' },
    policy: JSON.stringify({ Version: '2012-10-17', Statement: [{ ...only, ...(Condition && { Condition }) }] }),
  });
  const open = { authorization: 'NONE', rest_api_id: 'shop', resource_id: 'o', http_method: 'GET' };
  const changes = accessChanges(
    readPlans([
      handPlan({
        ...API,
        'aws_api_gateway_rest_api.shop': [api({ IpAddress: { 'aws:SourceIp': '203.0.113.0/24' } }), api()],
        'aws_api_gateway_method.orders': stays(open),
      }) as never,
    ]),
  );
  expect(changes.map(({ effect, before, after }) => [effect, before, after])).toEqual([
    ['opened', 'anyone in 203.0.113.0/24', 'anyone'],
  ]);
});

describe('the role of an integration', () => {
  it('is worse in another account', () => {
    const role = (account: string, name: string) =>
      integration({ type: 'AWS', credentials: `arn:aws:iam::${account}:role/${name}` });
    const found = (after: Values) =>
      says('integration-role-changed', {
        ...API,
        'aws_api_gateway_integration.orders': [role('111122223333', 'sends'), after],
      })[0];
    expect(found(role('999999999999', 'sends'))).toMatch(/^high /);
    expect(found(role('111122223333', 'administers'))).toMatch(/^medium /);
  });
});
