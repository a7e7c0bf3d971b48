import { type APIGatewayProxyEvent } from 'aws-lambda';

/** Says which table the order is read from. */
export const handler = async ({ pathParameters }: APIGatewayProxyEvent) => ({
  statusCode: 200,
  body: JSON.stringify({ order: pathParameters?.id, table: process.env.TABLE }),
});
