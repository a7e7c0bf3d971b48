import { type ApiGatewayAuthorizerConfig } from '@cdktf/provider-aws/lib/api-gateway-authorizer';
import { type Members } from './document';

/** Name of the scheme of requests that are signed with AWS credentials. */
export const signatureScheme = 'sigv4';

/** @see https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-swagger-extensions-authtype.html */
export const signature: Members = {
  type: 'apiKey',
  name: 'Authorization',
  in: 'header',
  'x-amazon-apigateway-authtype': 'awsSigv4',
};

/**
 * An authorizer as a security scheme.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-swagger-extensions-authorizer.html
 */
export function securityScheme(config: Omit<ApiGatewayAuthorizerConfig, 'restApiId'>): Members {
  const { authorizerResultTtlInSeconds, identitySource = '', providerArns } = config;
  return {
    type: 'apiKey',
    name: identitySource.replace('method.request.header.', ''),
    in: 'header',
    'x-amazon-apigateway-authtype': 'cognito_user_pools',
    'x-amazon-apigateway-authorizer': {
      type: 'cognito_user_pools',
      providerARNs: providerArns,
      authorizerResultTtlInSeconds,
    },
  };
}
