import { isUnknown } from '../../model/value';
import { violations } from '../../findings/violations';
import { isWhole } from '../../model/lists';
import { postureRule } from '../../findings/rule';

export const mfaBySmsOnly = postureRule({
  id: 'mfa-by-sms-only',
  severity: 'medium',
  title: 'MFA by SMS only',
  why: 'Text messages go to anyone who took over the phone number, and sending them in bulk to premium numbers is a fraud of its own.',
  remediation: 'Offer authenticator apps: secondFactors.totp (software_token_mfa_configuration).',
  page: 'https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-mfa-totp.html',
  find: ({ userPools }) =>
    violations(
      'user pool',
      userPools.filter(
        ({ mfa, mfaMethods }) =>
          !isUnknown(mfa) &&
          mfa !== 'OFF' &&
          isWhole(mfaMethods) &&
          mfaMethods.length > 0 &&
          mfaMethods.every((method) => method === 'SMS'),
      ),
      'Anyone who takes over a user’s phone number has the second factor.',
    ),
});
