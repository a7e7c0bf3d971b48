import { changed } from '../changed';
import { differenceRule } from '../../findings/rule';

export const mutualTlsRemoved = differenceRule({
  id: 'mutual-tls-removed',
  severity: 'high',
  title: 'Mutual TLS turned off',
  why: 'With mutual TLS only holders of a client certificate reach the API; without it, every device does.',
  remediation: 'Restore mutual_tls_authentication of the domain.',
  page: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/rest-api-mutual-tls.html',
  find: ({ apiDomains }) =>
    changed('domain', apiDomains, (before, after, name) => ({
      when: before.mutualTls === true && after.mutualTls === false,
      message: `Callers without a client certificate can reach ${name}.`,
      before: 'certificate required',
      after: 'none',
    })),
});
