import type { RefusalCase, Resources } from './case';

type Body = Readonly<Record<string, unknown>>;

const REST = { rest_api_id: '${aws_api_gateway_rest_api.shop.id}' };
const AT = { ...REST, resource_id: '${aws_api_gateway_resource.reports.id}', http_method: 'GET' };
const HTTP = { api_id: '${aws_apigatewayv2_api.shop.id}' };
export const ACCOUNT = '123456789012';
export const INVOKE = `arn:aws:apigateway:eu-west-1:lambda:path/2015-03-31/functions/arn:aws:lambda:eu-west-1:${ACCOUNT}:function:f/invocations`;

/** As many as asked for. */
export const each = <T>(amount: number, make: (index: number) => T): T[] =>
  Array.from({ length: amount }, (_, index) => make(index));

/** What one of them says more than its twin. */
export const refused = (rule: string, says: string, broken: Resources, valid: Resources): RefusalCase => ({
  rule,
  says,
  broken,
  valid,
});

/** A REST API with one method at `/reports`, and what is said of each part. */
export function rest(parts: RestParts = {}, more: Resources = {}): Resources {
  const { api = {}, method = {}, integration } = parts;
  return {
    aws_api_gateway_rest_api: { shop: { name: 'shop', endpoint_configuration: { types: ['REGIONAL'] }, ...api } },
    aws_api_gateway_resource: {
      reports: { ...REST, parent_id: '${aws_api_gateway_rest_api.shop.root_resource_id}', path_part: 'reports' },
    },
    aws_api_gateway_method: { get: { ...AT, authorization: 'AWS_IAM', ...method } },
    ...(integration ? { aws_api_gateway_integration: { get: { ...AT, ...integration } } } : {}),
    ...more,
  };
}

interface RestParts {
  readonly api?: Body;
  readonly method?: Body;
  readonly integration?: Body;
}

/** The answer 200 of that method, where its integration is no proxy. */
export const ok: Resources = Object.fromEntries(
  ['method_response', 'integration_response'].map((type) => [
    `aws_api_gateway_${type}`,
    { get: { ...AT, status_code: '200' } },
  ]),
);

/** Parts of the REST API, of one type. */
export const ofRest = (type: string, body: Body): Resources => ({
  [`aws_api_gateway_${type}`]: { it: { ...REST, ...body } },
});

/** An HTTP API, and parts of it of one type. */

export const http = (api: Body = {}, ...parts: readonly Resources[]): Resources =>
  Object.assign(
    { aws_apigatewayv2_api: { shop: { name: 'shop', protocol_type: 'HTTP', ...api } } },
    ...parts,
  ) as Resources;

export const ofHttp = (type: string, ...bodies: readonly Body[]): Resources => ({
  [`aws_apigatewayv2_${type}`]: Object.fromEntries(bodies.map((body, index) => [`it${index}`, { ...HTTP, ...body }])),
});

export const openapi = (paths: object, more: object = {}): string =>
  JSON.stringify({ openapi: '3.0.1', info: { title: 'shop', version: '1' }, paths, ...more });
