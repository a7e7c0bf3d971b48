import { type CognitoUserPoolConfig } from '@cdktf/provider-aws/lib/cognito-user-pool';
import { type IConstruct } from 'constructs';
import { type MessagesProps } from '../messages/messages';
import { deviceConfig, type DeviceTracking } from './device-tracking';
import { firstFactorConfig, type FirstFactors } from './first-factors';
import { passwordPolicy, type PasswordPolicy } from './password-policy';
import { type AccountRecovery, recoveryConfig } from './account-recovery';
import { type Mfa, type SecondFactors, secondFactorConfig } from './second-factors';
import { type FeaturePlan, planConfig, type ThreatProtection } from './threat-protection';

/**
 * How people prove who they are.
 * @example new UserPool(stack, 'users', { name: 'acme', mfa: 'required', accountRecovery: 'administrator' })
 */
export interface SignInProps {
  /**
   * Whether people have a second factor. `required` asks everyone for one.
   * @default 'optional': each user decides
   * @see https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-mfa.html
   */
  readonly mfa?: Mfa;
  /**
   * What may be a second factor, where `mfa` is on.
   * @default { totp: true }: codes of an authenticator app
   */
  readonly secondFactors?: SecondFactors;
  /**
   * What people may begin with in place of the password. A client needs the flow `user` for it.
   * @default - the password alone
   */
  readonly firstFactors?: FirstFactors;
  /** @default - see each field of PasswordPolicy */
  readonly passwordPolicy?: PasswordPolicy;
  /**
   * How people get in again who lost their password.
   * @default - by the verified e-mail address; by phone where Cognito verifies phone numbers alone; where it verifies
   * neither, an administrator helps
   */
  readonly accountRecovery?: AccountRecovery;
  /**
   * Whether Cognito knows the devices that people sign in with.
   * @default - no device is remembered
   */
  readonly deviceTracking?: DeviceTracking;
  /**
   * What AWS bills for each user who signs in, and which features there are: `lite`, `essentials` or `plus`.
   * @default - what AWS gives to a new pool: essentials
   * @see https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-sign-in-feature-plans.html
   */
  readonly featurePlan?: FeaturePlan;
  /**
   * Whether Cognito looks for passwords that leaked and for sign-ins that are not the user's. It needs the plan `plus`; what
   * happens then is `addRiskConfiguration`.
   * @default - off
   */
  readonly threatProtection?: ThreatProtection;
}

/**
 * @param attributes what is said of the attributes: which of them are verified
 * @throws ConstructError for numbers and combinations that make no sense.
 */
export function signInConfig(
  construct: IConstruct,
  props: SignInProps & Pick<MessagesProps, 'messages' | 'sms'>,
  attributes: Partial<CognitoUserPoolConfig>,
): Partial<CognitoUserPoolConfig> {
  return {
    ...recoveryConfig(props.accountRecovery, attributes.autoVerifiedAttributes ?? []),
    passwordPolicy: passwordPolicy(construct, props.passwordPolicy),
    ...secondFactorConfig(construct, props),
    ...firstFactorConfig(construct, props),
    ...deviceConfig(props.deviceTracking),
    ...planConfig(props),
  };
}
