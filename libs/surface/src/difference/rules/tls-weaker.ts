import { changed } from '../changed';
import { differenceRule } from '../../findings/rule';
import { show } from '../show';

export const tlsWeaker = differenceRule({
  id: 'tls-weaker',
  severity: 'high',
  title: 'TLS version lowered',
  why: 'Anyone on the network path can attack TLS 1.0 and 1.1 and read the tokens.',
  remediation: 'Set security_policy to TLS_1_2.',
  page: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-custom-domain-tls-version.html',
  sameFactAs: ['old-tls'],
  find: ({ apiDomains }) =>
    changed('domain', apiDomains, ({ securityPolicy: was }, { securityPolicy: now }, name) => ({
      when: now === 'TLS_1_0' && typeof was === 'string' && was !== 'TLS_1_0',
      message: `Anyone on the network path can attack connections to ${name} over old TLS.`,
      before: show(was),
      after: show(now),
    })),
});
