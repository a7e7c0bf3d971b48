import { type APIGatewayProxyEvent } from 'aws-lambda';

/**
 * An event as API Gateway's Lambda proxy integration sends it for a route behind a Cognito authorizer.
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-lambda-proxy-integrations.html#api-gateway-simple-proxy-for-lambda-input-format
 */
export function proxyEvent(
  route: string,
  changes: Partial<APIGatewayProxyEvent> & { claims?: Record<string, string> | null } = {},
): APIGatewayProxyEvent {
  const [httpMethod = '', resource = ''] = route.split(' ');
  const { claims = idTokenClaims, ...event } = changes;
  const path = resource.replace('{id}', changes.pathParameters?.id ?? '');
  return {
    resource,
    path,
    httpMethod,
    headers: {
      Accept: '*/*',
      Authorization: 'Bearer eyJ…',
      Host: 'a1b2c3d4e5.execute-api.eu-west-1.amazonaws.com',
    },
    multiValueHeaders: { Accept: ['*/*'] },
    queryStringParameters: null,
    multiValueQueryStringParameters: null,
    pathParameters: null,
    stageVariables: null,
    body: null,
    isBase64Encoded: false,
    requestContext: {
      resourceId: 'k3v9x1',
      resourcePath: resource,
      httpMethod,
      extendedRequestId: 'AbCdEFgHIAMFXyz=',
      requestTime: '12/Jan/2026:09:30:00 +0000',
      path: `/dev${path}`,
      accountId: '111111111111',
      protocol: 'HTTP/1.1',
      stage: 'dev',
      domainPrefix: 'a1b2c3d4e5',
      requestTimeEpoch: 1768210200000,
      requestId: '5f8f9c5e-0d1c-4c0b-9d3e-2f1f4c8f5a6b',
      identity: {
        accessKey: null,
        accountId: null,
        apiKey: null,
        apiKeyId: null,
        caller: null,
        clientCert: null,
        cognitoAuthenticationProvider: null,
        cognitoAuthenticationType: null,
        cognitoIdentityId: null,
        cognitoIdentityPoolId: null,
        principalOrgId: null,
        sourceIp: '203.0.113.7',
        user: null,
        userAgent: 'curl/8.5.0',
        userArn: null,
      },
      domainName: 'a1b2c3d4e5.execute-api.eu-west-1.amazonaws.com',
      apiId: 'a1b2c3d4e5',
      authorizer: claims ? { claims } : undefined,
    },
    ...event,
  };
}

/** API Gateway hands claims over as strings, times in words. */
export const idTokenClaims = {
  sub: '62d5f4e4-1001-70e2-6c5f-0a2f4f6f3f11',
  'cognito:groups': 'editors,readers',
  email_verified: 'true',
  iss: 'https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_AbCdEfGhI',
  'cognito:username': '62d5f4e4-1001-70e2-6c5f-0a2f4f6f3f11',
  aud: '3n4b5urk1ft4fl3mg5e62d9ado',
  token_use: 'id',
  auth_time: '1768210100',
  exp: 'Mon Jan 12 10:28:20 UTC 2026',
  iat: 'Mon Jan 12 09:28:20 UTC 2026',
  email: 'someone@example.com',
};
