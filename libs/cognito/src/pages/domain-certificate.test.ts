import { AwsProvider } from '@cdktf/provider-aws/lib/provider';
import { synth } from '@gatehouse/testing';
import { DomainCertificate, type DomainCertificateProps, UserPool } from '../index';

const certificate = (more: Partial<DomainCertificateProps> = {}) =>
  synth((stack) => {
    const props = { domainName: 'auth.acme.com', hostedZoneId: 'Z1', ...more };
    const { certificateArn } = new DomainCertificate(stack, 'certificate', props);
    const users = new UserPool(stack, 'users', { name: 'gatehouse-test' });
    users.addDomain('domain', { domainName: 'auth.acme.com', certificateArn });
  }).resource;

describe('DomainCertificate', () => {
  it('is proven by a record of the zone, and used once it is issued', () => {
    const made = certificate();

    expect(made.aws_acm_certificate).toEqual({
      certificate: {
        domain_name: 'auth.acme.com',
        validation_method: 'DNS',
        lifecycle: { create_before_destroy: true },
      },
    });
    const proof = 'tolist(aws_acm_certificate.certificate.domain_validation_options).0';
    expect(made.aws_route53_record).toEqual({
      certificate_proof: {
        zone_id: 'Z1',
        name: `\${${proof}.resource_record_name}`,
        type: `\${${proof}.resource_record_type}`,
        records: [`\${${proof}.resource_record_value}`],
        ttl: 300,
        allow_overwrite: true,
      },
    });
    expect(made.aws_acm_certificate_validation).toEqual({
      certificate: {
        certificate_arn: '${aws_acm_certificate.certificate.arn}',
        validation_record_fqdns: ['${aws_route53_record.certificate_proof.fqdn}'],
      },
    });
    expect(made.aws_cognito_user_pool_domain?.domain).toMatchObject({
      certificate_arn: '${aws_acm_certificate_validation.certificate.certificate_arn}',
    });
  });

  const withProvider = (region: string) =>
    synth((stack) => {
      const provider = new AwsProvider(stack, 'us', { alias: 'us', region });
      new DomainCertificate(stack, 'certificate', { domainName: 'auth.acme.com', hostedZoneId: 'Z1', provider });
    }).resource;

  it('is made in us-east-1 from a stack of another region, its record where the zone is', () => {
    const made = withProvider('us-east-1');

    expect(made.aws_acm_certificate?.certificate).toMatchObject({ provider: 'aws.us' });
    expect(made.aws_acm_certificate_validation?.certificate).toMatchObject({ provider: 'aws.us' });
    expect(made.aws_route53_record?.certificate_proof).not.toHaveProperty('provider');
  });

  it('refuses a provider of another region', () => {
    expect(() => withProvider('eu-west-1')).toThrow(
      'test/certificate, provider: expected a provider of us-east-1, because sign-in pages take no certificate of another region, found "eu-west-1".',
    );
  });

  it('refuses what is no domain name', () => {
    expect(() => certificate({ domainName: 'acme' })).toThrow('test/certificate, domainName: expected a domain name');
  });
});
