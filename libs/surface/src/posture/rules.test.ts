import { fixture } from '../../testing/fixture';
import { surfacesFromPlan } from '../surfaces-from-plan';
import { posture, postureRules } from './index';

/** Where each rule fires in the whole fixture: real Terraform's plan of fixtures/posture/*.tf. */
const fires: Record<string, readonly string[]> = {
  'public-route': [
    'critical aws_api_gateway_method.each["public_fires"]',
    'critical aws_api_gateway_method.unlimited_fires',
    'critical aws_api_gateway_rest_api.openapi#/paths/~1public_fires/get',
    'critical aws_apigatewayv2_api.quick_fires',
    'critical aws_apigatewayv2_route.public_fires',
    'high aws_api_gateway_method.limited_fires',
    'high aws_api_gateway_method.private_fires',
    'medium aws_api_gateway_method.each["preflight_fires"]',
    'medium aws_apigatewayv2_route.preflight_fires',
  ],
  'open-websocket': ['critical aws_apigatewayv2_route.connect_fires'],
  'api-key-only': ['high aws_api_gateway_method.each["key_fires"]'],
  'jwt-without-audience': ['high aws_apigatewayv2_authorizer.anybody_fires'],
  'unused-authorizer': ['medium aws_api_gateway_authorizer.unused_fires'],
  'long-authorizer-cache': ['medium aws_api_gateway_authorizer.remembers_fires'],
  'token-in-url': [
    'medium aws_api_gateway_authorizer.query_fires',
    'medium aws_apigatewayv2_authorizer.anybody_fires',
  ],
  'open-resource-policy': [
    'critical aws_api_gateway_rest_api.private_fires',
    'medium aws_api_gateway_rest_api.policy["everyone_fires"]',
  ],
  'open-function-url': ['critical aws_lambda_function_url.open_fires'],
  'function-open-to-everyone': ['critical aws_lambda_permission.everyone_fires'],
  'function-open-to-service': ['high aws_lambda_permission.service_fires'],
  'cors-any-origin-with-credentials': [
    'critical aws_api_gateway_method.cors["credentials_fires"]',
    'critical aws_apigatewayv2_api.credentials_fires',
  ],
  'cors-any-origin': [
    'medium aws_api_gateway_method.cors["any_fires"]',
    'medium aws_apigatewayv2_api.any_fires',
  ],
  'cors-insecure-origin': ['medium aws_api_gateway_method.cors["insecure_fires"]'],
  'access-log-off': [
    'high aws_api_gateway_stage.bare_fires',
    'high aws_api_gateway_stage.without_settings_fires',
    'high aws_apigatewayv2_stage.bare_fires',
  ],
  'execution-logs-off': [
    'medium aws_api_gateway_stage.bare_fires',
    'medium aws_api_gateway_stage.without_settings_fires',
  ],
  'data-trace-on': ['high aws_api_gateway_method_settings.bare_fires'],
  'no-throttle': [
    'medium aws_api_gateway_stage.bare_fires',
    'medium aws_api_gateway_stage.without_settings_fires',
    'medium aws_apigatewayv2_stage.bare_fires',
  ],
  'no-waf': [
    'medium aws_api_gateway_stage.bare_fires',
    'medium aws_api_gateway_stage.without_settings_fires',
  ],
  'request-not-validated': [
    'medium aws_api_gateway_method.modelless_fires',
    'medium aws_api_gateway_method.parameters_fires',
    'medium aws_api_gateway_method.unchecked_fires',
  ],
  'cache-shared-between-callers': ['critical aws_api_gateway_method.parameters_fires'],
  'cache-not-encrypted': ['high aws_api_gateway_method_settings.bare_fires'],
  'backend-plain-http': [
    'high aws_api_gateway_method.clear_fires',
    'high aws_apigatewayv2_route.clear_fires',
  ],
  'no-client-certificate': [
    'medium aws_api_gateway_stage.bare_fires',
    'medium aws_api_gateway_stage.without_settings_fires',
  ],
  'open-default-endpoint': [
    'high aws_api_gateway_rest_api.round_fires',
    'medium aws_api_gateway_rest_api.beside_fires',
  ],
  'old-tls': ['high aws_api_gateway_domain_name.old_fires'],
  'tracing-off': ['expected aws_api_gateway_stage.bare_fires'],
  'mfa-off': ['high aws_cognito_user_pool.bare_fires'],
  'mfa-by-sms-only': ['medium aws_cognito_user_pool.weak_fires'],
  'short-password': ['high aws_cognito_user_pool.weak_fires'],
  'long-temporary-password': ['medium aws_cognito_user_pool.weak_fires'],
  'threat-protection-off': [
    'medium aws_cognito_user_pool.bare_fires',
    'medium aws_cognito_user_pool.weak_fires',
  ],
  'deletion-protection-off': ['high aws_cognito_user_pool.bare_fires'],
  'open-sign-up': ['medium aws_cognito_user_pool.mixed_fires', 'medium aws_cognito_user_pool.open_fires'],
  'unverified-sign-up': ['high aws_cognito_user_pool.open_fires'],
  'case-sensitive-usernames': ['medium aws_cognito_user_pool.open_fires'],
  'implicit-flow': ['high aws_cognito_user_pool_client.bad_fires'],
  'insecure-redirect': ['high aws_cognito_user_pool_client.bad_fires'],
  'password-in-request': [
    'high aws_cognito_user_pool_client.bad_fires',
    'medium aws_cognito_user_pool_client.server_fires',
  ],
  'user-existence-shown': ['medium aws_cognito_user_pool_client.bad_fires'],
  'token-revocation-off': ['high aws_cognito_user_pool_client.bad_fires'],
  'token-lifetime-too-long': ['high aws_cognito_user_pool_client.bad_fires'],
  'user-writable-role-attribute': ['high aws_cognito_user_pool_client.bad_fires'],
  'guest-role-too-broad': ['critical aws_iam_role.guest_fires'],
  'guest-access': [
    'high aws_cognito_identity_pool.guests_fires',
    'high aws_cognito_identity_pool.narrow_fires',
  ],
  'role-trusts-any-identity-pool': ['critical aws_iam_role.any_pool_fires'],
  'role-trusts-guests': ['high aws_iam_role.any_user_fires'],
  'role-trusts-everyone': ['critical aws_iam_role.everyone_fires'],
  'classic-flow': ['medium aws_cognito_identity_pool.guests_fires'],
  'revoked-tokens-accepted': ['medium aws_cognito_identity_pool.guests_fires'],
};

const { after } = surfacesFromPlan([fixture('posture', 'created.plan.json')]);
const findings = posture(after);

describe('posture rules', () => {
  it('all have a case here', () => {
    expect(Object.keys(fires).sort()).toEqual(postureRules.map(({ id }) => id).sort());
  });

  it.each(Object.entries(fires))('%s finds what breaks it, and nothing else', (id, addresses) => {
    const found = findings.filter(({ rule }) => rule === id);

    expect(found.length).toBeGreaterThan(0);
    expect(found.map(({ severity, address }) => `${severity} ${address}`)).toEqual(addresses);
  });

  it('say nothing about what is written well', () => {
    const planned: string[] = fixture('posture', 'created.plan.json').resource_changes.map(
      ({ address }: { address: string }) => address,
    );
    const found = new Set(findings.map(({ address }) => address));

    expect(planned.filter((address) => address.includes('_quiet')).length).toBeGreaterThan(20);
    expect([...found].filter((address) => address.includes('_quiet'))).toEqual([]);
  });
});
