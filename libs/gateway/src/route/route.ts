import { ApiGatewayIntegration } from '@cdktf/provider-aws/lib/api-gateway-integration';
import { ApiGatewayMethod } from '@cdktf/provider-aws/lib/api-gateway-method';
import { nameInTerraform } from '@gatehouse/construct-kit';
import { Construct } from 'constructs';
import { type ApiContext } from '../api-context';
import { type BoundIntegration } from '../integration/integration';
import { type RequestValidation } from '../request/validation';
import { reference } from '../terraform';
import { addAnswer } from './answer';
import { type Auth } from './auth';
import { type Guard } from './guard';
import { type ParsedRoute } from './route-key';

export interface RouteProps {
  readonly route: ParsedRoute;
  /** Reference to the id of the path's resource. */
  readonly resourceId: string;
  readonly guard: Guard;
  readonly auth: Auth;
  readonly binding: BoundIntegration;
  readonly validation: RequestValidation;
  /** What tells kept answers apart; absent when none are kept. */
  readonly cacheKeys?: readonly string[];
}

/**
 * A verb of a path and what answers it.
 *
 * @see https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/api_gateway_method
 * @see https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/api_gateway_integration
 */
export class Route extends Construct {
  constructor(
    scope: Construct,
    id: string,
    api: ApiContext,
    { route, resourceId, guard, auth, binding, validation, cacheKeys = [] }: RouteProps,
  ) {
    super(scope, id);
    const { restApiId } = api;
    const requestParameters = {
      ...Object.fromEntries(cacheKeys.map((key) => [key, key.startsWith('method.request.path.')])),
      ...binding.requestParameters,
      ...validation.requestParameters,
    };
    const method = new ApiGatewayMethod(this, 'Resource', {
      restApiId,
      resourceId,
      httpMethod: route.verb,
      ...guard,
      ...validation,
      ...(Object.keys(requestParameters).length > 0 && { requestParameters }),
    });
    nameInTerraform(method, api.partName(route.name));
    // Terraform ignores this key: it is a comment that stays in the file which a reviewer reads.
    if (auth.kind === 'public') method.addOverride('//.public', auth.reason);
    if (auth.kind === 'iam') method.addOverride('//.iam', auth.callers);

    const integration = new ApiGatewayIntegration(this, 'Integration', {
      restApiId,
      resourceId,
      httpMethod: reference(method, 'http_method'),
      ...binding.integration,
      ...(cacheKeys.length > 0 && { cacheKeyParameters: [...cacheKeys] }),
    });
    nameInTerraform(integration, api.partName(route.name));
    if (binding.response !== undefined) {
      addAnswer(this, api, { resourceId, integration }, binding.response);
    }
  }
}
