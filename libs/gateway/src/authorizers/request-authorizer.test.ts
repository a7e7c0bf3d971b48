import { lambda, refusal, synthApi } from '../../testing/api';
import { definitions } from '../../testing/definitions';
import { Auth, Integration, type RestApi } from '../index';
import { type Construct } from 'constructs';

const add = (api: RestApi, scope: Construct) => {
  const authorizer = api.addRequestAuthorizer('partners', { function: lambda(scope), resultsCacheTtlSeconds: 0 });
  api.addRoute('GET /a', { auth: Auth.custom('partners'), authorizer, integration: Integration.mock() });
};

it('asks about every request where it remembers nothing', () => {
  // Empty: left out, the provider writes the header Authorization.
  expect(synthApi(add).resource.aws_api_gateway_authorizer?.partners).toMatchObject({
    type: 'REQUEST',
    identity_source: '',
    authorizer_result_ttl_in_seconds: 0,
  });
  const scheme = definitions(add).body.components.securitySchemes.partners;
  expect(scheme).toMatchObject({
    name: 'Unused',
    'x-amazon-apigateway-authorizer': { type: 'request', authorizerResultTtlInSeconds: 0 },
  });
  expect(JSON.stringify(scheme)).not.toContain('identitySource');
});

it('knows callers by something where it remembers answers', () => {
  expect(refusal((api, scope) => api.addRequestAuthorizer('partners', { function: lambda(scope) }))).toBe(
    "test/api, identitySources: expected at least one, such as IdentitySource.header('Authorization'), found []. Say by which parts of " +
      'the request a caller is known, or remember no answer: resultsCacheTtlSeconds: 0.',
  );
});
