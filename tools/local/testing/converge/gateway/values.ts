const otherFunction = 'arn:aws:lambda:eu-west-1:123456789012:function:other';
const otherCertificate = 'arn:aws:acm:eu-west-1:123456789012:certificate/11111111-1111-4111-8111-111111111111';
const otherRole = 'arn:aws:iam::123456789012:role/other';

const invoking = (name: string): string =>
  `arn:aws:apigateway:eu-west-1:lambda:path/2015-03-31/functions/${otherFunction.replace('other', name)}/invocations`;

type Texts = Readonly<Record<string, string>>;

/** Without the first of several, or with one more. */
const otherMap = (more: Texts) => (before: Texts) => {
  const [, ...rest] = Object.entries(before);
  return rest.length > 0 ? Object.fromEntries(rest) : { ...before, ...more };
};

const replacing = (what: string, by: string) => (before: string) =>
  before.includes(what) ? before.replaceAll(what, by) : undefined;

const tags = { team: 'other' };
const variables = otherMap({ other: 'value' });

/** Of REST APIs. */
export const restValues: Readonly<Record<string, unknown>> = {
  'aws_api_gateway_api_key.value': undefined,
  'aws_api_gateway_authorizer.authorizer_uri': invoking('other'),
  'aws_api_gateway_authorizer.identity_source': 'method.request.header.Other',
  'aws_api_gateway_authorizer.identity_validation_expression': '^other$',
  'aws_api_gateway_authorizer.type': undefined,
  'aws_api_gateway_documentation_part.location.method': 'PUT',
  'aws_api_gateway_documentation_part.location.path': '/other',
  'aws_api_gateway_documentation_part.location.status_code': '404',
  'aws_api_gateway_documentation_part.location.type': undefined,
  'aws_api_gateway_documentation_part.properties': '{"description":"Other"}',
  'aws_api_gateway_domain_name.endpoint_configuration.types': undefined,
  'aws_api_gateway_domain_name.policy': replacing('vpce-0123456789abcdef0', 'vpce-0fedcba9876543210'),
  'aws_api_gateway_gateway_response.response_parameters': otherMap({ 'gatewayresponse.header.Other': "'1'" }),
  'aws_api_gateway_gateway_response.response_templates': { 'application/json': '{}' },
  'aws_api_gateway_gateway_response.response_type': 'QUOTA_EXCEEDED',
  'aws_api_gateway_integration.cache_key_parameters': undefined,
  'aws_api_gateway_integration.connection_id': undefined,
  'aws_api_gateway_integration.connection_type': undefined,
  'aws_api_gateway_integration.content_handling': 'CONVERT_TO_BINARY',
  'aws_api_gateway_integration.credentials': otherRole,
  'aws_api_gateway_integration.integration_http_method': 'PUT',
  'aws_api_gateway_integration.passthrough_behavior': 'WHEN_NO_MATCH',
  'aws_api_gateway_integration.request_parameters': otherMap({ 'integration.request.header.Other': "'1'" }),
  'aws_api_gateway_integration.request_templates': { 'application/json': '{"other":1}' },
  'aws_api_gateway_integration.timeout_milliseconds': 5000,
  'aws_api_gateway_integration.type': (before: string) => (before === 'HTTP' ? 'HTTP_PROXY' : undefined),
  'aws_api_gateway_integration.uri': (before: string) =>
    before.startsWith('https:') ? 'https://other.example.com/' : invoking('other'),
  'aws_api_gateway_integration_response.content_handling': 'CONVERT_TO_TEXT',
  'aws_api_gateway_integration_response.response_parameters': otherMap({}),
  'aws_api_gateway_integration_response.response_templates': { 'application/json': '{"other":1}' },
  'aws_api_gateway_method.authorization': 'AWS_IAM',
  'aws_api_gateway_method.authorization_scopes': ['other/read'],
  'aws_api_gateway_method.http_method': 'PUT',
  'aws_api_gateway_method.request_models': otherMap({}),
  'aws_api_gateway_method.request_parameters': { 'method.request.querystring.other': true },
  'aws_api_gateway_method_response.response_models': { 'application/json': 'Empty', 'text/plain': 'Empty' },
  'aws_api_gateway_method_response.response_parameters': { 'method.response.header.Other': true },
  'aws_api_gateway_method_response.status_code': '418',
  'aws_api_gateway_method_settings.method_path': undefined,
  'aws_api_gateway_model.content_type': 'application/xml',
  'aws_api_gateway_model.schema': '{"type":"object"}',
  'aws_api_gateway_rest_api.api_key_source': 'AUTHORIZER',
  'aws_api_gateway_rest_api.binary_media_types': ['image/gif'],
  'aws_api_gateway_rest_api.body': replacing('listReports', 'listAll'),
  'aws_api_gateway_rest_api.put_rest_api_mode': 'merge',
  'aws_api_gateway_rest_api_policy.policy': replacing('192.0.2.0/24', '198.51.100.0/24'),
  'aws_api_gateway_stage.canary_settings.stage_variable_overrides': variables,
  'aws_api_gateway_stage.variables': variables,
  'aws_api_gateway_usage_plan.api_stages.throttle.path': '/other/GET',
  'aws_api_gateway_usage_plan.quota_settings.period': 'WEEK',
  'aws_api_gateway_usage_plan_key.key_type': undefined,
  'aws_api_gateway_vpc_link.target_arns': undefined,
  'access_log_settings.destination_arn': 'arn:aws:logs:eu-west-1:123456789012:log-group:other',
  'access_log_settings.format': '$context.requestId other',
  cache_cluster_size: '1.6',
  certificate_arn: otherCertificate,
  'endpoint_configuration.ip_address_type': 'dualstack',
  'endpoint_configuration.types': ['EDGE'],
  logging_level: 'INFO',
  regional_certificate_arn: otherCertificate,
  security_policy: 'TLS_1_0',
  tags,
  truststore_uri: 's3://other/partners.pem',
  unauthorized_cache_control_header_strategy: 'FAIL_WITH_403',
};

