import { fixture } from '../../testing/fixture';
import { readPlans } from '../read-plans';
import { accessChanges, apiNames } from './access-changes';

type Values = Record<string, unknown>;

const changeOf = (address: string, change: object, more: object = {}) => {
  const [type, name] = address.split('.');
  return { address, mode: 'managed', type, name, change: { after_unknown: {}, ...change }, ...more };
};

const rows = (...changes: readonly object[]) =>
  accessChanges(readPlans({ api: { format_version: '1.2', resource_changes: changes } })).map(
    ({ effect, route, before, after }) => [effect, route, before, after],
  );

const stays = (address: string, values: Values) =>
  changeOf(address, { actions: ['no-op'], before: values, after: values });
const becomes = (address: string, before: Values, after: Values) =>
  changeOf(address, { actions: ['update'], before, after });
const appears = (address: string, values: Values) =>
  changeOf(address, { actions: ['create'], before: null, after: values });
const goes = (address: string, values: Values) =>
  changeOf(address, { actions: ['delete'], before: values, after: null });

describe('who may call a route of an HTTP API', () => {
  const api = stays('aws_apigatewayv2_api.shop', { id: 'shop1234', name: 'shop', protocol_type: 'HTTP' });
  const authorizer = (name: string, audience: string) => ({
    id: `${name}-1234`,
    api_id: 'shop1234',
    name,
    authorizer_type: 'JWT',
    identity_sources: ['$request.header.Authorization'],
    jwt_configuration: [{ audience: [audience], issuer: 'https://issuer.example' }],
  });
  const route = (more: Values) => ({
    id: 'route123',
    api_id: 'shop1234',
    route_key: 'GET /carts',
    authorization_type: 'NONE',
    ...more,
  });
  const jwt = { authorization_type: 'JWT', authorizer_id: 'people-1234' };

  it('is reported when nothing checks them any more', () => {
    expect(
      rows(
        api,
        stays('aws_apigatewayv2_authorizer.people', authorizer('people', 'app')),
        becomes(
          'aws_apigatewayv2_route.carts',
          route({ ...jwt, authorization_scopes: ['carts/read'] }),
          route({}),
        ),
      ),
    ).toEqual([['opened', 'GET /carts', 'access token with carts/read', 'anyone']]);
  });

  it('is reported when another client may, although the words are the same', () => {
    expect(
      rows(
        api,
        becomes(
          'aws_apigatewayv2_authorizer.people',
          authorizer('people', 'app'),
          authorizer('people', 'partner'),
        ),
        stays('aws_apigatewayv2_route.carts', route(jwt)),
      ),
    ).toEqual([
      [
        'changed',
        'GET /carts',
        'any valid token (JWT), authorizer people',
        'any valid token (JWT), authorizer people (checked differently)',
      ],
    ]);
  });

  it('is not reported when nothing of it changes', () => {
    const values = route(jwt);
    expect(
      rows(
        api,
        stays('aws_apigatewayv2_authorizer.people', authorizer('people', 'app')),
        becomes('aws_apigatewayv2_route.carts', values, { ...values, operation_name: 'carts' }),
      ),
    ).toEqual([]);
  });

  it('is unclear when only the apply will tell', () => {
    const change = becomes('aws_apigatewayv2_route.carts', route(jwt), {
      id: 'route123',
      api_id: 'shop1234',
      route_key: 'GET /carts',
    });
    change.change = { ...change.change, after_unknown: { authorization_type: true } } as typeof change.change;
    expect(
      rows(api, stays('aws_apigatewayv2_authorizer.people', authorizer('people', 'app')), change),
    ).toEqual([['unclear', 'GET /carts', 'any valid token (JWT)', 'known after apply']]);
  });

  it('is only asked of the first message of a WebSocket', () => {
    const socket = stays('aws_apigatewayv2_api.chat', {
      id: 'chat1234',
      name: 'chat',
      protocol_type: 'WEBSOCKET',
    });
    const of = (key: string) => ({
      id: `route-${key}`,
      api_id: 'chat1234',
      route_key: key,
      authorization_type: 'NONE',
    });
    expect(
      rows(
        socket,
        appears('aws_apigatewayv2_route.connect', of('$connect')),
        appears('aws_apigatewayv2_route.send', of('send')),
      ),
    ).toEqual([
      ['new', '$connect', undefined, 'anyone'],
      ['new', 'send', undefined, 'connected client'],
    ]);
  });
});

