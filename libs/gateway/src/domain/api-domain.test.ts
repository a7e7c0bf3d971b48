import { AwsProvider } from '@cdktf/provider-aws/lib/provider';
import { synthApp } from '@gatehouse/testing';
import { TerraformStack } from 'cdktf';
import { lambda, open, refusal, stage, synthApi } from '../../testing/api';
import { httpStage } from '../../testing/http-api';
import { ApiDomain, Auth, Endpoint, HttpApi, Integration, RestApi, type RestApiProps } from '../index';
import { type DomainNameOptions } from './domain-name';

const certificateArn = 'arn:aws:acm:eu-west-1:123456789012:certificate/a';
const name = 'api.example.com';

function mapped(
  options: Partial<DomainNameOptions>,
  map: (domain: ApiDomain, api: RestApi, stack: TerraformStack) => void,
  props: Partial<RestApiProps> = {},
) {
  return synthApi((api) => {
    api.addRoute('GET /', open);
    const stack = TerraformStack.of(api);
    map(new ApiDomain(stack, 'shop', { name, certificateArn, ...options }), api, stack);
  }, props).resource;
}

function addHttp(stack: TerraformStack): HttpApi {
  const api = new HttpApi(stack, 'orders', { name: 'orders', stage: httpStage });
  api.addRoute('GET /', { auth: Auth.public('a test'), integration: Integration.lambda(lambda(stack)) });
  return api;
}

it('serves several APIs, REST and HTTP, below paths of any depth', () => {
  const urls: string[] = [];
  const resource = mapped({ hostedZoneId: 'Z1' }, (domain, api, stack) => {
    urls.push(domain.addMapping(api, 'v1/reports'), domain.addMapping(addHttp(stack)));
  });

  expect(urls).toEqual(['https://api.example.com/v1/reports', 'https://api.example.com']);
  const domain_name = '${aws_api_gateway_domain_name.shop.domain_name}';
  expect(resource.aws_apigatewayv2_api_mapping).toEqual({
    shop_v1_reports: {
      api_id: '${aws_api_gateway_rest_api.api.id}',
      api_mapping_key: 'v1/reports',
      domain_name,
      stage: '${aws_api_gateway_stage.api.stage_name}',
    },
    shop: { api_id: '${aws_apigatewayv2_api.orders.id}', domain_name, stage: '${aws_apigatewayv2_stage.orders.name}' },
  });
  expect(Object.keys(resource.aws_route53_record ?? {})).toEqual(['shop']);
});

it('asks callers for certificates, and leaves them no other way in', () => {
  const mutualTls = { truststoreUri: 's3://trust/store.pem', truststoreVersion: '1' };
  const ownershipCertificateArn = 'arn:aws:acm:eu-west-1:123456789012:certificate/b';
  const resource = mapped({ mutualTls, ownershipCertificateArn }, (domain, api, stack) => {
    domain.addMapping(api, 'a');
    domain.addMapping(addHttp(stack), 'b', { disableDefaultEndpoint: false });
  });

  expect(resource.aws_api_gateway_domain_name?.shop).toEqual({
    domain_name: name,
    regional_certificate_arn: certificateArn,
    ownership_verification_certificate_arn: ownershipCertificateArn,
    security_policy: 'TLS_1_2',
    endpoint_configuration: { types: ['REGIONAL'], ip_address_type: 'ipv4' },
    mutual_tls_authentication: { truststore_uri: 's3://trust/store.pem', truststore_version: '1' },
  });
  expect(resource.aws_api_gateway_rest_api?.api?.disable_execute_api_endpoint).toBe(true);
  expect(resource.aws_apigatewayv2_api?.orders?.disable_execute_api_endpoint).toBe(false);
});

it('serves an API of another stack by its id and the name of its stage', () => {
  const { domains } = synthApp((app) => {
    const [apis, domains] = ['apis', 'domains'].map((id) => new TerraformStack(app, id)) as [
      TerraformStack,
      TerraformStack,
    ];
    for (const stack of [apis, domains]) new AwsProvider(stack, 'aws', { region: 'eu-west-1' });
    const api = new RestApi(apis, 'api', { name: 'reports', stage });
    api.addRoute('GET /', open);
    new ApiDomain(domains, 'shop', { name, certificateArn }).addMapping(api, 'v1/reports');
  });

  expect(domains?.resource.aws_apigatewayv2_api_mapping?.shop_v1_reports).toMatchObject({
    api_id: expect.stringMatching(/^\$\{data\.terraform_remote_state\..+\}$/),
    stage: 'dev',
  });
});

