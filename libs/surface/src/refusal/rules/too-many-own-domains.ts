import { domainViolations } from '../../findings/named-violations';
import { refusalRule } from '../../findings/rule';

const MOST = 4;

export const tooManyOwnDomains = refusalRule({
  id: 'too-many-own-domains',
  severity: 'high',
  isRaised: true,
  title: 'Too many sign-in domains of your own',
  why: `An account has at most ${MOST} sign-in domains of your own, of all its user pools together. Those of other configurations count too, and are not seen here.`,
  remediation:
    'Give the other pools a domain prefix, or an account of their own. Where AWS has raised the quota, suppress the finding and name the new one.',
  page: 'https://docs.aws.amazon.com/cognito/latest/developerguide/quotas.html',
  find: ({ userPoolDomains }) => {
    const own = userPoolDomains.filter(({ certificateArn }) => certificateArn !== undefined);
    return domainViolations(own.slice(MOST), () => ({
      when: true,
      message: `Cognito refuses ${own.length} sign-in domains of your own; an account has at most ${MOST}.`,
      after: String(own.length),
    }));
  },
});
