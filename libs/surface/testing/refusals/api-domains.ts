import { ACCOUNT, each, refused } from './api-case';
import type { RefusalCase, Resources } from './case';

const domain = (type: string, body: object): Resources => ({ [`aws_${type}_domain_name`]: { it: { ...body } } });
const certificate = (region: string) => `arn:aws:acm:${region}:${ACCOUNT}:certificate/a`;
const name = 'api.example.com';
const regional = {
  domain_name: name,
  regional_certificate_arn: certificate('eu-west-1'),
  endpoint_configuration: { types: ['REGIONAL'] },
};
const second = (domain_name: string) =>
  domain('apigatewayv2', {
    domain_name,
    domain_name_configuration: { certificate_arn: certificate('eu-west-1'), endpoint_type: 'REGIONAL' },
  });
const truststore = (truststore_uri = 's3://bucket/ca.pem') => ({ mutual_tls_authentication: { truststore_uri } });
const mapped = (base_path: string): Resources => ({
  ...domain('api_gateway', regional),
  aws_api_gateway_base_path_mapping: { it: { api_id: 'a', domain_name: name, base_path } },
});
const mappings = (amount: number): Resources => ({
  ...domain('api_gateway', regional),
  aws_api_gateway_base_path_mapping: Object.fromEntries(
    each(amount, (index) => [`m${index}`, { api_id: 'a', domain_name: name, base_path: `shop/v${index}` }]),
  ),
});
/** A mapping of each generation of the service. */
const both = (base_path: string, api_mapping_key: string | undefined): Resources => ({
  ...domain('api_gateway', regional),
  aws_api_gateway_base_path_mapping: { one: { api_id: 'a', domain_name: name, base_path } },
  aws_apigatewayv2_api_mapping: {
    other: {
      ...{ api_id: 'b', domain_name: '${aws_api_gateway_domain_name.it.domain_name}', stage: 'live' },
      ...(api_mapping_key === undefined ? {} : { api_mapping_key }),
    },
  },
});

export const apiDomains: readonly RefusalCase[] = [
  refused(
    'api-domain-certificate-region',
    'API Gateway refuses a certificate of eu-west-1 for an edge-optimized domain; it needs one of us-east-1.',
    domain('api_gateway', { domain_name: name, certificate_arn: certificate('eu-west-1') }),
    domain('api_gateway', { domain_name: name, certificate_arn: certificate('us-east-1') }),
  ),
  refused(
    'mutual-tls-not-supported',
    'API Gateway refuses mutual TLS on a domain of type EDGE; it must be REGIONAL.',
    domain('api_gateway', { domain_name: name, certificate_arn: certificate('us-east-1'), ...truststore() }),
    domain('api_gateway', { ...regional, ...truststore() }),
  ),
  refused(
    'mutual-tls-not-supported',
    'API Gateway refuses mutual TLS with the security policy TLS_1_0; it needs TLS_1_2.',
    domain('api_gateway', { ...regional, ...truststore(), security_policy: 'TLS_1_0' }),
    domain('api_gateway', { ...regional, ...truststore(), security_policy: 'TLS_1_2' }),
  ),
  refused(
    'mutual-tls-not-supported',
    'API Gateway refuses the truststore https://bucket/ca.pem; it must be s3://bucket/key.',
    domain('api_gateway', { ...regional, ...truststore('https://bucket/ca.pem') }),
    domain('api_gateway', { ...regional, ...truststore() }),
  ),
  refused(
    'api-domain-name-invalid',
    'API Gateway refuses the domain name API.example.com.',
    second('API.example.com'),
    second('*.api.example.com'),
  ),
  refused('base-path-invalid', 'API Gateway refuses the base path /v1.', mapped('/v1'), mapped('shop/v1')),
  refused(
    'base-path-mapped-twice',
    'API Gateway refuses a second mapping of the base path shop; aws_api_gateway_base_path_mapping.one is the first.',
    both('shop', 'shop'),
    both('shop', 'shop/v2'),
  ),
  refused(
    'base-path-mapped-twice',
    'API Gateway refuses a second mapping of the whole domain; aws_api_gateway_base_path_mapping.one is the first.',
    both('', undefined),
    both('', 'shop'),
  ),
  refused(
    'too-many-domain-mappings',
    'API Gateway refuses 201 base paths with a slash in them; a domain has at most 200.',
    mappings(201),
    mappings(200),
  ),
];
