import { type ApiGatewayAuthorizerConfig } from '@cdktf/provider-aws/lib/api-gateway-authorizer';
import { plainText } from '@gatehouse/construct-kit';
import { type Members } from './document';

/** Name of the scheme of requests that are signed with AWS credentials. */
export const signatureScheme = 'sigv4';

/** Name of the scheme of requests with a key of a usage plan. */
export const apiKeyScheme = 'api_key';

/** @see https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-api-key-source.html */
export const apiKey: Members = { type: 'apiKey', name: 'x-api-key', in: 'header' };

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
  const { authorizerResultTtlInSeconds, authorizerUri, identitySource = '', providerArns, type = 'TOKEN' } = config;
  const { authorizerCredentials, identityValidationExpression } = config;
  const header = /^method\.request\.header\.([^,]+)$/.exec(identitySource)?.[1];
  return {
    type: 'apiKey',
    // API Gateway's own word for a scheme that is in no one header.
    name: header ?? 'Unused',
    in: 'header',
    'x-amazon-apigateway-authtype': providerArns ? 'cognito_user_pools' : 'custom',
    'x-amazon-apigateway-authorizer': {
      type: type.toLowerCase(),
      providerARNs: providerArns,
      authorizerUri,
      authorizerCredentials,
      identitySource: type === 'REQUEST' && identitySource !== '' ? identitySource : undefined,
      identityValidationExpression: identityValidationExpression && plainText(identityValidationExpression),
      authorizerResultTtlInSeconds,
    },
  };
}
