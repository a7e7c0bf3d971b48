import { refusalRule } from '../../findings/rule';
import { violations } from '../../findings/violations';

export const apiDomainNameInvalid = refusalRule({
  id: 'api-domain-name-invalid',
  severity: 'high',
  title: 'Domain name of an API with characters that are refused',
  why: 'The name of a custom domain is in lower case, of letters, digits, hyphens and dots; its first label may be *.',
  remediation: 'Write the name in lower case, without underscores.',
  page: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/how-to-custom-domains-prerequisites.html',
  find: ({ apiDomains }) =>
    violations('domain', apiDomains, ({ name }) => ({
      when: typeof name === 'string' && !/^(\*\.)?[a-z0-9-]+(\.[a-z0-9-]+)+$/.test(name),
      message: `API Gateway refuses the domain name ${String(name)}.`,
      after: String(name),
    })),
});
