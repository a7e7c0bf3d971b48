import { type APIGatewayProxyEventV2WithJWTAuthorizer } from 'aws-lambda';

/** Answers with the report that is asked for, and who asks. */
export const handler = async ({ pathParameters, requestContext }: APIGatewayProxyEventV2WithJWTAuthorizer) => ({
  report: pathParameters?.id,
  caller: requestContext.authorizer.jwt.claims.client_id,
});
