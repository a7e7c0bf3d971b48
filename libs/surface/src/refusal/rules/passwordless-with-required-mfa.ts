import { knownItems } from '../../model/lists';
import { refusalRule } from '../../findings/rule';
import { violations } from '../../findings/violations';

export const passwordlessWithRequiredMfa = refusalRule({
  id: 'passwordless-with-required-mfa',
  severity: 'high',
  title: 'Passwordless sign-in with required MFA',
  why: 'A user signs in either without a password or with a password and a second factor. Where the second factor is required, only PASSWORD is a first factor.',
  remediation:
    'Set mfa (mfa_configuration) to optional, or leave out firstFactors, so that the password is the only one (allowed_first_auth_factors).',
  page: 'https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-mfa.html',
  find: ({ userPools }) =>
    violations('user pool', userPools, ({ mfa, firstFactors }) => {
      const passwordless = knownItems(firstFactors).filter((factor) => factor !== 'PASSWORD');
      return {
        when: mfa === 'ON' && passwordless.length > 0,
        message: `Cognito refuses ${passwordless.join(', ')} as a first factor while MFA is required.`,
        after: passwordless.join(', '),
      };
    }),
});