it('may be at the edge', () => {
  const resource = mapped({ endpoint: Endpoint.edge(), hostedZoneId: 'Z1' }, (domain, api) => {
    domain.addMapping(api, 'reports');
  });

  expect(resource.aws_api_gateway_domain_name?.shop).toMatchObject({
    certificate_arn: certificateArn,
    endpoint_configuration: { types: ['EDGE'] },
  });
  expect(resource.aws_api_gateway_base_path_mapping?.shop_reports).toMatchObject({ base_path: 'reports' });
  expect(resource.aws_route53_record?.shop?.alias).toMatchObject({
    name: '${aws_api_gateway_domain_name.shop.cloudfront_domain_name}',
    zone_id: '${aws_api_gateway_domain_name.shop.cloudfront_zone_id}',
  });
});

it('may be private, for callers of its VPC endpoints', () => {
  const endpoint = Endpoint.private({ vpcEndpoints: ['vpce-1a'] });
  const resource = mapped({ endpoint }, (domain, api) => void domain.addMapping(api), { endpoint });

  expect(resource.aws_api_gateway_base_path_mapping?.shop).toMatchObject({
    domain_name_id: '${aws_api_gateway_domain_name.shop.domain_name_id}',
  });
  const everyone = { Principal: '*', Action: 'execute-api:Invoke', Resource: 'execute-api:/*' };
  expect(JSON.parse(String(resource.aws_api_gateway_domain_name?.shop?.policy))).toMatchObject({
    Statement: [
      { Effect: 'Allow', ...everyone },
      { Effect: 'Deny', ...everyone, Condition: { StringNotEquals: { 'aws:SourceVpce': ['vpce-1a'] } } },
    ],
  });
});

it('has an IPv6 address where it is asked for', () => {
  const resource = mapped(
    { endpoint: Endpoint.regional({ ipAddressType: 'dualstack' }), hostedZoneId: 'Z1' },
    () => {},
  );

  expect(resource.aws_route53_record).toMatchObject({ shop: { type: 'A' }, shop_ipv6: { type: 'AAAA' } });
});

it.each<[string, Partial<DomainNameOptions>, (domain: ApiDomain, api: RestApi) => unknown, string]>([
  [
    'two APIs have one path',
    {},
    (domain, api) => [domain.addMapping(api, 'a'), domain.addMapping(api, 'a')],
    'test/shop, addMapping: expected each path once, found "a".',
  ],
  [
    'a path has a slash at its end',
    {},
    (domain, api) => domain.addMapping(api, 'a/'),
    'addMapping: expected parts of a path, without slashes at its ends: v1/reports, found "a/".',
  ],
  [
    'a path at the edge has two parts',
    { endpoint: Endpoint.edge() },
    (domain, api) => domain.addMapping(api, 'a/b'),
    'addMapping: expected one part of a path under a name with Endpoint.edge(), found "a/b".',
  ],
  [
    'an HTTP API is at the edge',
    { endpoint: Endpoint.edge() },
    (domain, api) => domain.addMapping(addHttp(TerraformStack.of(api))),
    'addMapping: expected a REST API, found "an HTTP API under a name with Endpoint.edge()".',
  ],
  [
    'callers of the edge have certificates',
    { endpoint: Endpoint.edge(), mutualTls: { truststoreUri: 's3://a/b' } },
    () => undefined,
    'test/shop, domain.mutualTls: expected a regional name, found "Endpoint.edge".',
  ],
  [
    'a truststore is no object of S3',
    { mutualTls: { truststoreUri: 'https://a/b' } },
    () => undefined,
    'domain.mutualTls.truststoreUri: expected an object of S3',
  ],
])('fails when %s', (_, options, map, message) => {
  expect(
    refusal((api) => {
      api.addRoute('GET /', open);
      map(new ApiDomain(TerraformStack.of(api), 'shop', { name, certificateArn, ...options }), api);
    }),
  ).toContain(message);
});
