import { type Relayed } from '../relay';
import { apiGatewayArn, type Asked, json } from './asked';
import { making, type Tags } from './tags';

/**
 * The method and the path of a request are the action and the resource. Tags that are asked for with something new are
 * put where the ARN of it will be.
 *
 * @see https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonapigatewaymanagement.html
 */
export function apiGateway(request: Relayed): Asked[] {
  const path = request.url.replace(/\?.*$/, '');
  const action = `apigateway:${request.method}`;
  const resource = apiGatewayArn(path);
  if (request.method !== 'POST' || !/^\/(restapis|domainnames)$/.test(path)) return [{ action, resource }];
  const tagging = {
    action: 'apigateway:PUT',
    resource: apiGatewayArn(`/tags/${encodeURIComponent(apiGatewayArn(`${path}/new`))}`),
  };
  return making(action, resource, tagging, (json(request)['tags'] ?? {}) as Tags);
}
