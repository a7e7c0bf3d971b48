import { type APIGatewayProxyEvent, type APIGatewayProxyResult } from 'aws-lambda';
import { corsHeaders } from './cors';
import { me } from './me';
import { listPrices } from './prices';
import { createReport, getReport, listReports } from './reports';
import { type Answer, message } from './answer';

/** The routes of the API that this function serves, by method and API Gateway resource. */
const routes: Record<string, (event: APIGatewayProxyEvent) => Answer> = {
  'GET /me': me,
  'GET /prices': listPrices,
  'GET /reports': listReports,
  'POST /reports': createReport,
  'GET /reports/{id}': getReport,
};

/**
 * The one Lambda function behind the API. API Gateway has already decided who may call: what it lets through is
 * answered.
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-lambda-proxy-integrations.html
 */
export async function handler(event: APIGatewayProxyEvent): Promise<APIGatewayProxyResult> {
  const route = routes[`${event.httpMethod} ${event.resource}`];
  const { status, body, headers } = route ? route(event) : message(404, 'Not found');
  return {
    statusCode: status,
    headers: {
      'Content-Type': 'application/json',
      'Cache-Control': 'no-store',
      ...corsHeaders(event.headers),
      ...headers,
    },
    body: JSON.stringify(body),
  };
}
