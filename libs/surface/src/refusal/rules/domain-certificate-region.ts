import { refusalRule } from '../../findings/rule';
import { domainViolations } from '../../findings/named-violations';

export const domainCertificateRegion = refusalRule({
  id: 'domain-certificate-region',
  severity: 'high',
  title: 'Certificate of the sign-in domain in another region',
  why: 'The domain of sign-in pages is served by CloudFront, which reads certificates in us-east-1 alone, wherever the user pool is.',
  remediation: 'Request the certificate in us-east-1, with an AWS provider of that region.',
  page: 'https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-add-custom-domain.html',
  find: ({ userPoolDomains }) =>
    domainViolations(userPoolDomains, ({ certificateArn }) => {
      const [, , service, region = ''] = typeof certificateArn === 'string' ? certificateArn.split(':') : [];
      if (service !== 'acm' || region.startsWith('us-gov-')) return undefined;
      return {
        when: region !== 'us-east-1',
        message: `Cognito refuses a certificate of ${region}.`,
        after: region,
      };
    }),
});
