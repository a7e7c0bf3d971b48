import { pair, stays, type Pairs } from './pair';

const http = stays({ id: 'api', name: 'orders', protocol_type: 'HTTP' });
const HTTP = { 'aws_apigatewayv2_api.b': http };
const stage = (values: object) => ({ api_id: 'api', name: 'live', ...values });
const log = (more: object) => ({
  access_log_settings: [
    {
      destination_arn: 'arn:aws:logs:eu-west-1:111122223333:log-group:a',
      format: '$context.requestId $context.identity.sourceIp $context.authorizer.claims.sub',
      ...more,
    },
  ],
});
const regional = (domain_name: string, security_policy: string) => ({
  domain_name,
  domain_name_configuration: [{ endpoint_type: 'REGIONAL', security_policy, certificate_arn: 'c' }],
});
const fn = (name: string) => `arn:aws:lambda:eu-west-1:111122223333:function:${name}`;
const invoke = (name: string) =>
  `arn:aws:apigateway:eu-west-1:lambda:path/2015-03-31/functions/${fn(name)}/invocations`;
const variables = (name: string) => stage({ stage_variables: { function: name } });

/** HTTP and WebSocket APIs and their domains. */
export const httpApis: Pairs = {
  'aws_apigatewayv2_api api-lost': pair({ id: 'api', name: 'orders', protocol_type: 'HTTP' }, null),
  'aws_apigatewayv2_domain_name api-lost': pair(regional('api.example.com', 'TLS_1_2'), null),
  'aws_apigatewayv2_domain_name old-tls': pair(
    regional('api.example.com', 'TLS_1_2'),
    regional('api.example.com', 'TLS_1_0'),
  ),
  'aws_apigatewayv2_domain_name tls-weaker': pair(
    regional('api.example.com', 'TLS_1_2'),
    regional('api.example.com', 'TLS_1_0'),
  ),
  'aws_apigatewayv2_stage access-log-anonymous': pair(
    stage(log({})),
    stage(log({ format: '$context.requestId' })),
    HTTP,
  ),
  'aws_apigatewayv2_stage access-log-moved': pair(
    stage(log({})),
    stage(log({ destination_arn: 'arn:aws:logs:eu-west-1:999999999999:log-group:a' })),
    HTTP,
  ),
  'aws_apigatewayv2_stage backend-changed': pair(variables('orders'), variables('other'), {
    ...HTTP,
    'aws_apigatewayv2_integration.i': stays({
      id: 'i',
      api_id: 'api',
      integration_type: 'AWS_PROXY',
      integration_uri: invoke('${stageVariables.function}'),
    }),
    'aws_apigatewayv2_route.r': stays({
      api_id: 'api',
      route_key: 'GET /orders',
      target: 'integrations/i',
      authorization_type: 'AWS_IAM',
    }),
  }),
  'aws_apigatewayv2_stage authorizer-replaced': pair(variables('check'), variables('allow'), {
    ...HTTP,
    'aws_apigatewayv2_authorizer.x': stays({
      id: 'x',
      api_id: 'api',
      name: 'check',
      authorizer_type: 'REQUEST',
      authorizer_uri: invoke('${stageVariables.function}'),
      identity_sources: ['$request.header.Authorization'],
    }),
    'aws_apigatewayv2_route.r': stays({
      api_id: 'api',
      route_key: 'GET /orders',
      authorization_type: 'CUSTOM',
      authorizer_id: 'x',
    }),
  }),
  'aws_apigatewayv2_stage stage-deployment-changed': pair(
    stage({ deployment_id: 'd1' }),
    stage({ deployment_id: 'd2' }),
    HTTP,
  ),
};
