import { violations } from '../../findings/violations';
import { postureRule } from '../../findings/rule';

export const oldTls = postureRule({
  id: 'old-tls',
  severity: 'high',
  title: 'TLS 1.0 accepted',
  why: 'TLS 1.0 and 1.1 have known weaknesses; tokens sent over them can be read on the way.',
  remediation: 'Set security_policy to TLS_1_2.',
  page: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-custom-domain-tls-version.html',
  replaces: ['CKV_AWS_206'],
  find: ({ apiDomains }) =>
    violations(
      'domain',
      apiDomains.filter(({ securityPolicy }) => securityPolicy === 'TLS_1_0'),
      'Anyone on the network path can attack connections over TLS 1.0.',
    ),
});
