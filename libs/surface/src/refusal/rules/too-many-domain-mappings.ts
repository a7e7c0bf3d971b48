import { refusalRule } from '../../findings/rule';
import { violations } from '../../findings/violations';

const MOST = 200;

export const tooManyDomainMappings = refusalRule({
  id: 'too-many-domain-mappings',
  severity: 'high',
  title: 'Too many base paths of several parts',
  why: `A domain has at most ${MOST} base paths with a slash in them. AWS does not raise this quota.`,
  remediation: 'Use base paths of one part, or a second domain.',
  page: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-quotas.html',
  find: ({ apiDomains }) =>
    violations('domain', apiDomains, ({ mappings }) => {
      const amount = mappings.filter(({ basePath }) => typeof basePath === 'string' && basePath.includes('/')).length;
      return {
        when: amount > MOST,
        message: `API Gateway refuses ${amount} base paths with a slash in them; a domain has at most ${MOST}.`,
        after: String(amount),
      };
    }),
});
