import { readPolicy } from '../iam/policy';
import type { ApiDomain, DomainMapping, Unknown } from '../model';
import { isUnknown, unknown } from '../model/value';
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

const DOMAINS = GENERATIONS.map(({ domain }) => domain);
const MAPPINGS = GENERATIONS.map(({ mapping }) => mapping);

export const readApiDomains = (catalog: Catalog): ApiDomain<Unknown>[] =>
  catalog.managed(...DOMAINS).map((domain) => ({
    ...domain.located,
    name: domain.text('domain_name', unknown()),
    ...readEndpoint(domain),
    mutualTls: domain.block('mutual_tls_authentication')?.isUnknown() ?? domain.has('mutual_tls_authentication'),
    ...optional('truststore', domain.blockOrEmpty('mutual_tls_authentication').text('truststore_uri')),
    ...optional('truststoreVersion', domain.blockOrEmpty('mutual_tls_authentication').text('truststore_version')),
    ...optional('policy', readPolicy(domain, catalog, 'policy')),
    ...optional('region', domain.region),
    mappings: mappingsAmong(catalog.belonging(domain, MAPPINGS, mappedDomain), catalog),
  }));

/** Mappings of domains that another configuration owns. */
export const mappingsOfOtherDomains = (catalog: Catalog): readonly MappingElsewhere[] =>
  catalog
    .managed(...MAPPINGS)
    .filter((mapping) => !mappedDomain(mapping, catalog))
    .flatMap((mapping) =>
      mappingsAmong([mapping], catalog).map((each) => ({ ...each, domain: mapping.text('domain_name', unknown()) })),
    );

export interface MappingElsewhere extends DomainMapping<Unknown> {
  readonly domain: string | Unknown;
}

const mappingsAmong = (resources: readonly Resource[], catalog: Catalog): DomainMapping<Unknown>[] =>
  GENERATIONS.flatMap((generation) =>
    resources
      .filter(({ type }) => type === generation.mapping)
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
  );

function readEndpoint(
  domain: Resource,
): Pick<ApiDomain<Unknown>, 'certificateArn' | 'endpointTypes' | 'securityPolicy'> {
  const second = domain.block('domain_name_configuration');
  const tls = (second ?? domain).text<'TLS_1_0' | 'TLS_1_2'>('security_policy', 'TLS_1_2');
  if (second)
    return {
      securityPolicy: tls,
      endpointTypes: [second.text<'REGIONAL'>('endpoint_type', unknown())],
      ...optional('certificateArn', second.text('certificate_arn')),
    };
  const types = domain.blockOrEmpty('endpoint_configuration').texts<'EDGE' | 'REGIONAL' | 'PRIVATE'>('types');
  return {
    securityPolicy: tls,
    endpointTypes: !isUnknown(types) && types.length === 0 ? ['EDGE'] : types,
    ...optional('certificateArn', domain.text('regional_certificate_arn') ?? domain.text('certificate_arn')),
  };
}

const mappedDomain = (mapping: Resource, catalog: Catalog): Resource | undefined =>
  catalog.target(mapping, mapping.text('domain_name'), DOMAINS, 'domain_name');
