import { refusalRule } from '../../findings/rule';
import { violations } from '../../findings/violations';

export const sesIdentityMissing = refusalRule({
  id: 'ses-identity-missing',
  severity: 'high',
  title: 'Amazon SES without an identity',
  why: 'Cognito sends through Amazon SES with a verified address or domain of your account, which source_arn names.',
  remediation:
    'Set identity or verifiedDomain of EmailSender.ses (source_arn in email_configuration, the ARN of the SES identity).',
  page: 'https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-email.html',
  find: ({ userPools }) =>
    violations(
      'user pool',
      userPools.filter(({ email }) => email.account === 'DEVELOPER' && email.sourceArn === undefined),
      'Cognito refuses to send through Amazon SES without a source_arn.',
    ),
});
