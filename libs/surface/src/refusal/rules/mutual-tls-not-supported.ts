import { knownItems } from '../../model/lists';
import { refusalRule } from '../../findings/rule';
import { violations } from '../../findings/violations';

export const mutualTlsNotSupported = refusalRule({
  id: 'mutual-tls-not-supported',
  severity: 'high',
  title: 'Mutual TLS where a domain cannot have it',
  why: 'Mutual TLS needs a regional domain with the security policy TLS_1_2, and a truststore in S3.',
  remediation: 'Make the domain regional with TLS_1_2, and put the truststore into a bucket: s3://bucket/key.',
  page: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/rest-api-mutual-tls.html',
  find: ({ apiDomains }) =>
    violations('domain', apiDomains, ({ mutualTls, truststore, endpointTypes = [], securityPolicy }) => {
      if (mutualTls !== true) return undefined;
      const [other] = knownItems(endpointTypes).filter((type) => type !== 'REGIONAL');
      return [
        {
          when: other !== undefined,
          message: `API Gateway refuses mutual TLS on a domain of type ${other}; it must be REGIONAL.`,
        },
        {
          when: securityPolicy === 'TLS_1_0',
          message: 'API Gateway refuses mutual TLS with the security policy TLS_1_0; it needs TLS_1_2.',
        },
        {
          when: typeof truststore === 'string' && !/^s3:\/\/[^/]+\/.+/.test(truststore),
          message: `API Gateway refuses the truststore ${String(truststore)}; it must be s3://bucket/key.`,
        },
      ];
    }),
});
