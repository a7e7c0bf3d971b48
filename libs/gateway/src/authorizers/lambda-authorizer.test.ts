import { lambda, refusal, synthApi } from '../../testing/api';
import { Auth, type DefinitionKind, IdentitySource, Integration, type RestApi } from '../index';
import { type Construct } from 'constructs';

const integration = Integration.mock();

const build = (definition: DefinitionKind, add: (api: RestApi, scope: Construct) => void) =>
  synthApi(add, { definition }).resource;

const addToken = (api: RestApi, scope: Construct): void => {
  const authorizer = api.addTokenAuthorizer('partners', {
    function: lambda(scope, 'check'),
    header: 'X-Partner',
    tokenPattern: '^\\w{20}$',
  });
  api.addRoute('GET /orders', { auth: Auth.custom('partners with a contract'), authorizer, integration });
};

const addRequest = (api: RestApi, scope: Construct): void => {
  api.addRequestAuthorizer('partners', {
    function: lambda(scope, 'check'),
    identitySources: [IdentitySource.header('X-Partner'), IdentitySource.queryString('key')],
    resultsCacheTtlSeconds: 0,
  });
  api.addRoute('GET /orders', { auth: Auth.custom('partners with a contract'), integration });
};

describe('a token authorizer', () => {
  it('is a resource that alone may call the function', () => {
    const resource = build('resources', addToken);

    expect(resource.aws_api_gateway_authorizer?.partners).toEqual({
      rest_api_id: '${aws_api_gateway_rest_api.api.id}',
      name: 'partners',
      type: 'TOKEN',
      authorizer_uri: '${aws_lambda_function.check.invoke_arn}',
      identity_source: 'method.request.header.X-Partner',
      identity_validation_expression: '^\\w{20}$',
      authorizer_result_ttl_in_seconds: 300,
    });
    expect(resource.aws_lambda_permission?.check_partners).toMatchObject({
      source_arn: '${aws_api_gateway_rest_api.api.execution_arn}/authorizers/${aws_api_gateway_authorizer.partners.id}',
    });
    expect(resource.aws_api_gateway_method?.get_orders).toMatchObject({
      authorization: 'CUSTOM',
      authorizer_id: '${aws_api_gateway_authorizer.partners.id}',
    });
  });

  it('is a scheme of an OpenAPI body', () => {
    const body = JSON.parse(String(build('openapi', addToken).aws_api_gateway_rest_api?.api?.body)) as {
      components: { securitySchemes: object };
      paths: object;
    };

    expect(body.components.securitySchemes).toMatchObject({
      partners: {
        type: 'apiKey',
        name: 'X-Partner',
        in: 'header',
        'x-amazon-apigateway-authtype': 'custom',
        'x-amazon-apigateway-authorizer': {
          type: 'token',
          authorizerUri: '${aws_lambda_function.check.invoke_arn}',
          identityValidationExpression: '^\\w{20}$',
          authorizerResultTtlInSeconds: 300,
        },
      },
    });
    expect(body.paths).toMatchObject({ '/orders': { get: { security: [{ partners: [] }] } } });
  });
});

describe('an authorizer whose function is called with a role', () => {
  const role = { arn: 'arn:aws:iam::123456789012:role/calls-check' };
  const add = (api: RestApi, scope: Construct): void => {
    api.addTokenAuthorizer('partners', { function: lambda(scope, 'check'), role });
    api.addRoute('GET /orders', { auth: Auth.custom('partners with a contract'), integration });
  };

  it('names the role, and needs no permission of the function', () => {
    const resource = build('resources', add);

    expect(resource.aws_api_gateway_authorizer?.partners).toMatchObject({ authorizer_credentials: role.arn });
    expect(resource.aws_lambda_permission).toBeUndefined();
    expect(JSON.parse(String(build('openapi', add).aws_api_gateway_rest_api?.api?.body))).toMatchObject({
      components: {
        securitySchemes: { partners: { 'x-amazon-apigateway-authorizer': { authorizerCredentials: role.arn } } },
      },
    });
  });
});

describe('a request authorizer', () => {
  it('knows callers by parts of the request', () => {
    expect(build('resources', addRequest).aws_api_gateway_authorizer?.partners).toMatchObject({
      type: 'REQUEST',
      identity_source: 'method.request.header.X-Partner,method.request.querystring.key',
      authorizer_result_ttl_in_seconds: 0,
    });
    expect(JSON.parse(String(build('openapi', addRequest).aws_api_gateway_rest_api?.api?.body))).toMatchObject({
      components: {
        securitySchemes: {
          partners: {
            name: 'Unused',
            'x-amazon-apigateway-authorizer': {
              type: 'request',
              identitySource: 'method.request.header.X-Partner,method.request.querystring.key',
            },
          },
        },
      },
    });
  });
});

describe('a route', () => {
  it('fails when its authorizer cannot check its callers', () => {
    const message = refusal((api, scope) => {
      const authorizer = api.addTokenAuthorizer('partners', { function: lambda(scope, 'check') });
      api.addRoute('GET /me', { auth: Auth.idToken(), authorizer, integration });
    });

    expect(message).toBe(
      'test/api, GET /me, authorizer: expected a Cognito authorizer, found "test/api/partners". ' +
        'Auth.custom goes with a Lambda authorizer, tokens with a Cognito authorizer: change one of the two.',
    );
  });

  it('fails when no Lambda authorizer is there', () => {
    expect(refusal((api) => api.addRoute('GET /me', { auth: Auth.custom('partners'), integration }))).toContain(
      'Call addTokenAuthorizer or addRequestAuthorizer before the first guarded route',
    );
  });
});
