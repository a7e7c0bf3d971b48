import { isWhole } from '../../model/lists';
import { refusalRule } from '../../findings/rule';
import { domainViolations } from '../../findings/named-violations';

export const domainCertificateNames = refusalRule({
  id: 'domain-certificate-names',
  severity: 'high',
  title: 'Certificate of the sign-in domain for other names',
  why: 'CloudFront serves a domain only with a certificate that is for its name. A wildcard stands for one label: *.example.com is for auth.example.com, not for example.com or eu.auth.example.com.',
  remediation:
    'Make the certificate for the domain: domainName of DomainCertificate (domain_name or subject_alternative_names of aws_acm_certificate).',
  page: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/CNAMEs.html',
  find: ({ userPoolDomains }) =>
    domainViolations(userPoolDomains, ({ domain, certificate }) => {
      const names = certificate?.names ?? [];
      if (typeof domain !== 'string' || !isWhole(names) || names.length === 0) return undefined;
      return {
        when: !names.some((name) => covers(name, domain)),
        message: `Cognito refuses ${domain} with a certificate for ${names.join(', ')}.`,
        after: names.join(', '),
      };
    }),
});

function covers(name: string, domain: string): boolean {
  const [wanted, own] = [domain.toLowerCase(), name.toLowerCase()];
  return own === wanted || (own.startsWith('*.') && own.slice(2) === wanted.slice(wanted.indexOf('.') + 1));
}
