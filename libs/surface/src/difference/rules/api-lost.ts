import { lossRule } from '../loss-rule';

/** What an address of an API depends on. */
const KINDS = [
  { type: 'aws_api_gateway_rest_api', name: 'name', kind: 'API' },
  { type: 'aws_apigatewayv2_api', name: 'name', kind: 'API' },
  { type: 'aws_api_gateway_stage', name: 'stage_name', kind: 'stage', parent: 'rest_api_id' },
  { type: 'aws_apigatewayv2_stage', name: 'name', kind: 'stage', parent: 'api_id' },
  { type: 'aws_api_gateway_domain_name', name: 'domain_name', kind: 'domain' },
  { type: 'aws_apigatewayv2_domain_name', name: 'domain_name', kind: 'domain' },
  { type: 'aws_api_gateway_base_path_mapping', name: 'domain_name', kind: 'mapping of', parent: 'api_id' },
  { type: 'aws_apigatewayv2_api_mapping', name: 'domain_name', kind: 'mapping of', parent: 'api_id' },
];

export const apiLost = lossRule({
  id: 'api-lost',
  severity: 'high',
  title: 'API address lost',
  why: 'Callers know an API by its address. A new API or domain has another one, and calls fail until callers learn it.',
  remediation: 'Keep it. After a rename, add a moved block.',
  page: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/how-to-custom-domains.html',
  lost: KINDS.map((each) => ({
    ...each,
    gone: 'callers of its address get errors.',
    forgotten: 'it keeps serving, and Terraform no longer manages who can call it.',
  })),
});
