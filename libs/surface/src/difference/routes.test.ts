import { found, handPlan } from '../../testing/hand-plan';
import { findingsOf } from '../../testing/real-plan';
import { differences, readPlans, type ReadPlans } from '../index';

const api = { id: 'abc', name: 'shop', root_resource_id: 'root' };
const API = { 'aws_api_gateway_rest_api.shop': [api, api] as const };
const path = (id: string, path: string) => ({ id, rest_api_id: 'abc', path });
const paths = {
  'aws_api_gateway_resource.orders': [path('o', '/orders'), path('o', '/orders')] as const,
  'aws_api_gateway_resource.order': [path('i', '/orders/{id}'), path('i', '/orders/{id}')] as const,
  'aws_api_gateway_resource.rest': [path('p', '/{proxy+}'), path('p', '/{proxy+}')] as const,
};
const method = (resource_id: string, http_method: string, more: object) => ({
  rest_api_id: 'abc',
  resource_id,
  http_method,
  ...more,
});
const open = { authorization: 'NONE' };
const guarded = { authorization: 'COGNITO_USER_POOLS', authorizer_id: 'auth' };
const plan = (methods: Parameters<typeof handPlan>[0]) => ({ ...API, ...paths, ...methods });
const M = 'aws_api_gateway_method';

describe('a route that becomes public', () => {
  it('is one whose own method goes while a public ANY, variable or greedy route takes its calls', () => {
    for (const wide of [method('o', 'ANY', open), method('p', 'GET', open), method('p', 'ANY', open)]) {
      expect(found(plan({ [`${M}.gone`]: [method('o', 'GET', guarded), null], [`${M}.wide`]: [wide, wide] }))).toEqual([
        `critical route-public ${M}.wide`,
      ]);
    }
  });

  it('is not one whose calls go to the most specific route, which is guarded', () => {
    const wide = method('p', 'ANY', open);
    const near = method('o', 'ANY', guarded);
    expect(
      found(
        plan({
          [`${M}.gone`]: [method('o', 'GET', guarded), null],
          [`${M}.wide`]: [wide, wide],
          [`${M}.near`]: [near, near],
        }),
      ),
    ).toEqual([]);
  });

  it('is not a new public greedy route beside a guarded path that keeps its calls', () => {
    const near = method('i', 'ANY', guarded);
    expect(found(plan({ [`${M}.near`]: [near, near], [`${M}.new`]: [null, method('p', 'ANY', open)] }))).toEqual([
      `high new-public-route ${M}.new`,
    ]);
  });

  it('is one that takes only some of the calls of a guarded route that goes', () => {
    const deep = {
      'aws_api_gateway_resource.files': [path('f', '/files/{proxy+}'), path('f', '/files/{proxy+}')] as const,
      'aws_api_gateway_resource.deep': [path('d', '/{a}/{b}/{c}'), path('d', '/{a}/{b}/{c}')] as const,
    };
    const wide = method('d', 'GET', open);
    expect(
      found({
        ...plan({ [`${M}.gone`]: [method('f', 'ANY', guarded), null], [`${M}.wide`]: [wide, wide] }),
        ...deep,
      }),
    ).toEqual([`critical route-public ${M}.wide`]);
  });

  it('is a new public route that a guarded ANY answered before', () => {
    const wide = method('p', 'ANY', guarded);
    expect(found(plan({ [`${M}.wide`]: [wide, wide], [`${M}.new`]: [null, method('i', 'GET', open)] }))).toEqual([
      `critical route-public ${M}.new`,
    ]);
  });

  it('is not a new public route that a public ANY answered before', () => {
    const wide = method('p', 'ANY', open);
    expect(found(plan({ [`${M}.wide`]: [wide, wide], [`${M}.new`]: [null, method('i', 'GET', open)] }))).toEqual([]);
  });

  it('is a public one that is given another path, which nothing answered or a guard kept', () => {
    const route = method('o', 'GET', open);
    const to = (was: string, is: string) => ({
      ...plan({ [`${M}.open`]: [route, route] }),
      'aws_api_gateway_resource.orders': [path('o', was), path('o', is)] as const,
    });
    const near = method('i', 'GET', guarded);
    expect(found(to('/status', '/admin'))).toEqual([`high new-public-route ${M}.open`]);
    expect(found(to('/status', '/{proxy+}'))).toEqual([`high new-public-route ${M}.open`]);
    expect(found({ ...to('/status', '/orders/7'), [`${M}.near`]: [near, near] })).toEqual([
      `critical route-public ${M}.open`,
    ]);
    expect(found(to('/orders/{id}', '/orders/{number}'))).toEqual([]);
    expect(found(to('/files/{proxy+}', '/files/{name}'))).toEqual([]);
  });

  it('is a guarded one whose path changes while its guard goes', () => {
    expect(
      found({
        ...plan({ [`${M}.open`]: [method('o', 'GET', guarded), method('o', 'GET', open)] }),
        'aws_api_gateway_resource.orders': [path('o', '/orders'), path('o', '/all')],
      }),
    ).toEqual([`critical route-public ${M}.open`]);
  });

  it('is the same route at a new address of an API at a new address', () => {
    const [before, after] = [
      { 'aws_api_gateway_rest_api.shop': [api, null] as const },
      { 'aws_api_gateway_rest_api.store': [null, { ...api, id: 'def' }] as const },
    ];
    const rules = found({
      ...before,
      ...after,
      [`${M}.get`]: [method('root', 'GET', guarded), null],
      [`${M}.root`]: [null, { ...method('root', 'GET', open), rest_api_id: 'def' }],
    });
    expect(rules).toContain(`critical route-public ${M}.root`);
    expect(rules).toContain('high api-lost aws_api_gateway_rest_api.shop');
  });

  it('is named by who can reach the API', () => {
    const inside = { ...api, endpoint_configuration: [{ types: ['PRIVATE'] }] };
    const [finding] = findingsOf(
      handPlan({
        'aws_api_gateway_rest_api.shop': [inside, inside],
        [`${M}.get`]: [method('root', 'GET', guarded), method('root', 'GET', open)],
      }),
    );
    expect(finding?.message).toBe('Anyone in the private network can call GET / without a token.');
  });

  it('is critical with a reason too, and says it', () => {
    const read = withReason(
      readPlans([
        handPlan(plan({ [`${M}.get`]: [method('root', 'GET', guarded), method('root', 'GET', open)] })) as never,
      ]),
    );
    expect(differences(read)).toMatchObject([
      {
        severity: 'critical',
        message: 'Anyone on the internet can call GET / without a token; the code says why: uptime checks',
      },
    ]);
  });
});

