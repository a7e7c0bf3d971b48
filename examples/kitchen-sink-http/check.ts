import { type APIGatewayRequestAuthorizerEvent, type APIGatewayRequestAuthorizerEventV2 } from 'aws-lambda';

/** Lets in who has the key, in the format that is asked for. */
export const handler = async (event: APIGatewayRequestAuthorizerEvent | APIGatewayRequestAuthorizerEventV2) => {
  if ('routeArn' in event) {
    return { isAuthorized: event.headers?.['x-partner-key'] === 'open sesame', context: { partner: 'acme' } };
  }
  // In format 1.0 names of headers keep their case.
  const { Authorization, authorization = Authorization } = event.headers ?? {};
  const Effect = authorization === 'open sesame' ? 'Allow' : 'Deny';
  const Statement = [{ Effect, Action: 'execute-api:Invoke', Resource: event.methodArn }];
  return { principalId: 'acme', policyDocument: { Version: '2012-10-17', Statement } };
};
