import { knownItems } from '../../model/lists';
import { refusalRule } from '../../findings/rule';
import { violations } from '../../findings/violations';

export const emailMfaWithoutSes = refusalRule({
  id: 'email-mfa-without-ses',
  severity: 'high',
  title: 'Email MFA without Amazon SES',
  why: 'Cognito sends sign-in codes by email only through Amazon SES; its own mail is limited to 50 messages a day.',
  remediation:
    'Set email to EmailSender.ses (email_sending_account DEVELOPER with the source_arn of an SES identity), or leave out secondFactors.email (email_mfa_configuration).',
  page: 'https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-email.html',
  find: ({ userPools }) =>
    violations(
      'user pool',
      userPools.filter(
        ({ mfaMethods, email }) => knownItems(mfaMethods).includes('EMAIL') && email.account === 'COGNITO_DEFAULT',
      ),
      'Cognito refuses email MFA, because the pool sends with Cognito’s own mail.',
    ),
});
