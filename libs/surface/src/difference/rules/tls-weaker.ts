import { both } from '../pairs';
import { differenceRule } from '../../findings/rule';
import { nameOf, show } from '../show';

export const tlsWeaker = differenceRule({
  id: 'tls-weaker',
  severity: 'high',
  title: 'A domain takes older TLS',
  why: 'TLS 1.0 and 1.1 can be broken by whoever is on the way, who then reads the tokens.',
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
              message: `Whoever is on the way of an old connection to ${nameOf(after.name, after)} can read the tokens in it.`,
              before: show(before.securityPolicy),
              after: show(after.securityPolicy),
            },
          ]
        : [],
    ),
});
