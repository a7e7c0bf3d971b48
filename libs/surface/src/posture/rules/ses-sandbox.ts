import { postureRule } from '../../findings/rule';
import { violations } from '../../findings/violations';

export const sesSandbox = postureRule({
  id: 'ses-sandbox',
  severity: 'medium',
  title: 'Amazon SES may be in its sandbox',
  why: 'Amazon SES starts each account and region in a sandbox, which sends at most 200 messages a day, and to verified addresses only. Terraform cannot see whether yours has left it.',
  remediation:
    'Request production access in the SES console, and suppress the finding with the date on which AWS granted it.',
  page: 'https://docs.aws.amazon.com/ses/latest/dg/request-production-access.html',
  onlyAt: 'production',
  find: ({ userPools }) =>
    violations(
      'user pool',
      userPools.filter(({ email }) => email.identity !== undefined),
      'While Amazon SES is in its sandbox, users get no code and no invitation.',
    ),
});
