import { isWhole } from '../../model/lists';
import { refusalRule } from '../../findings/rule';
import { violations } from '../../findings/violations';

export const apiDomainCertificateRegion = refusalRule({
  id: 'api-domain-certificate-region',
  severity: 'high',
  title: 'Certificate of an API’s domain in another region',
  why: 'An edge-optimized domain is served by CloudFront, which reads certificates in us-east-1 alone; a regional domain reads those of its own region.',
  remediation: 'Request the certificate in the region that the domain needs.',
  page: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/how-to-custom-domains-prerequisites.html',
  find: ({ apiDomains }) =>
    violations('domain', apiDomains, ({ certificateArn, endpointTypes = [], region: own }) => {
      const [, , service, region = ''] = typeof certificateArn === 'string' ? certificateArn.split(':') : [];
      if (service !== 'acm' || !isWhole(endpointTypes)) return undefined;
      const edge = endpointTypes.includes('EDGE');
      const needed = edge ? 'us-east-1' : own;
      return {
        when: needed !== undefined && region !== needed,
        message: `API Gateway refuses a certificate of ${region} for ${edge ? 'an edge-optimized' : 'a regional'} domain; it needs one of ${needed}.`,
        after: region,
      };
    }),
});
