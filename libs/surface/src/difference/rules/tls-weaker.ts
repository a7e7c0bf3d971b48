import { both } from '../pairs';
import { differenceRule } from '../../findings/rule';
import { nameOf, show } from '../show';

export const tlsWeaker = differenceRule({
  id: 'tls-weaker',
  severity: 'high',
  title: 'TLS version lowered',
  why: 'Anyone on the network path can attack TLS 1.0 and 1.1 and read the tokens.',
  remediation: 'Set security_policy to TLS_1_2.',
  page: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-custom-domain-tls-version.html',
  sameFactAs: ['old-tls'],
  find: ({ apiDomains }) =>
    both(apiDomains).flatMap(({ before, after }) =>
      after.securityPolicy === 'TLS_1_0' &&
      typeof before.securityPolicy === 'string' &&
      before.securityPolicy !== 'TLS_1_0'
        ? [
            {
              at: after,
              subject: `domain ${nameOf(after.name, after)}`,
              message: `Anyone on the network path can attack connections to ${nameOf(after.name, after)} over old TLS.`,
              before: show(before.securityPolicy),
              after: show(after.securityPolicy),
            },
          ]
        : [],
    ),
});
