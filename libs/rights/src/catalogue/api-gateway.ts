import { logDelivery } from './logs';
import { arn, each, type Grant, iamArn, of, reads, type Service, type TypeRights } from './type-rights';

const api = (methods: string) => of('apigateway', methods);

/** API Gateway's ARNs name no account. https://docs.aws.amazon.com/apigateway/latest/developerguide/arn-format-reference.html */
export const apiGatewayArn = (path: string): string => `arn:{partition}:apigateway:{region}::${path}`;

export const restStages = apiGatewayArn('/restapis/*/stages/*');

/** What the policies of roles are about: calls of the API. */
const calls = arn('execute-api', '*');

/** The ARN of what is tagged follows, with its colons and slashes encoded. */
const tags: Grant = { on: [apiGatewayArn('/tags/*')], read: api('GET'), change: api('DELETE POST PUT') };

/** What has an id that API Gateway chooses: made with the environment's tag, and then kept apart by it. */
const roots = (...paths: string[]): TypeRights => ({
  grants: [
    { on: paths.map(apiGatewayArn), read: api('GET'), create: api('POST'), when: 'tagged' },
    {
      on: paths.map((path) => apiGatewayArn(`${path}/*`)),
      read: api('GET'),
      create: api('POST'),
      change: api('PATCH PUT'),
      delete: api('DELETE'),
    },
    tags,
  ],
});

const within = (...paths: string[]): TypeRights => ({
  grants: [
    {
      on: paths.map((path) => apiGatewayArn(`${path}/*`)),
      read: api('GET'),
      create: api('POST PUT'),
      change: api('PATCH PUT'),
      delete: api('DELETE'),
    },
  ],
});

const prefixed = (prefix: string, types: string): string =>
  types
    .split(/\s+/)
    .map((type) => `${prefix}${type}`)
    .join(' ');

const restParts =
  'authorizer deployment documentation_part documentation_version gateway_response integration integration_response ' +
  'method method_response method_settings model request_validator resource rest_api_policy rest_api_put';
const httpParts = 'authorizer deployment integration integration_response model route route_response';

/** https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonapigatewaymanagement.html */
export const apiGateway: Service = {
  group: 'api',
  types: {
    aws_api_gateway_rest_api: { ...roots('/restapis'), arn: calls },
    aws_api_gateway_stage: withTags(within('/restapis')),
    ...each(prefixed('aws_api_gateway_', restParts), within('/restapis')),
    aws_api_gateway_domain_name: roots('/domainnames'),
    aws_api_gateway_base_path_mapping: within('/domainnames'),
    aws_api_gateway_api_key: roots('/apikeys'),
    aws_api_gateway_usage_plan: roots('/usageplans'),
    aws_api_gateway_usage_plan_key: within('/usageplans'),
    aws_api_gateway_client_certificate: roots('/clientcertificates'),
    aws_api_gateway_vpc_link: roots('/vpclinks'),
  },
};

/** https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonapigatewaymanagementv2.html */
export const httpApis: Service = {
  group: 'api',
  types: {
    aws_apigatewayv2_api: { ...roots('/apis'), arn: calls },
    aws_apigatewayv2_stage: withTags(within('/apis')),
    'aws_apigatewayv2_stage.access_log_settings': { grants: [logDelivery] },
    ...each(prefixed('aws_apigatewayv2_', httpParts), within('/apis')),
    aws_apigatewayv2_domain_name: roots('/domainnames'),
    aws_apigatewayv2_api_mapping: within('/domainnames'),
    aws_apigatewayv2_vpc_link: {
      grants: [
        ...roots('/vpclinks').grants,
        {
          on: [iamArn('role/aws-service-role/ops.apigateway.amazonaws.com/AWSServiceRoleForAPIGateway')],
          create: of('iam', 'CreateServiceLinkedRole'),
          when: 'linked',
        },
      ],
    },
    ...each(
      prefixed('data.aws_api_gateway_', 'rest_api resource authorizer authorizers export sdk'),
      reads(api('GET'), apiGatewayArn('/restapis'), apiGatewayArn('/restapis/*')),
    ),
    'data.aws_api_gateway_domain_name': reads(api('GET'), apiGatewayArn('/domainnames/*')),
    'data.aws_api_gateway_api_key': reads(api('GET'), apiGatewayArn('/apikeys/*')),
    'data.aws_api_gateway_vpc_link': reads(api('GET'), apiGatewayArn('/vpclinks')),
    ...each(
      prefixed('data.aws_apigatewayv2_', 'api apis export'),
      reads(api('GET'), apiGatewayArn('/apis'), apiGatewayArn('/apis/*')),
    ),
    'data.aws_apigatewayv2_vpc_link': reads(api('GET'), apiGatewayArn('/vpclinks/*')),
  },
};

function withTags({ grants }: TypeRights): TypeRights {
  return { grants: [...grants, tags] };
}
