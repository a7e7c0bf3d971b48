import { knownItems } from '../../model/lists';
import { refusalRule } from '../../findings/rule';
import { violations } from '../../findings/violations';

const NAMES = { TOTP: 'authenticator apps', EMAIL: 'codes by email' };

export const factorWhileMfaOff = refusalRule({
  id: 'factor-while-mfa-off',
  severity: 'high',
  title: 'Second factor while MFA is off',
  why: 'Cognito sets second factors and MFA in one call, and a call that turns MFA off cannot configure a factor.',
  remediation: 'Set mfa (mfa_configuration) to optional or required (OPTIONAL, ON), or leave out secondFactors.',
  page: 'https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_SetUserPoolMfaConfig.html',
  fields: ['identity.mfa'],
  find: ({ userPools }) =>
    violations('user pool', userPools, ({ mfa, mfaMethods, passkeys }) => {
      // The role for text messages serves verification too.
      const factors = knownItems(mfaMethods).flatMap((method) => (method === 'SMS' ? [] : [NAMES[method]]));
      return [
        {
          when: mfa === 'OFF' && factors.length > 0,
          message: `Cognito refuses ${factors.join(' and ')} as a second factor while MFA is off.`,
        },
        {
          // The provider sends both in the call that sets the factors.
          when: mfa === 'OFF' && passkeys === true && knownItems(mfaMethods).includes('SMS'),
          message: 'Cognito refuses text messages beside passkeys while MFA is off.',
        },
      ];
    }),
});
