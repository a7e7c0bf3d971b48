import { type Ask, type Question } from '../question';

/**
 * Management of APIs: the action is the HTTP method, the resource the path.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-iam-policy-examples.html
 */
export function apiGateway({ caller, region, request }: Question): Ask[] {
  const [, partition] = caller.principal.roleArn.split(':');
  const path = request.path.replace(/^\/v2(?=\/)/, '').replace(/\/$/, '');
  return [{ action: `apigateway:${request.method}`, resource: `arn:${partition}:apigateway:${region}::${path}` }];
}
