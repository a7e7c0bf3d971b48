import { both } from '../pairs';
import { differenceRule } from '../../findings/rule';
import { nameOf } from '../show';

export const mutualTlsRemoved = differenceRule({
  id: 'mutual-tls-removed',
  severity: 'high',
  title: 'Mutual TLS turned off',
  why: 'With mutual TLS only holders of a client certificate reach the API; without it, every device does.',
  remediation: 'Restore mutual_tls_authentication of the domain.',
  page: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/rest-api-mutual-tls.html',
  find: ({ apiDomains }) =>
    both(apiDomains).flatMap(({ before, after }) =>
      before.mutualTls === true && after.mutualTls === false
        ? [
            {
              at: after,
              subject: `domain ${nameOf(after.name, after)}`,
              message: `Callers without a client certificate can reach ${nameOf(after.name, after)}.`,
              before: 'certificate required',
              after: 'none',
            },
          ]
        : [],
    ),
});
