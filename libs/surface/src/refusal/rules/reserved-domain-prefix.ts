import { refusalRule } from '../../findings/rule';
import { domainViolations } from '../../findings/named-violations';

const RESERVED = ['aws', 'amazon', 'cognito'];

export const reservedDomainPrefix = refusalRule({
  id: 'reserved-domain-prefix',
  severity: 'high',
  title: 'Reserved word in the domain prefix',
  why: 'A prefix with the word aws, amazon or cognito would look like a page of AWS.',
  remediation: 'Take the word out of the prefix.',
  page: 'https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-assign-domain-prefix.html',
  fields: ['identity.domainPrefix'],
  find: ({ userPoolDomains }) =>
    domainViolations(userPoolDomains, ({ domain, certificateArn }) => {
      const words = typeof domain === 'string' && certificateArn === undefined ? domain.split('-') : [];
      const found = words.find((word) => RESERVED.includes(word));
      return {
        when: found !== undefined,
        message: `Cognito refuses the prefix ${String(domain)}, because it has the word ${found}.`,
      };
    }),
});
