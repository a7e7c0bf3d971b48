import { httpRefusal, openTo, synthHttpApi } from '../../testing/http-api';
import { type HttpDomainOptions } from '../index';

const required = { name: 'api.example.com', certificateArn: 'arn:aws:acm:eu-west-1:123456789012:certificate/a' };

function withDomain(options: Partial<HttpDomainOptions> = {}) {
  const seen = { url: '', target: '' as string | undefined };
  const { resource } = synthHttpApi((api, scope) => {
    api.addRoute('GET /a', openTo(scope));
    api.addDomain({ ...required, ...options });
    seen.url = api.url;
    seen.target = api.domainTarget;
  });
  return { resource, ...seen };
}

it('serves the API under a name', () => {
  const { resource, target, url } = withDomain();

  expect(resource.aws_apigatewayv2_domain_name).toEqual({
    api: {
      domain_name: 'api.example.com',
      domain_name_configuration: {
        certificate_arn: required.certificateArn,
        endpoint_type: 'REGIONAL',
        security_policy: 'TLS_1_2',
        ip_address_type: 'ipv4',
      },
    },
  });
  expect(resource.aws_apigatewayv2_api_mapping).toEqual({
    api: {
      api_id: '${aws_apigatewayv2_api.api.id}',
      domain_name: '${aws_apigatewayv2_domain_name.api.id}',
      stage: '${aws_apigatewayv2_stage.api.name}',
    },
  });
  expect(resource.aws_apigatewayv2_api?.api).toMatchObject({ disable_execute_api_endpoint: false });
  expect(resource).not.toHaveProperty('aws_route53_record');
  expect(url).toBe('https://api.example.com');
  expect(target).toBeDefined();
});

it('has parts of a path, records of IPv4 and IPv6, and is the only way in', () => {
  const { resource, url } = withDomain({
    mappingKey: 'v1/reports',
    hostedZoneId: 'Z1',
    ipAddressType: 'dualstack',
    disableDefaultEndpoint: true,
    ownershipCertificateArn: 'arn:aws:acm:eu-west-1:123456789012:certificate/b',
  });

  const alias = {
    name: '${aws_apigatewayv2_domain_name.api.domain_name_configuration[0].target_domain_name}',
    zone_id: '${aws_apigatewayv2_domain_name.api.domain_name_configuration[0].hosted_zone_id}',
    evaluate_target_health: false,
  };
  expect(url).toBe('https://api.example.com/v1/reports');
  expect(resource.aws_apigatewayv2_api_mapping?.api).toMatchObject({ api_mapping_key: 'v1/reports' });
  expect(resource.aws_route53_record).toEqual({
    api: { zone_id: 'Z1', name: 'api.example.com', type: 'A', alias },
    api_ipv6: { zone_id: 'Z1', name: 'api.example.com', type: 'AAAA', alias },
  });
  expect(resource.aws_apigatewayv2_domain_name?.api).toMatchObject({
    domain_name_configuration: {
      ip_address_type: 'dualstack',
      ownership_verification_certificate_arn: 'arn:aws:acm:eu-west-1:123456789012:certificate/b',
    },
  });
  expect(resource.aws_apigatewayv2_api?.api).toMatchObject({ disable_execute_api_endpoint: true });
});

it('asks callers for certificates, and then has no other way in', () => {
  const mutualTls = { truststoreUri: 's3://acme-trust/partners.pem', truststoreVersion: 'v7' };
  const { resource } = withDomain({ mutualTls });

  expect(resource.aws_apigatewayv2_domain_name?.api).toMatchObject({
    mutual_tls_authentication: { truststore_uri: mutualTls.truststoreUri, truststore_version: 'v7' },
  });
  expect(resource.aws_apigatewayv2_api?.api).toMatchObject({ disable_execute_api_endpoint: true });
});

it.each<[Partial<HttpDomainOptions>, string]>([
  [{ name: 'https://api.example.com' }, 'domain.name: expected a domain name in lowercase'],
  [
    { mappingKey: '/v1' },
    'domain.mappingKey: expected parts of a path, without slashes at its ends: v1/reports, found',
  ],
  [
    { mutualTls: { truststoreUri: 'acme-trust/partners.pem' } },
    'domain.mutualTls.truststoreUri: expected an object of S3: s3://bucket/truststore.pem, found',
  ],
])('is refused with %j', (options, message) => {
  expect(httpRefusal((api) => api.addDomain({ ...required, ...options }))).toContain(message);
});

it('is one', () => {
  const twice = [0, 1];
  expect(httpRefusal((api) => twice.forEach(() => api.addDomain(required)))).toContain(
    'addDomain: expected one domain',
  );
});
