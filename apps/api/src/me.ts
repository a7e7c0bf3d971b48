import { type APIGatewayProxyEvent } from 'aws-lambda';
import { type Answer, message } from './answer';

/** GET /me: what the caller's ID token says about the caller; every value is a string, as API Gateway hands it over. */
export function me({ requestContext }: APIGatewayProxyEvent): Answer {
  const claims: unknown = requestContext.authorizer?.claims;
  // Only a route that was left without an authorizer comes here without claims.
  return claims ? { status: 200, body: { claims } } : message(401, 'Unauthorized');
}
