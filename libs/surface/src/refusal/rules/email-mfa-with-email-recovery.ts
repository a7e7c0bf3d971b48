import { isWhole, knownItems } from '../../model/lists';
import { refusalRule } from '../../findings/rule';
import { violations } from '../../findings/violations';

export const emailMfaWithEmailRecovery = refusalRule({
  id: 'email-mfa-with-email-recovery',
  severity: 'high',
  title: 'Email MFA with recovery by email alone',
  why: 'A user gets no password-reset code at the address that MFA codes go to, so a pool with email MFA needs another way to recover an account.',
  remediation:
    'Set accountRecovery (account_recovery_setting) to one with the phone, such as emailThenPhone, or to administrator, or leave out secondFactors.email (email_mfa_configuration).',
  page: 'https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-mfa.html',
  find: ({ userPools }) =>
    violations(
      'user pool',
      userPools.filter(
        ({ mfaMethods, recovery }) =>
          knownItems(mfaMethods).includes('EMAIL') &&
          isWhole(recovery) &&
          recovery.length > 0 &&
          recovery.every((way) => way === 'verified_email'),
      ),
      'Cognito refuses email MFA, because users recover their accounts by email alone.',
    ),
});
