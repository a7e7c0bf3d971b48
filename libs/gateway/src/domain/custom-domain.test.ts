import { TerraformOutput } from 'cdktf';
import { Auth, Integration, type RestApi, type CustomDomainOptions } from '../index';
import { open, refusal, synthApi } from '../../testing/api';

const certificateArn = 'arn:aws:acm:eu-west-1:123456789012:certificate/a';
const domain = { name: 'api.example.com', certificateArn };

function served(options: CustomDomainOptions) {
  const { output, resource } = synthApi((api, stack) => {
    api.addRoute('GET /', open);
    api.addDomain(options);
    [api.url, api.domainTarget].forEach((value, index) => new TerraformOutput(stack, `url${index}`, { value }));
  });
  return { resource, urls: Object.values(output).map(({ value }) => value) };
}

it('serves the stage under a name of its own with TLS 1.2', () => {
  const { resource, urls } = served(domain);

  expect(resource.aws_api_gateway_domain_name).toEqual({
    api: {
      domain_name: 'api.example.com',
      regional_certificate_arn: certificateArn,
      security_policy: 'TLS_1_2',
      endpoint_configuration: { types: ['REGIONAL'], ip_address_type: 'ipv4' },
    },
  });
  expect(resource.aws_api_gateway_base_path_mapping).toEqual({
    api: {
      api_id: '${aws_api_gateway_rest_api.api.id}',
      stage_name: '${aws_api_gateway_stage.api.stage_name}',
      domain_name: '${aws_api_gateway_domain_name.api.domain_name}',
    },
  });
  expect(resource.aws_route53_record).toBeUndefined();
  expect(resource.aws_api_gateway_rest_api?.api?.disable_execute_api_endpoint).toBe(false);
  expect(urls).toEqual(['https://api.example.com', '${aws_api_gateway_domain_name.api.regional_domain_name}']);
});

it('points a name in Route 53 to the API, serves below a path, and answers nowhere else', () => {
  const { resource, urls } = served({
    ...domain,
    hostedZoneId: 'Z0123456789',
    basePath: 'v1',
    disableDefaultEndpoint: true,
  });

  expect(resource.aws_route53_record).toEqual({
    api: {
      zone_id: 'Z0123456789',
      name: 'api.example.com',
      type: 'A',
      alias: {
        name: '${aws_api_gateway_domain_name.api.regional_domain_name}',
        zone_id: '${aws_api_gateway_domain_name.api.regional_zone_id}',
        evaluate_target_health: false,
      },
    },
  });
  expect(resource.aws_api_gateway_base_path_mapping?.api?.base_path).toBe('v1');
  expect(resource.aws_api_gateway_rest_api?.api?.disable_execute_api_endpoint).toBe(true);
  expect(urls[0]).toBe('https://api.example.com/v1');
});

it('deploys the API anew when the default endpoint goes, and not for a domain', () => {
  const trigger = (build: (api: RestApi) => void) =>
    synthApi((api) => {
      api.addRoute('GET /', { auth: Auth.public('a test'), integration: Integration.mock() });
      build(api);
    }).resource.aws_api_gateway_deployment?.api?.triggers;

  const without = trigger(() => undefined);
  expect(trigger((api) => api.addDomain(domain))).toEqual(without);
  expect(trigger((api) => api.addDomain({ ...domain, disableDefaultEndpoint: true }))).not.toEqual(without);
});

it.each([
  [{ ...domain, name: 'https://api.example.com' }, 'domain.name: expected a domain name in lowercase'],
  [{ ...domain, name: 'API.example.com' }, 'domain.name: expected a domain name in lowercase'],
  [
    { ...domain, basePath: 'v1/reports' },
    'domain.basePath: expected one part of a path: letters, digits, dots, hyphens and underscores, without slashes, found "v1/reports"',
  ],
])('fails when it is %j', (options, expected) => {
  expect(refusal((api) => api.addDomain(options))).toContain(`test/api/domain, ${expected}`);
});

it('fails when there are two', () => {
  const message = refusal((api) => {
    api.addDomain(domain);
    api.addDomain(domain);
  });

  expect(message).toContain('test/api, addDomain: expected one domain, found "api.example.com"');
});