describe('the names of the APIs', () => {
  it('are those before and after, once each', () => {
    const of = (name: string) => ({ id: `${name}1`, name });
    const plan = {
      format_version: '1.2',
      resource_changes: [
        stays('aws_apigatewayv2_api.shop', { ...of('shop'), protocol_type: 'HTTP' }),
        goes('aws_api_gateway_rest_api.old', of('old')),
        appears('aws_api_gateway_rest_api.new', of('new')),
      ],
    };
    expect(apiNames(readPlans({ api: plan }))).toEqual(['new', 'old', 'shop']);
  });
});

describe('who may call a function by its URL', () => {
  const url = (authorization: string) => ({ function_name: 'hooks', authorization_type: authorization });

  it('is reported like a route', () => {
    expect(rows(becomes('aws_lambda_function_url.hooks', url('AWS_IAM'), url('NONE')))).toEqual([
      ['opened', 'function URL of hooks', 'IAM principal', 'anyone'],
    ]);
    expect(rows(goes('aws_lambda_function_url.hooks', url('NONE')))).toEqual([
      ['removed', 'function URL of hooks', 'anyone', undefined],
    ]);
  });
});

describe('who may call a route of a REST API', () => {
  const resource = (more: Values = {}) => ({
    id: 'me123456',
    rest_api_id: 'rest1234',
    path: '/me',
    path_part: 'me',
    ...more,
  });
  const method = (more: Values = {}) => ({
    id: 'agm-me',
    rest_api_id: 'rest1234',
    resource_id: 'me123456',
    http_method: 'GET',
    authorization: 'AWS_IAM',
    ...more,
  });
  const api = { id: 'rest1234', name: 'reports', root_resource_id: 'root1234' };

  it('is that of the route, not of its address: a renamed API with an opened route is one that opens', () => {
    expect(
      rows(
        goes('aws_api_gateway_rest_api.old', api),
        goes('aws_api_gateway_resource.me', resource()),
        goes('aws_api_gateway_method.me', method()),
        appears('aws_api_gateway_rest_api.new', { ...api, id: 'rest5678' }),
        appears('aws_api_gateway_resource.me2', resource({ rest_api_id: 'rest5678', id: 'me567890' })),
        appears(
          'aws_api_gateway_method.me2',
          method({ rest_api_id: 'rest5678', resource_id: 'me567890', authorization: 'NONE' }),
        ),
      ),
    ).toEqual([['opened', 'GET /me', 'IAM principal', 'anyone']]);
  });

  it('is not reported when only addresses are moved', () => {
    const moved = (address: string, from: string, values: Values) =>
      changeOf(address, { actions: ['no-op'], before: values, after: values }, { previous_address: from });
    expect(
      rows(
        moved('aws_api_gateway_rest_api.new', 'aws_api_gateway_rest_api.old', api),
        moved('aws_api_gateway_resource.new', 'aws_api_gateway_resource.old', resource()),
        moved('aws_api_gateway_method.new', 'aws_api_gateway_method.old', method()),
      ),
    ).toEqual([]);
  });

  it('leaves out what only answers the preflights of browsers', () => {
    const options = method({ http_method: 'OPTIONS', authorization: 'NONE' });
    const integration = {
      rest_api_id: 'rest1234',
      resource_id: 'me123456',
      http_method: 'OPTIONS',
      type: 'MOCK',
    };
    const routes = [
      stays('aws_api_gateway_rest_api.api', api),
      stays('aws_api_gateway_resource.me', resource()),
    ];
    expect(
      rows(
        ...routes,
        appears('aws_api_gateway_method.options', options),
        appears('aws_api_gateway_integration.options', integration),
      ),
    ).toEqual([]);
    // Something behind it answers: that is a route.
    expect(
      rows(
        ...routes,
        appears('aws_api_gateway_method.options', options),
        appears('aws_api_gateway_integration.options', { ...integration, type: 'HTTP_PROXY' }),
      ),
    ).toEqual([['new', 'OPTIONS /me', undefined, 'anyone']]);
  });

  it('says that an API key is asked for, too', () => {
    expect(
      rows(
        stays('aws_api_gateway_rest_api.api', api),
        stays('aws_api_gateway_resource.me', resource()),
        becomes(
          'aws_api_gateway_method.me',
          method(),
          method({ authorization: 'NONE', api_key_required: true }),
        ),
      ),
    ).toEqual([['opened', 'GET /me', 'IAM principal', 'anyone with an API key']]);
  });

  it('reads the routes of an OpenAPI body, too', () => {
    const found = accessChanges(readPlans({ api: fixture('openapi', 'created.plan.json') }));
    expect(found.length).toBeGreaterThan(3);
    expect(found.every(({ effect, before }) => effect === 'new' && before === undefined)).toBe(true);
    expect(found.some(({ address }) => address.includes('#/paths/'))).toBe(true);
  });
});