describe('a new public route', () => {
  const added = plan({ [`${M}.get`]: [null, method('root', 'GET', open)] });

  it('is milder when the code says why it is public, and quotes it', () => {
    expect(found(added)).toEqual([`high new-public-route ${M}.get`]);
    expect(differences(withReason(readPlans([handPlan(added) as never])))).toMatchObject([
      {
        severity: 'medium',
        message: 'Anyone on the internet can call the new GET / without a token; the code says why: uptime checks',
      },
    ]);
  });

  it('is not a preflight that API Gateway answers, and is one that the backend answers', () => {
    const options = method('root', 'OPTIONS', open);
    const integration = (type: string) => ({ ...method('root', 'OPTIONS', {}), type });
    const all = (type: string) =>
      plan({
        [`${M}.options`]: [null, options],
        'aws_api_gateway_integration.options': [null, integration(type)],
      });
    expect(found(all('MOCK'))).toEqual([]);
    expect(found(all('AWS_PROXY'))).toEqual([`high new-public-route ${M}.options`]);
  });
});

describe('the guard of a route', () => {
  it('is the same where its authorizer only has a new address', () => {
    const authorizer = { id: 'auth', name: 'users', rest_api_id: 'abc', type: 'COGNITO_USER_POOLS' };
    const get = method('root', 'GET', guarded);
    expect(
      found(
        plan({
          'aws_api_gateway_authorizer.old': [authorizer, null],
          'aws_api_gateway_authorizer.new': [null, { ...authorizer, id: 'auth2' }],
          [`${M}.get`]: [get, { ...get, authorizer_id: 'auth2' }],
        }),
      ),
    ).toEqual(['high moved-block-missing aws_api_gateway_authorizer.new']);
  });

  it('is another one where the authorizer of another stack has another id', () => {
    const get = method('root', 'GET', guarded);
    expect(found(plan({ [`${M}.get`]: [get, { ...get, authorizer_id: 'other' }] }))).toEqual([
      `high route-guard-changed ${M}.get`,
    ]);
  });
});

describe('routes of HTTP and WebSocket APIs', () => {
  const http = (protocol_type: string) => ({ id: 'abc', name: 'shop', protocol_type });
  const route = (route_key: string, more: object) => ({ api_id: 'abc', route_key, ...more });

  it('are called by their key', () => {
    const [finding] = findingsOf(
      handPlan({
        'aws_apigatewayv2_api.shop': [http('HTTP'), http('HTTP')],
        'aws_apigatewayv2_route.all': [
          route('$default', { authorization_type: 'AWS_IAM' }),
          route('$default', { authorization_type: 'NONE' }),
        ],
      }),
    );
    expect(finding).toMatchObject({ rule: 'route-public', subject: '$default', before: 'IAM principal' });
  });

  it('are asked who they are once, at $connect, of a WebSocket API', () => {
    const all = http('WEBSOCKET');
    const message = [null, route('$default', { authorization_type: 'NONE' })] as const;
    expect(found({ 'aws_apigatewayv2_api.shop': [all, all], 'aws_apigatewayv2_route.message': message })).toEqual([]);
    expect(
      found({
        'aws_apigatewayv2_api.shop': [all, all],
        'aws_apigatewayv2_route.message': message,
        'aws_apigatewayv2_route.connect': [
          route('$connect', { authorization_type: 'AWS_IAM' }),
          route('$connect', { authorization_type: 'NONE' }),
        ],
      }),
    ).toEqual(['critical route-public aws_apigatewayv2_route.connect']);
  });
});

/** As the review does it, which knows the synthesized code. */
function withReason(read: ReadPlans): ReadPlans {
  const apis = read.after.apis.map((each) => ({
    ...each,
    routes: each.routes.map((route) => ({ ...route, publicReason: 'uptime checks' })),
  }));
  return { ...read, after: { ...read.after, apis } };
}
