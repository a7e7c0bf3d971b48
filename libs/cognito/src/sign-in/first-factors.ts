import { type CognitoUserPoolConfig } from '@cdktf/provider-aws/lib/cognito-user-pool';
import { formats } from '@gatehouse/checks';
import { checkText } from '@gatehouse/construct-kit';
import { type IConstruct } from 'constructs';
import { type FeaturePlan } from './threat-protection';

/**
 * What a person may begin with, by choice, in place of the password, which always stays possible. It needs the plan `essentials` or
 * `plus`, and clients with `authFlows: { user: true }`. A user with a second factor begins with the password all the same, so Cognito
 * refuses these where `mfa` is `required`.
 *
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/authentication-flows-selection-sdk.html
 * @example
 * firstFactors: { passkey: { relyingPartyId: 'example.com' }, emailCode: true }
 */
export interface FirstFactors {
  /**
   * A code by e-mail. Cognito's own mail sends 50 a day: it needs SES in earnest.
   * @default false
   */
  readonly emailCode?: boolean;
  /**
   * A code by SMS. It needs `sms` of the pool.
   * @default false
   */
  readonly smsCode?: boolean;
  /**
   * A passkey of the person's device or password manager.
   * @default - none
   */
  readonly passkey?: Passkey;
}

/**
 * What passkeys are made for.
 *
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-authentication-flow-methods.html
 * @example firstFactors: { passkey: { relyingPartyId: 'acme.com', userVerification: 'required' } }
 */
export interface Passkey {
  /**
   * The domain that passkeys are made for, a parent of every page that asks for one: `example.com`. Another one makes every passkey
   * worthless, so it is always said.
   */
  readonly relyingPartyId: string;
  /**
   * Whether the device must ask for a finger, a face or its PIN.
   * @default 'preferred': where it can
   */
  readonly userVerification?: 'preferred' | 'required';
}

interface Props {
  readonly firstFactors?: FirstFactors;
  readonly featurePlan?: FeaturePlan;
}

/**
 * Always written: the provider keeps the factors that it finds where a pool says none, so one that is taken out of the code would stay
 * on. Only the plan `lite` has no such choice.
 *
 * @throws ConstructError for what is no domain of passkeys.
 */
export function firstFactorConfig(construct: IConstruct, props: Props): Partial<CognitoUserPoolConfig> {
  const { emailCode = false, smsCode = false, passkey } = props.firstFactors ?? {};
  const chosen = emailCode || smsCode || passkey !== undefined;
  if (!chosen && props.featurePlan === 'lite') return {};
  const allowedFirstAuthFactors = [
    'PASSWORD',
    ...(emailCode ? ['EMAIL_OTP'] : []),
    ...(smsCode ? ['SMS_OTP'] : []),
    ...(passkey ? ['WEB_AUTHN'] : []),
  ];
  return {
    signInPolicy: { allowedFirstAuthFactors },
    ...(passkey && { webAuthnConfiguration: passkeyConfig(construct, passkey) }),
  };
}

function passkeyConfig(construct: IConstruct, { relyingPartyId, userVerification = 'preferred' }: Passkey) {
  checkText(construct, relyingPartyId, {
    prop: 'firstFactors.passkey.relyingPartyId',
    fix: 'Write the domain alone, without scheme, port and path',
    pattern: new RegExp(`(?=^.{1,127}$)(?:${formats.domainName.pattern.source}|^localhost$)`),
    expected: `${formats.domainName.expected.replace('api.example.com', 'example.com')}, of at most 127 characters`,
  });
  return { relyingPartyId, userVerification };
}
