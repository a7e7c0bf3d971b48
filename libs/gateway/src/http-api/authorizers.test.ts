import { lambda } from '../../testing/api';
import { app, httpRefusal, issuer, synthHttpApi } from '../../testing/http-api';
import { Auth, Integration, type HttpLambdaAuthorizerOptions, IdentitySource } from '../index';

const api_id = '${aws_apigatewayv2_api.api.id}';
const integration = Integration.http({ url: 'https://example.com' });

describe('a JWT authorizer', () => {
  it('takes tokens of several clients, of another issuer and from elsewhere', () => {
    const { resource } = synthHttpApi((api) => {
      const authorizer = api.addJwtAuthorizer('partners', {
        issuer: 'https://login.example.com/',
        audience: ['reports', 'orders'],
        identitySource: IdentitySource.queryString('token'),
      });
      const web = api.addJwtAuthorizer('web', { userPool: { issuer }, clients: [app, { clientIds: ['b', 'c'] }] });
      api.addRoute('GET /a', { auth: Auth.accessToken('reports/read', 'reports/all'), authorizer, integration });
      api.addRoute('GET /b', { auth: Auth.accessToken('reports/read'), authorizer: web, integration });
    });

    expect(resource.aws_apigatewayv2_authorizer).toMatchObject({
      partners: {
        identity_sources: ['$request.querystring.token'],
        jwt_configuration: { issuer: 'https://login.example.com/', audience: ['reports', 'orders'] },
      },
      web: { jwt_configuration: { issuer, audience: ['abc123', 'b', 'c'] } },
    });
    expect(resource.aws_apigatewayv2_route).toMatchObject({
      get_a: {
        authorizer_id: '${aws_apigatewayv2_authorizer.partners.id}',
        authorization_scopes: ['reports/all', 'reports/read'],
      },
      get_b: { authorizer_id: '${aws_apigatewayv2_authorizer.web.id}' },
    });
  });

  it('is refused without a client', () => {
    expect(httpRefusal((api) => api.addJwtAuthorizer('web', { userPool: { issuer }, clients: [] }))).toContain(
      'test/api/web, clients: expected at least one, found [].',
    );
  });
});

describe('a Lambda authorizer', () => {
  const withOptions = (options: Partial<HttpLambdaAuthorizerOptions> = {}) =>
    synthHttpApi((api, scope) => {
      const partners = { function: lambda(scope, 'partners'), ...options } as HttpLambdaAuthorizerOptions;
      api.addLambdaAuthorizer('partners', partners);
      api.addRoute('GET /a', { auth: Auth.custom('partners'), integration });
    }).resource;

  it('asks a function each time, and may call nothing else', () => {
    const resource = withOptions();

    expect(resource.aws_apigatewayv2_authorizer?.partners).toEqual({
      api_id,
      name: 'partners',
      lifecycle: { create_before_destroy: true },
      authorizer_type: 'REQUEST',
      authorizer_uri: '${aws_lambda_function.partners.invoke_arn}',
      authorizer_payload_format_version: '2.0',
      authorizer_result_ttl_in_seconds: 0,
      enable_simple_responses: true,
      identity_sources: ['$request.header.Authorization'],
    });
    expect(resource.aws_lambda_permission).toEqual({
      api_authorizer_partners: {
        action: 'lambda:InvokeFunction',
        function_name: '${aws_lambda_function.partners.function_name}',
        principal: 'apigateway.amazonaws.com',
        source_arn: '${aws_apigatewayv2_api.api.execution_arn}/authorizers/${aws_apigatewayv2_authorizer.partners.id}',
      },
    });
    expect(resource.aws_apigatewayv2_stage?.api?.depends_on).toEqual(['aws_lambda_permission.api_authorizer_partners']);
    expect(resource.aws_apigatewayv2_route?.get_a).toMatchObject({
      authorization_type: 'CUSTOM',
      authorizer_id: '${aws_apigatewayv2_authorizer.partners.id}',
    });
    expect(resource.aws_apigatewayv2_route?.get_a).not.toHaveProperty('authorization_scopes');
  });

  it.each<[string, Partial<HttpLambdaAuthorizerOptions>, object]>([
    [
      'answers a policy, as for a REST API',
      { answer: 'policy', payloadFormatVersion: '1.0' },
      { authorizer_payload_format_version: '1.0', enable_simple_responses: false },
    ],
    [
      'answers a policy',
      { answer: 'policy' },
      { authorizer_payload_format_version: '2.0', enable_simple_responses: false },
    ],
    [
      'remembers answers',
      {
        identitySources: [IdentitySource.header('x-key'), IdentitySource.context('routeKey')],
        resultsCacheTtlSeconds: 300,
      },
      { authorizer_result_ttl_in_seconds: 300, identity_sources: ['$request.header.x-key', '$context.routeKey'] },
    ],
    ['is always asked', { identitySources: [] }, { authorizer_result_ttl_in_seconds: 0, identity_sources: [] }],
  ])('%s', (_what, options, written) => {
    expect(withOptions(options).aws_apigatewayv2_authorizer?.partners).toMatchObject(written);
  });

  it.each<[Partial<HttpLambdaAuthorizerOptions>, string]>([
    [{ resultsCacheTtlSeconds: 3601 }, 'resultsCacheTtlSeconds: expected a whole number from 0 to 3600, found 3601.'],
    [
      { identitySources: [], resultsCacheTtlSeconds: 60 },
      'resultsCacheTtlSeconds: expected 0 without identitySources, found 60.',
    ],
  ])('is refused with %j', (options, message) => {
    expect(() => withOptions(options)).toThrow(message);
  });

  it('cannot answer simply in the old format', () => {
    // @ts-expect-error simple answers need payload format 2.0
    const options: Partial<HttpLambdaAuthorizerOptions> = { answer: 'simple', payloadFormatVersion: '1.0' };
    expect(options).toBeDefined();
  });
});
