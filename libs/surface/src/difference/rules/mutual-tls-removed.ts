import { both } from '../pairs';
import { differenceRule } from '../../findings/rule';
import { nameOf } from '../show';

export const mutualTlsRemoved = differenceRule({
  id: 'mutual-tls-removed',
  severity: 'high',
  title: 'A domain no longer asks callers for a certificate',
  why: 'With mutual TLS only holders of a certificate reach the API at all; without it every device does.',
  remediation: 'Give the domain its mutual_tls_authentication back.',
  page: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/rest-api-mutual-tls.html',
  find: ({ apiDomains }) =>
    both(apiDomains).flatMap(({ before, after }) =>
      before.mutualTls === true && after.mutualTls === false
        ? [
            {
              at: after,
              subject: `domain ${nameOf(after.name, after)}`,
              message: `Callers reach ${nameOf(after.name, after)} without a client certificate.`,
              before: 'certificate required',
              after: 'none',
            },
          ]
        : [],
    ),
});
