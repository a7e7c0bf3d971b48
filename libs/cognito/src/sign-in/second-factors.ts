import { type CognitoUserPoolConfig } from '@cdktf/provider-aws/lib/cognito-user-pool';
import { check, checkText } from '@gatehouse/construct-kit';
import { type IConstruct } from 'constructs';

export type Mfa = 'off' | 'optional' | 'required';

/**
 * What may be a second factor. Whatever is left out keeps its default.
 *
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-mfa.html
 * @example
 * secondFactors: { totp: true, email: { subject: 'Your code', message: 'Your code is {####}.' } }
 */
export interface SecondFactors {
  /**
   * Codes of an authenticator app, which nobody has to send.
   * @default true
   */
  readonly totp?: boolean;
  /**
   * Codes by SMS, the weakest factor: a phone number can be taken over. It needs `sms` of the pool.
   * @default false
   */
  readonly sms?: boolean | SmsFactor;
  /**
   * Codes by e-mail. It needs SES and the plan `essentials` or `plus`, and a way other than e-mail to recover an account.
   * @default false
   * @see https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-mfa-sms-email-message.html
   */
  readonly email?: boolean | EmailFactor;
}

export interface SmsFactor {
  /** What is sent, up to 140 characters with `{####}` where the code stands. */
  readonly message: string;
}

export interface EmailFactor {
  /**
   * Up to 140 characters.
   * @default 'Your sign-in code'
   */
  readonly subject?: string;
  /**
   * Up to 20,000 characters with `{####}` where the code stands; HTML is possible.
   * @default 'Your sign-in code is {####}.'
   */
  readonly message?: string;
}

type Config = Partial<CognitoUserPoolConfig>;

/** @throws ConstructError when people need a factor and there is none, and for texts without a code. */
export function secondFactorConfig(construct: IConstruct, mfa: Mfa, factors: SecondFactors = {}): Config {
  const { totp = true, sms = false, email = false } = factors;
  if (mfa === 'off') return off(construct, factors);
  check(construct, totp || sms !== false || email !== false, {
    prop: 'secondFactors',
    expected: `a second factor, because mfa is "${mfa}"`,
    found: factors,
    fix: 'Leave totp on, or set mfa to "off"',
  });
  return {
    mfaConfiguration: mfa === 'required' ? 'ON' : 'OPTIONAL',
    // Written also when it is off: Terraform leaves on what it finds otherwise.
    softwareTokenMfaConfiguration: { enabled: totp },
    ...(email !== false && { emailMfaConfiguration: emailFactor(construct, email === true ? {} : email) }),
    ...(typeof sms === 'object' && { smsAuthenticationMessage: smsMessage(construct, sms) }),
  };
}

/** The provider refuses factors of a pool that has none. */
function off(construct: IConstruct, factors: SecondFactors): Config {
  const asked = Object.values(factors).some((factor) => factor !== false && factor !== undefined);
  check(construct, !asked, {
    prop: 'secondFactors',
    expected: 'no second factor, because mfa is "off"',
    found: factors,
    fix: 'Set mfa to "optional" or "required", or leave secondFactors out',
  });
  return { mfaConfiguration: 'OFF' };
}

function smsMessage(construct: IConstruct, { message }: SmsFactor): string {
  checkMessage(construct, 'secondFactors.sms.message', message, 140);
  return message;
}

function emailFactor(construct: IConstruct, factor: EmailFactor) {
  const { subject = 'Your sign-in code', message = 'Your sign-in code is {####}.' } = factor;
  checkMessage(construct, 'secondFactors.email.message', message, 20_000);
  checkText(construct, subject, {
    prop: 'secondFactors.email.subject',
    pattern: /^[^]{1,140}$/,
    expected: '1 to 140 characters',
    fix: 'Cognito refuses other subjects',
  });
  return { subject, message };
}

function checkMessage(construct: IConstruct, prop: string, message: string, max: number): void {
  checkText(construct, message, {
    prop,
    pattern: new RegExp(`^(?=[^]{6,${max}}$)[^]*\\{####\\}`),
    expected: `up to ${max} characters with {####} among them`,
    fix: 'Cognito writes the code in place of {####}',
  });
}
