/**
 * What a deployment of a REST API copies, beside the API's own settings; each names its API in `rest_api_id`.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/how-to-deploy-api.html
 */
export const deployedTypes: readonly string[] = [
  'authorizer',
  'gateway_response',
  'integration',
  'integration_response',
  'method',
  'method_response',
  'model',
  'request_validator',
  'resource',
  'rest_api_policy',
].map((name) => `aws_api_gateway_${name}`);
