import { domain, pool, type RefusalCase, type Resources } from './case';

const withDomain = (body: { readonly domain: string; readonly certificate_arn?: string }): Resources => ({
  ...pool(),
  ...domain(body),
});
const own = (certificate: string) => withDomain({ domain: 'sign-in.example.com', certificate_arn: certificate });
const certificate = (partition: string, region: string) => `arn:${partition}:acm:${region}:123456789012:certificate/a`;

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
    valid: withDomain({ domain: 'our-pages' }),
  },
  {
    rule: 'reserved-domain-prefix',
    says: 'Cognito refuses the prefix our-aws-pages, because it has the word aws.',
    broken: withDomain({ domain: 'our-aws-pages' }),
    valid: withDomain({ domain: 'our-awsome-pages' }),
  },
];
