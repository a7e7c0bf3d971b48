import { arnParts } from '../arn-parts';
import { GOVCLOUD, partitionOf } from '../partition';
import { refusalRule } from '../../findings/rule';
import { domainViolations } from '../../findings/named-violations';

export const domainCertificateRegion = refusalRule({
  id: 'domain-certificate-region',
  severity: 'high',
  title: 'Certificate of the sign-in domain in another region',
  why: 'The domain of sign-in pages is served by CloudFront, which reads certificates in us-east-1 alone, wherever the user pool is.',
  remediation:
    'Give DomainCertificate (aws_acm_certificate) a provider of us-east-1, or name the ARN of a certificate there.',
  page: 'https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-add-custom-domain.html',
  find: ({ userPoolDomains }) =>
    domainViolations(userPoolDomains, ({ certificateArn, certificate, region: own = '' }) => {
      const { partition, region = certificate?.region } = arnParts(certificateArn) ?? {};
      if (region === undefined || partitionOf(own) === GOVCLOUD) return undefined;
      const [needed, found] = [partitionOf(own), partition ?? partitionOf(region)];
      if (needed !== undefined && found !== undefined && needed !== found)
        return {
          message: `Cognito refuses a certificate of the partition ${found} for a user pool of ${own}.`,
          after: found,
        };
      // Where those of other partitions are read is not known.
      return {
        when: found === 'aws' && region !== 'us-east-1',
        message: `Cognito refuses a certificate of ${region}.`,
        after: region,
      };
    }),
});
