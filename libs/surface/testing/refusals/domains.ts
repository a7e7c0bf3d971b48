import { domain, member, pool, type RefusalCase, type Resources } from './case';

const withDomain = (body: { readonly domain: string; readonly certificate_arn?: string }): Resources => ({
  ...pool(),
  ...domain(body),
});
const own = (certificate: string) => withDomain({ domain: 'sign-in.example.com', certificate_arn: certificate });
const certificate = (partition: string, region: string) => `arn:${partition}:acm:${region}:123456789012:certificate/a`;

const twoDomains = (second: object): Resources => ({
  ...pool(),
  aws_cognito_user_pool_domain: {
    ...domain().aws_cognito_user_pool_domain,
    ...member('aws_cognito_user_pool_domain', 'second', { ...second }).aws_cognito_user_pool_domain,
  },
});

/** Domains of pools that Terraform knows only by their ids. */
const ofPoolsElsewhere = (first: string, second: string): Resources => ({
  aws_cognito_user_pool_domain: {
    pages: { domain: 'our-pages', user_pool_id: first },
    second: { domain: 'our-other-pages', user_pool_id: second },
  },
});

/** A domain with a certificate that is made beside it, as `DomainCertificate` makes one. */
const made = (domain_name: string, body: object = { provider: 'aws.us' }): Resources => ({
  ...withDomain({
    domain: 'sign-in.example.com',
    certificate_arn: '${aws_acm_certificate_validation.c.certificate_arn}',
  }),
  aws_acm_certificate: { c: { domain_name, validation_method: 'DNS', ...body } },
  aws_acm_certificate_validation: { c: { certificate_arn: '${aws_acm_certificate.c.arn}' } },
});

/** As many pools, each with a domain of your own. */
const ownDomains = (amount: number): Resources => {
  const names = Array.from({ length: amount }, (_, index) => `p${index}`);
  const each = (body: (name: string) => Resources[string][string]) =>
    Object.fromEntries(names.map((name) => [name, body(name)]));
  return {
    aws_cognito_user_pool: each((name) => ({ name })),
    aws_cognito_user_pool_domain: each((name) => ({
      user_pool_id: `\${aws_cognito_user_pool.${name}.id}`,
      domain: `${name}.example.com`,
      certificate_arn: certificate('aws', 'us-east-1'),
    })),
  };
};

export const domains: readonly RefusalCase[] = [
  {
    rule: 'domain-certificate-region',
    says: 'Cognito refuses a certificate of eu-west-1.',
    broken: own(certificate('aws', 'eu-west-1')),
    valid: own(certificate('aws', 'us-east-1')),
  },
  {
    rule: 'govcloud-sign-in-domain',
    says: 'Cognito refuses a domain of your own in GovCloud.',
    broken: own(certificate('aws-us-gov', 'us-gov-west-1')),
    valid: own(certificate('aws', 'us-east-1')),
  },
  {
    rule: 'domain-certificate-region',
    says: 'Cognito refuses a certificate of eu-west-1.',
    region: 'eu-west-1',
    broken: made('sign-in.example.com', {}),
    valid: made('sign-in.example.com'),
  },
  {
    rule: 'domain-certificate-region',
    says: 'Cognito refuses a certificate of the partition aws-cn for a user pool of eu-west-1.',
    region: 'eu-west-1',
    broken: own(certificate('aws-cn', 'cn-north-1')),
    valid: own(certificate('aws', 'us-east-1')),
  },
  {
    rule: 'domain-certificate-region',
    says: 'Cognito refuses a certificate of the partition aws for a user pool of cn-north-1.',
    region: 'cn-north-1',
    broken: own(certificate('aws', 'us-east-1')),
    valid: own(certificate('aws-cn', 'cn-north-1')),
  },
  {
    rule: 'govcloud-sign-in-domain',
    says: 'Cognito refuses a domain of your own in GovCloud.',
    region: 'us-gov-west-1',
    broken: made('sign-in.example.com'),
    valid: withDomain({ domain: 'sign-in' }),
  },
  {
    rule: 'domain-certificate-names',
    says: 'Cognito refuses sign-in.example.com with a certificate for example.com, *.sign-in.example.com.',
    broken: made('example.com', { provider: 'aws.us', subject_alternative_names: ['*.sign-in.example.com'] }),
    valid: made('example.com', { provider: 'aws.us', subject_alternative_names: ['*.EXAMPLE.com'] }),
  },
  {
    rule: 'domain-certificate-names',
    says: 'Cognito refuses sign-in.example.com with a certificate for login.example.com.',
    broken: made('login.example.com'),
    valid: made('Sign-In.example.com'),
  },
  {
    rule: 'reserved-domain-prefix',
    says: 'Cognito refuses the prefix our-aws-pages, because it has aws in it.',
    broken: withDomain({ domain: 'our-aws-pages' }),
    valid: withDomain({ domain: 'our-aw-s-pages' }),
  },
  {
    rule: 'reserved-domain-prefix',
    says: 'Cognito refuses the prefix lawsuit, because it has aws in it.',
    broken: withDomain({ domain: 'lawsuit' }),
    valid: withDomain({ domain: 'aws.example.com', certificate_arn: certificate('aws', 'us-east-1') }),
  },
  {
    rule: 'too-many-own-domains',
    says: 'Cognito refuses 5 sign-in domains of your own; an account has at most 4.',
    broken: ownDomains(5),
    valid: ownDomains(4),
  },
  {
    rule: 'sign-in-domain-twice',
    says: 'Cognito refuses it, because the pool has our-pages already.',
    broken: twoDomains({ domain: 'our-other-pages' }),
    valid: twoDomains({ domain: 'sign-in.example.com', certificate_arn: certificate('aws', 'us-east-1') }),
  },
  {
    rule: 'sign-in-domain-twice',
    says: 'Cognito refuses it, because the pool has our-pages already.',
    broken: ofPoolsElsewhere('eu-west-1_a', 'eu-west-1_a'),
    valid: ofPoolsElsewhere('eu-west-1_a', 'eu-west-1_b'),
  },
];
