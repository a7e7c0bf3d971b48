import { synthApi, open, refusal } from '../../testing/api';
import { type RestApi, type RestApiProps } from '../index';

const cors = { allowOrigins: ['https://app.example.com'], exposeHeaders: ['X-Trace'] };
const corsHeaders = {
  'gatewayresponse.header.Access-Control-Allow-Origin': "'https://app.example.com'",
  'gatewayresponse.header.Access-Control-Expose-Headers': "'X-Trace'",
  'gatewayresponse.header.Vary': "'Origin'",
};
const templates = { 'application/json': '{"message": $context.error.messageString, "code": "${1}"}' };

function add(api: RestApi): void {
  api.addRoute('GET /', open);
  api.addGatewayResponse('THROTTLED', {
    statusCode: 503,
    headers: { 'Retry-After': '1', 'X-Request': { from: 'context.requestId' } },
    templates,
  });
  api.addGatewayResponse('DEFAULT_4XX', { headers: { 'Cache-Control': 'no-store' } });
}

const throttled = {
  responseParameters: {
    ...corsHeaders,
    'gatewayresponse.header.Retry-After': "'1'",
    'gatewayresponse.header.X-Request': 'context.requestId',
  },
  responseTemplates: { 'application/json': '{"message": $context.error.messageString, "code": "$${1}"}' },
};

it('answers errors as they say, readable for pages, one resource each', () => {
  const { aws_api_gateway_gateway_response: responses } = synthApi(add, { cors }).resource;

  const rest_api_id = '${aws_api_gateway_rest_api.api.id}';
  expect(responses).toEqual({
    default_4xx: {
      rest_api_id,
      response_type: 'DEFAULT_4XX',
      response_parameters: { ...corsHeaders, 'gatewayresponse.header.Cache-Control': "'no-store'" },
    },
    default_5xx: { rest_api_id, response_type: 'DEFAULT_5XX', response_parameters: corsHeaders },
    throttled: {
      rest_api_id,
      response_type: 'THROTTLED',
      status_code: '503',
      response_parameters: throttled.responseParameters,
      response_templates: throttled.responseTemplates,
    },
  });
});

it('answers errors as they say, in an OpenAPI body', () => {
  const { aws_api_gateway_rest_api: apis } = synthApi(add, { cors, definition: 'openapi' }).resource;
  const body = JSON.parse(String(apis?.api?.body)) as Record<string, unknown>;

  expect(body['x-amazon-apigateway-gateway-responses']).toEqual({
    DEFAULT_4XX: { responseParameters: { ...corsHeaders, 'gatewayresponse.header.Cache-Control': "'no-store'" } },
    DEFAULT_5XX: { responseParameters: corsHeaders },
    THROTTLED: { statusCode: '503', ...throttled },
  });
});

it('deploys the API anew when an answer changes', () => {
  const triggers = (definition: RestApiProps['definition'], seconds: string) =>
    synthApi(
      (api) => {
        api.addRoute('GET /', open);
        api.addGatewayResponse('THROTTLED', { headers: { 'Retry-After': seconds } });
      },
      { definition },
    ).resource.aws_api_gateway_deployment?.api?.triggers;

  for (const definition of ['resources', 'openapi'] as const) {
    expect(triggers(definition, '1')).not.toEqual(triggers(definition, '2'));
    expect(triggers(definition, '1')).toEqual(triggers(definition, '1'));
  }
});

it.each<[string, (api: RestApi) => void, string]>([
  [
    'there is no such error',
    (api) => api.addGatewayResponse('TEAPOT' as 'THROTTLED', {}),
    'test/api, addGatewayResponse(TEAPOT): expected one of ACCESS_DENIED, API_CONFIGURATION_ERROR,',
  ],
  [
    'it is there twice',
    (api) => ['a', 'b'].forEach((a) => api.addGatewayResponse('THROTTLED', { headers: { a } })),
    'test/api, addGatewayResponse(THROTTLED): expected one answer for each error, found "a second one".',
  ],
  [
    'an error is none',
    (api) => api.addGatewayResponse('THROTTLED', { statusCode: 200 }),
    'statusCode: expected a whole number from 400 to 599, found 200. An error stays an error',
  ],
  [
    'cors has the header',
    (api) => api.addGatewayResponse('THROTTLED', { headers: { 'access-control-allow-origin': '*' } }),
    'expected headers of CORS left to cors, found "access-control-allow-origin".',
  ],
  [
    'a part of the request is none',
    (api) => api.addGatewayResponse('THROTTLED', { headers: { a: { from: 'integration.response.header.a' } } }),
    `a: expected a part of the request: { from: 'context.requestId' } or`,
  ],
  [
    'a text has an apostrophe',
    (api) => api.addGatewayResponse('THROTTLED', { headers: { a: "it's" } }),
    'a: expected a text without apostrophes, found "it\'s".',
  ],
])('fails when %s', (_, build, message) => {
  expect(refusal(build, { cors })).toContain(message);
});
