import { synth } from '@gatehouse/testing';
import { lambda, stage, userPool } from '../../testing/api';
import { document, ok } from '../../testing/openapi';
import { IdentitySource, Integration, OpenApiRestApi, type OpenApiRestApiProps } from '../index';

type Custom = Omit<NonNullable<OpenApiRestApiProps['customAuthorizer']>, 'function'>;

const bodyOf = (customAuthorizer?: Custom) => {
  const { resource } = synth((scope) => {
    new OpenApiRestApi(scope, 'api', {
      name: 'reports',
      stage,
      document: document({ '/orders': { get: { ...ok, 'x-gatehouse-custom': 'partners with a contract' } } }),
      source: 'openapi.yaml',
      authorizer: { id: 'users', userPools: [userPool] },
      integration: Integration.mock(),
      ...(customAuthorizer && {
        customAuthorizer: { ...customAuthorizer, function: lambda(scope, 'check') } as never,
      }),
    });
  });
  return JSON.parse(String(resource.aws_api_gateway_rest_api?.api?.body)) as object;
};

describe('operations for callers that a Lambda authorizer lets in', () => {
  it('name it, and say who that is', () => {
    expect(bodyOf({ id: 'partners' })).toMatchObject({
      paths: {
        '/orders': { get: { security: [{ partners: [] }], 'x-gatehouse-custom': 'partners with a contract' } },
      },
      components: {
        securitySchemes: { partners: { 'x-amazon-apigateway-authorizer': { type: 'token' } } },
      },
    });
  });

  it('may be known by parts of the request', () => {
    const identitySources = [IdentitySource.header('X-Partner')];

    expect(bodyOf({ id: 'partners', identitySources } as Custom)).toMatchObject({
      components: { securitySchemes: { partners: { 'x-amazon-apigateway-authorizer': { type: 'request' } } } },
    });
  });

  it('fail without one', () => {
    expect(() => bodyOf()).toThrow('test/api, GET /orders, auth: expected an authorizer that checks the caller');
  });
});
