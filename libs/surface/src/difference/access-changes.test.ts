import { appears, becomes, goes, rows, stays, type Values } from '../../testing/access-rows';
import { readPlans } from '../read-plans';
import { apiNames } from './access-changes';

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
        becomes('aws_apigatewayv2_route.carts', route({ ...jwt, authorization_scopes: ['carts/read'] }), route({})),
      ),
    ).toEqual([['opened', 'GET /carts', 'access token with carts/read', 'anyone']]);
  });

  it('is reported when another client may, although the words are the same', () => {
    expect(
      rows(
        api,
        becomes('aws_apigatewayv2_authorizer.people', authorizer('people', 'app'), authorizer('people', 'partner')),
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

  it('is reported when the tokens of another issuer are taken', () => {
    const of = (issuer: string) => ({
      ...authorizer('people', 'app'),
      jwt_configuration: [{ audience: ['app'], issuer }],
    });
    expect(
      rows(
        api,
        becomes('aws_apigatewayv2_authorizer.people', of('https://a.example'), of('https://b.example')),
        stays('aws_apigatewayv2_route.carts', route(jwt)),
      ).map(([effect]) => effect),
    ).toEqual(['changed']);
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
    expect(rows(api, stays('aws_apigatewayv2_authorizer.people', authorizer('people', 'app')), change)).toEqual([
      ['unclear', 'GET /carts', 'any valid token (JWT)', 'known after apply'],
    ]);
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
      ['new', 'send', undefined, 'anyone'],
    ]);
    expect(
      rows(
        socket,
        appears('aws_apigatewayv2_route.connect', { ...of('$connect'), authorization_type: 'AWS_IAM' }),
        appears('aws_apigatewayv2_route.send', { ...of('send'), authorization_type: 'AWS_IAM' }),
      ),
    ).toEqual([
      ['new', '$connect', undefined, 'IAM principal'],
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
