import { handPlan } from '../../testing/hand-plan';
import { findingsOf } from '../../testing/real-plan';

const INTEGRATION = 'x-amazon-apigateway-integration';
const BY_HAND =
  'No rule judges that. A backend may take some of the values that it is sent for the identity of the caller.';

/** What is said where the integration of GET /orders in a body changes. */
const said = (before: object, after: object, rest: object = {}) => {
  const api = (integration: object) => ({
    ...{ id: 'shop', name: 'shop', ...rest },
    body: JSON.stringify({ openapi: '3.0.1', paths: { '/orders': { get: { [INTEGRATION]: integration } } } }),
  });
  return findingsOf(handPlan({ 'aws_api_gateway_rest_api.shop': [api(before), api(after)] }))
    .filter(({ severity, rule }) => severity !== 'expected' && rule !== 'api-not-deployed')
    .map(({ severity, rule, message }) => `${severity} ${rule}: ${message}`);
};

describe('an integration of a body', () => {
  const at = 'aws_api_gateway_rest_api.shop#/paths/~1orders/get';
  const http = (more: object = {}) => ({ type: 'http', httpMethod: 'GET', uri: 'https://a.example.com/', ...more });

  it('sends other values, as that of a resource does', () => {
    const mapped = (value: string) => http({ requestParameters: { 'integration.request.header.x-user': value } });
    const sub = 'context.authorizer.claims.sub';
    expect(said(mapped(sub), mapped('method.request.querystring.user'))).toContain(
      `medium not-judged: Changed in ${at}: request_parameters. ${BY_HAND}`,
    );
    expect(said(mapped(sub), mapped(sub))).toEqual([]);
    const template = (text: string) => http({ requestTemplates: { 'application/json': text } });
    expect(said(template('$context.authorizer.claims.sub'), template("$input.params('user')"))).toEqual([
      `medium not-judged: Changed in ${at}: request_templates. ${BY_HAND}`,
    ]);
  });

  it('verifies no certificate any more, or has fewer parameters in its cache key', () => {
    expect(said(http(), http({ tlsConfig: { insecureSkipVerification: true } }))).toEqual([
      'high setting-weaker: API Gateway accepts any certificate of the backend: anyone on the network path can read and change requests.',
    ]);
    expect(said(http({ tlsConfig: { insecureSkipVerification: true } }), http())).toEqual([]);
    expect(said(http({ cacheKeyParameters: ['method.request.querystring.a'] }), http())).toEqual([
      'medium setting-weaker: Fewer parameters are in the cache key: one caller can get the response of another.',
    ]);
  });

  it('stays where only its words do not', () => {
    expect(said(http({ timeoutInMillis: 5000 }), http({ timeoutInMillis: 6000, requestParameters: {} }))).toEqual([]);
  });
});

describe('an integration of the body of an HTTP API', () => {
  const api = (integration: object) => ({
    ...{ id: 'shop', name: 'shop', protocol_type: 'HTTP' },
    body: JSON.stringify({ openapi: '3.0.1', paths: { '/orders': { get: { [INTEGRATION]: integration } } } }),
  });
  const changed = (before: object, after: object) =>
    findingsOf(handPlan({ 'aws_apigatewayv2_api.shop': [api(before), api(after)] }))
      .filter(({ rule }) => rule === 'not-judged')
      .map(({ severity, of }) => `${severity} ${of?.join(' ')}`);
  const proxy = (more: object) => ({ type: 'http_proxy', httpMethod: 'GET', uri: 'https://a.example.com/', ...more });
  const service = (integrationSubtype: string) => ({
    type: 'AWS_PROXY',
    integrationSubtype,
    payloadFormatVersion: '1.0',
  });

  it('sends other values, or asks for another operation', () => {
    const mapped = (value: string) => proxy({ requestParameters: { 'overwrite:header.x-user': value } });
    expect(changed(mapped('$context.authorizer.claims.sub'), mapped('$request.header.x-user'))).toEqual([
      'medium request_parameters',
    ]);
    expect(changed(mapped('a'), mapped('a'))).toEqual([]);
    expect(changed(service('StepFunctions-StartExecution'), service('StepFunctions-StopExecution'))).toEqual([
      'medium integration_subtype',
    ]);
  });
});

describe('an authorizer of a REST API', () => {
  const uri =
    'arn:aws:apigateway:eu-west-1:lambda:path/2015-03-31/functions/arn:aws:lambda:eu-west-1:111122223333:function:auth/invocations';
  const inBody = (more: object) => ({
    ...{ id: 'shop', name: 'shop' },
    body: JSON.stringify({
      openapi: '3.0.1',
      paths: { '/orders': { get: { security: [{ users: [] }] } } },
      components: {
        securitySchemes: {
          users: {
            ...{ type: 'apiKey', name: 'Authorization', in: 'header', 'x-amazon-apigateway-authtype': 'custom' },
            'x-amazon-apigateway-authorizer': { type: 'request', authorizerUri: uri, ...more },
          },
        },
      },
    }),
  });
  const saidOf = (address: string, before: object, after: object) =>
    findingsOf(handPlan({ [address]: [{ ...before }, { ...after }] }))
      .filter(({ severity, rule }) => severity !== 'expected' && rule !== 'api-not-deployed')
      .map(({ severity, rule, message }) => `${severity} ${rule}: ${message}`);
  const header = 'method.request.header.Authorization';
  const alone =
    'medium token-source-changed: Requests without a token reach the function of authorizer users, which alone decides about them.';

  it.each([
    ['empty', { identitySource: '', authorizerResultTtlInSeconds: 0 }],
    ['not written', { authorizerResultTtlInSeconds: 0 }],
  ])('in a body asks for no token where its source is %s', (_, after) => {
    const before = inBody({ identitySource: header, authorizerResultTtlInSeconds: 0 });
    expect(saidOf('aws_api_gateway_rest_api.shop', before, inBody(after))).toEqual([alone]);
  });

  it('of its own asks for no token where its source is empty', () => {
    const values = { rest_api_id: 'shop', name: 'users', type: 'REQUEST', authorizer_uri: uri };
    const now = { ...values, identity_source: '', authorizer_result_ttl_in_seconds: 0 };
    const was = { ...now, identity_source: header };
    expect(
      findingsOf(
        handPlan({
          'aws_api_gateway_rest_api.shop': [
            { id: 'shop', name: 'shop' },
            { id: 'shop', name: 'shop' },
          ],
          'aws_api_gateway_authorizer.users': [was, now],
        }),
      ).map(({ severity, rule, message }) => `${severity} ${rule}: ${message}`),
    ).toContain(alone);
  });

  it('in a body calls its function with another role', () => {
    const as = (role: string) =>
      inBody({ identitySource: header, authorizerCredentials: `arn:aws:iam::111122223333:role/${role}` });
    expect(saidOf('aws_api_gateway_rest_api.shop', as('a'), as('b'))).toEqual([
      'medium service-interrupted: API Gateway calls the function of users with another role: if that may not invoke it, every call is refused.',
    ]);
  });
});
