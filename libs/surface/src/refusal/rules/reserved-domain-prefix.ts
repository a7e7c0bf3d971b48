import { reservedWordIn } from '@gatehouse/checks';
import { refusalRule } from '../../findings/rule';
import { domainViolations } from '../../findings/named-violations';

export const reservedDomainPrefix = refusalRule({
  id: 'reserved-domain-prefix',
  severity: 'high',
  title: 'Reserved word in the domain prefix',
  why: 'A prefix with aws, amazon or cognito in it would look like a page of AWS. Cognito refuses it inside another word too, as in lawsuit.',
  remediation: 'Write the prefix without it.',
  page: 'https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-assign-domain-prefix.html',
  fields: ['identity.domainPrefix'],
  find: ({ userPoolDomains }) =>
    domainViolations(userPoolDomains, ({ domain, certificateArn }) => {
      const found = typeof domain === 'string' && certificateArn === undefined ? reservedWordIn(domain) : undefined;
      return {
        when: found !== undefined,
        message: `Cognito refuses the prefix ${String(domain)}, because it has ${found} in it.`,
      };
    }),
});
