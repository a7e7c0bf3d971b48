import { unknown, type ApiDomain, type Unknown } from '../model';
import { optional } from '../optional';
import type { Catalog } from '../terraform/catalog';
import type { Resource } from '../terraform/resource';

/** How the two generations of the service call the same things. */
const GENERATIONS = [
  {
    domain: 'aws_api_gateway_domain_name',
    mapping: 'aws_api_gateway_base_path_mapping',
    api: 'aws_api_gateway_rest_api',
    stage: 'stage_name',
    basePath: 'base_path',
  },
  {
    domain: 'aws_apigatewayv2_domain_name',
    mapping: 'aws_apigatewayv2_api_mapping',
    // This kind of domain can serve REST APIs too.
    api: ['aws_apigatewayv2_api', 'aws_api_gateway_rest_api'],
    stage: 'stage',
    basePath: 'api_mapping_key',
  },
];

export const readApiDomains = (catalog: Catalog): ApiDomain<Unknown>[] =>
  catalog.managed(...GENERATIONS.map(({ domain }) => domain)).map((domain) => ({
    ...domain.located,
    name: domain.text('domain_name', unknown()),
    securityPolicy: (domain.block('domain_name_configuration') ?? domain).text<'TLS_1_0' | 'TLS_1_2'>(
      'security_policy',
      'TLS_1_2',
    ),
    mutualTls:
      domain.block('mutual_tls_authentication')?.isUnknown() ?? domain.has('mutual_tls_authentication'),
    mappings: GENERATIONS.flatMap((generation) =>
      catalog
        .managed(generation.mapping)
        .filter((mapping) => isOf(mapping, domain, catalog))
        .map((mapping) => {
          const apiId = mapping.text('api_id', unknown());
          return {
            ...mapping.located,
            apiId,
            ...optional('api', catalog.target(mapping, apiId, generation.api)?.address),
            ...optional('stage', mapping.text(generation.stage)),
            ...optional('basePath', mapping.text(generation.basePath)),
          };
        }),
    ),
  }));

const isOf = (mapping: Resource, domain: Resource, catalog: Catalog): boolean =>
  catalog.target(
    mapping,
    mapping.text('domain_name'),
    GENERATIONS.map((generation) => generation.domain),
    'domain_name',
  ) === domain;
