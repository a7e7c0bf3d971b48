import { type APIGatewayProxyEventV2 } from 'aws-lambda';

/** Answers with what it got. */
export const handler = async ({ routeKey, requestContext }: APIGatewayProxyEventV2) => ({
  routeKey,
  authorizer: (requestContext as { authorizer?: unknown }).authorizer,
});
