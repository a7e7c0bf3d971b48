import { isUnknown } from '../../model/value';
import { postureRule } from '../../findings/rule';
import { violations } from '../../findings/violations';

export const cognitoDefaultMail = postureRule({
  id: 'cognito-default-mail',
  severity: 'high',
  title: 'Cognito’s own mail in production',
  why: 'With its own mail Cognito sends at most 50 messages a day for the whole account. What comes after is dropped: invitations, codes, password resets.',
  remediation:
    'Send through Amazon SES: email with EmailSender.ses (email_configuration with email_sending_account DEVELOPER). If the pool sends hardly any mail, suppress the finding.',
  page: 'https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-email.html',
  isHardening: true,
  onlyAt: 'production',
  find: ({ userPools }) =>
    violations(
      'user pool',
      userPools.filter(
        ({ email, triggers }) =>
          email.account === 'COGNITO_DEFAULT' &&
          !isUnknown(triggers) &&
          // A function of yours sends the mail.
          triggers['custom_email_sender'] === undefined,
      ),
      'Users get no code and no invitation once the account has sent 50 messages on a day.',
    ),
});
