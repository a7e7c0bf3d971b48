import { type GatewayResponse, type RestApi } from '@gatehouse/surface';
import { type GatewayError, NOT_SERVED_LOCALLY } from './errors';
import { type Answer, type Exchange } from './exchange';
import { header, mediaType, setHeader } from './headers';
import { headerValue } from './http/sendable';
import { mappedValue, substitute } from './substitute';

/** What API Gateway says where no template does: of access that policies deny it writes `Message`. */
const defaultTemplate = (responseType: string) =>
  `{"${responseType === 'ACCESS_DENIED' ? 'Message' : 'message'}":$context.error.messageString}`;

/** Makes the answer for an error of the gateway itself, as the API's gateway responses say. */
export type GatewayResponses = (error: GatewayError, exchange: Exchange) => Answer;

/**
 * A type without an entry of its own takes DEFAULT_4XX or DEFAULT_5XX; a status code set there replaces every one.
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-gatewayResponse-definition.html
 */
export function gatewayResponses(api: RestApi): GatewayResponses {
  const byType = new Map(api.gatewayResponses.map((response) => [response.type, response]));
  return (error, exchange) => {
    const { responseType, status, text, validationErrorString } = error;
    const general = status >= 500 ? 'DEFAULT_5XX' : 'DEFAULT_4XX';
    const response = byType.get(responseType) ?? byType.get(general);
    exchange.error = { message: text, responseType, validationErrorString };
    const { type, template } = chooseTemplate(response, error, exchange);
    const headers: [string, string][] = [
      ['x-amzn-ErrorType', error.errorType],
      ['Content-Type', type],
    ];
    for (const [name, expression] of Object.entries(response?.responseParameters ?? {})) {
      const value = mappedValue(expression, exchange);
      if (value !== undefined) setHeader(headers, name.replace('gatewayresponse.header.', ''), headerValue(value));
    }
    return {
      // Whatever the API makes of its errors, this is none of them.
      status: response?.statusCode && responseType !== NOT_SERVED_LOCALLY ? Number(response.statusCode) : status,
      headers,
      body: substitute(template, exchange, ''),
    };
  };
}

function chooseTemplate(response: GatewayResponse | undefined, { responseType }: GatewayError, { request }: Exchange) {
  const templates = (responseType !== NOT_SERVED_LOCALLY && response?.responseTemplates) || {};
  const accepted = mediaType((header(request.rawHeaders, 'accept') ?? '').split(',')[0] as string);
  const fallback = Object.keys(templates)[0];
  const type = [accepted, 'application/json', fallback].find((key) => key && key in templates);
  return type
    ? { type, template: templates[type] as string }
    : { type: 'application/json', template: defaultTemplate(responseType) };
}
