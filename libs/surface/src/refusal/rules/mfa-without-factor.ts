import { isEmpty } from '../../model/lists';
import { refusalRule } from '../../findings/rule';
import { violations } from '../../findings/violations';

export const mfaWithoutFactor = refusalRule({
  id: 'mfa-without-factor',
  severity: 'high',
  title: 'MFA without a second factor',
  why: 'With MFA on, users need a factor to choose: an authenticator app, SMS or email. Without one named Cognito takes SMS, which needs a role.',
  remediation:
    'Set one of secondFactors: totp (software_token_mfa_configuration), sms (sms_configuration) or email (email_mfa_configuration).',
  page: 'https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-mfa.html',
  find: ({ userPools }) =>
    violations(
      'user pool',
      userPools.filter(({ mfa, mfaMethods }) => (mfa === 'ON' || mfa === 'OPTIONAL') && isEmpty(mfaMethods)),
      'Cognito refuses MFA, because the pool has no second factor.',
    ),
});
