import { type UserPool, type UserPoolProps } from '@gatehouse/cognito';
import { TerraformOutput } from 'cdktf';

/** How people prove who they are. */
export const signIn = {
  mfa: 'optional',
  secondFactors: { totp: true, sms: true, email: true },
  firstFactors: {
    emailCode: true,
    smsCode: true,
    passkey: { relyingPartyId: 'example.com', userVerification: 'required' },
  },
  passwordPolicy: { minLength: 14, requireSymbols: false, temporaryPasswordValidityDays: 3, historySize: 5 },
  accountRecovery: 'phoneThenEmail',
  deviceTracking: { challengeRequiredOnNewDevice: true, deviceOnlyRememberedOnUserPrompt: true },
  featurePlan: 'plus',
  threatProtection: { standard: 'enforced', custom: 'audit' },
} satisfies Partial<UserPoolProps>;

/** A client of every flow, and what happens when threat protection finds something. */
export function addSignIn(users: UserPool): void {
  const app = users.addClient('app', { authFlows: { userPassword: true, userSrp: true, custom: true, user: true } });
  const mail = { subject: 'New sign-in', html: '<p>From {ip-address}</p>', text: 'From {ip-address}' };
  users.addRiskConfiguration('risks', {
    compromisedCredentials: { action: 'block', when: ['signIn', 'signUp'] },
    accountTakeover: {
      low: { action: 'none', notify: false },
      medium: { action: 'mfaIfConfigured' },
      high: { action: 'block' },
      notifications: {
        identityArn: 'arn:aws:ses:eu-west-1:123456789012:identity/example.com',
        from: 'security@example.com',
        replyTo: 'help@example.com',
        blocked: mail,
        mfa: mail,
        noAction: mail,
      },
    },
    ipRanges: { alwaysBlock: ['192.0.2.0/24'], neverBlock: ['198.51.100.0/24'] },
  });
  users.addRiskConfiguration('app risks', { client: app, compromisedCredentials: { action: 'none' } });
  new TerraformOutput(users, 'user_pool_id', { value: users.userPoolId, staticId: true });
  new TerraformOutput(users, 'app_client_id', { value: app.clientId, staticId: true });
}
