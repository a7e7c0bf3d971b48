import { AcmCertificate } from '@cdktf/provider-aws/lib/acm-certificate';
import { AcmCertificateValidation } from '@cdktf/provider-aws/lib/acm-certificate-validation';
import { type AwsProvider } from '@cdktf/provider-aws/lib/provider';
import { Route53Record } from '@cdktf/provider-aws/lib/route53-record';
import { formats } from '@gatehouse/checks';
import { check, checkText, nameInTerraform, snakeCase } from '@gatehouse/construct-kit';
import { Token } from 'cdktf';
import { Construct } from 'constructs';

/**
 * The name that a certificate is for, and the zone that proves it.
 * @example new DomainCertificate(stack, 'certificate', { domainName: 'auth.acme.com', hostedZoneId, provider: us })
 */
export interface DomainCertificateProps {
  /** The host of the sign-in pages: `auth.example.com`. */
  readonly domainName: string;
  /** Route 53 zone in which ACM looks for the proof that the name is yours. */
  readonly hostedZoneId: string;
  /**
   * A provider of us-east-1, the one region whose certificates sign-in pages take:
   * `new AwsProvider(this, 'us', { alias: 'us', region: 'us-east-1' })`.
   * @default - that of the stack, which then is in us-east-1
   */
  readonly provider?: AwsProvider;
}

/**
 * The certificate of a sign-in domain, proven by DNS and renewed by AWS.
 *
 * @throws ConstructError for what is no domain name, and for a provider of another region.
 * @see https://docs.aws.amazon.com/acm/latest/userguide/dns-validation.html
 * @see https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/acm_certificate
 * @example
 * const { certificateArn } = new DomainCertificate(this, 'certificate', { domainName, hostedZoneId, provider: us });
 */
export class DomainCertificate extends Construct {
  /** Reference to the ARN of the certificate once it is issued. */
  readonly certificateArn: string;

  constructor(scope: Construct, id: string, props: DomainCertificateProps) {
    super(scope, id);
    const { domainName, hostedZoneId: zoneId, provider } = props;
    checkProps(this, props);
    const name = snakeCase(id);
    const certificate = new AcmCertificate(this, 'Resource', {
      domainName,
      validationMethod: 'DNS',
      provider,
      // A domain keeps its certificate until the next one is there.
      lifecycle: { createBeforeDestroy: true },
    });
    nameInTerraform(certificate, name);
    const proof = certificate.domainValidationOptions.get(0);
    const record = new Route53Record(this, 'proof', {
      zoneId,
      name: proof.resourceRecordName,
      type: proof.resourceRecordType,
      records: [proof.resourceRecordValue],
      ttl: 300,
      // Certificates of one name have one proof.
      allowOverwrite: true,
    });
    nameInTerraform(record, `${name}_proof`);
    const issued = new AcmCertificateValidation(this, 'issued', {
      certificateArn: certificate.arn,
      validationRecordFqdns: [record.fqdn],
      provider,
    });
    nameInTerraform(issued, name);
    this.certificateArn = issued.certificateArn;
  }
}

function checkProps(construct: Construct, { domainName, provider }: DomainCertificateProps): void {
  checkText(construct, domainName, {
    prop: 'domainName',
    fix: 'Write it without scheme and path',
    ...formats.domainName,
  });
  const region = provider?.region;
  check(construct, region === undefined || Token.isUnresolved(region) || region === 'us-east-1', {
    prop: 'provider',
    expected: 'a provider of us-east-1, because sign-in pages take no certificate of another region',
    found: region,
    fix: "Make one: new AwsProvider(this, 'us', { alias: 'us', region: 'us-east-1' })",
  });
}