/** Of HTTP APIs. */
export const httpValues: Readonly<Record<string, unknown>> = {
  'aws_apigatewayv2_api.cors_configuration.allow_methods': ['PUT'],
  'aws_apigatewayv2_api.cors_configuration.expose_headers': ['X-Other'],
  'aws_apigatewayv2_api.ip_address_type': (before: string) => (before === 'ipv4' ? 'dualstack' : 'ipv4'),
  'aws_apigatewayv2_api.protocol_type': undefined,
  'aws_apigatewayv2_authorizer.authorizer_payload_format_version': '1.0',
  'aws_apigatewayv2_authorizer.authorizer_type': undefined,
  'aws_apigatewayv2_authorizer.authorizer_uri': invoking('other'),
  'aws_apigatewayv2_authorizer.identity_sources': ['$request.header.Other'],
  'aws_apigatewayv2_authorizer.jwt_configuration.issuer': 'https://issuer.example.com',
  'aws_apigatewayv2_integration.connection_id': undefined,
  'aws_apigatewayv2_integration.connection_type': undefined,
  'aws_apigatewayv2_integration.credentials_arn': otherRole,
  'aws_apigatewayv2_integration.integration_method': 'PUT',
  'aws_apigatewayv2_integration.integration_subtype': undefined,
  'aws_apigatewayv2_integration.integration_type': undefined,
  'aws_apigatewayv2_integration.integration_uri': (before: string) =>
    before.startsWith('https:') ? 'https://other.example.com' : otherFunction,
  'aws_apigatewayv2_integration.payload_format_version': undefined,
  'aws_apigatewayv2_integration.request_parameters': otherMap({}),
  'aws_apigatewayv2_integration.response_parameters.mappings': (before: Texts) => ({
    ...before,
    'overwrite:statuscode': '201',
  }),
  'aws_apigatewayv2_integration.response_parameters.status_code': '403',
  'aws_apigatewayv2_integration.timeout_milliseconds': 4000,
  'aws_apigatewayv2_route.authorization_scopes': ['other/read'],
  'aws_apigatewayv2_route.authorization_type': 'AWS_IAM',
  'aws_apigatewayv2_route.route_key': 'PUT /other',
  'aws_apigatewayv2_route.target': undefined,
  'aws_apigatewayv2_stage.auto_deploy': undefined,
  'aws_apigatewayv2_stage.route_settings.route_key': undefined,
  'aws_apigatewayv2_stage.stage_variables': variables,
  'aws_apigatewayv2_vpc_link.security_group_ids': ['sg-0a1b2c3f'],
  'access_log_settings.destination_arn': 'arn:aws:logs:eu-west-1:123456789012:log-group:other',
  'access_log_settings.format': '$context.requestId other',
  certificate_arn: otherCertificate,
  'domain_name_configuration.endpoint_type': undefined,
  'domain_name_configuration.ip_address_type': 'dualstack',
  security_policy: undefined,
  tags,
  truststore_uri: 's3://other/partners.pem',
};
