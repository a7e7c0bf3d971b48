import { Construct } from 'constructs';
import { type DefinitionWriter } from '../definition/writer';
import { type Cors, originHeaders } from './cors';

/**
 * Lets pages read the errors that API Gateway makes itself; otherwise a page sees a 401 as a CORS failure.
 *
 * These answers know no templates, so several origins cannot be compared: each gets its own `Origin` back, also one
 * that is not allowed. It can read such an error and nothing more; see docs/decisions/0002-cors-on-errors.md.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-gatewayResponse-definition.html
 */
export class ErrorResponses extends Construct {
  constructor(scope: Construct, id: string, writer: DefinitionWriter, cors: Cors) {
    super(scope, id);
    for (const responseType of ['DEFAULT_4XX', 'DEFAULT_5XX']) {
      writer.gatewayResponse(this, { responseType, responseParameters: errorHeaders(cors) });
    }
  }
}

/** Headers of an error, in the words of a gateway response. */
export function errorHeaders(cors: Cors): Record<string, string> {
  const headers = {
    ...originHeaders(cors),
    ...(cors.allowOrigins.length > 1 && { 'Access-Control-Allow-Origin': 'method.request.header.Origin' }),
  };
  return Object.fromEntries(
    Object.entries(headers).map(([header, value]) => [`gatewayresponse.header.${header}`, value]),
  );
}
