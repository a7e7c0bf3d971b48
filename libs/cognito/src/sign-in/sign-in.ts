import { type CognitoUserPoolConfig } from '@cdktf/provider-aws/lib/cognito-user-pool';
import { type IConstruct } from 'constructs';
import { passwordPolicy, type PasswordPolicy } from './password-policy';

/** How people prove who they are. */
export interface SignInProps {
  /**
   * Second factor: a time-based one-time password (TOTP). `required` asks everyone for one.
   * @default 'optional': each user decides
   * @see https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-mfa.html
   */
  readonly mfa?: Mfa;
  /** @default - see each field of PasswordPolicy */
  readonly passwordPolicy?: PasswordPolicy;
}

export type Mfa = 'off' | 'optional' | 'required';

/** @throws ConstructError for a password policy that Cognito refuses. */
export function signInConfig(construct: IConstruct, props: SignInProps): Partial<CognitoUserPoolConfig> {
  return {
    accountRecoverySetting: { recoveryMechanism: [{ name: 'verified_email', priority: 1 }] },
    passwordPolicy: passwordPolicy(construct, props.passwordPolicy),
    ...secondFactor(props.mfa ?? 'optional'),
  };
}

function secondFactor(mfa: Mfa) {
  if (mfa === 'off') return { mfaConfiguration: 'OFF' };
  return {
    mfaConfiguration: mfa === 'required' ? 'ON' : 'OPTIONAL',
    softwareTokenMfaConfiguration: { enabled: true },
  };
}
