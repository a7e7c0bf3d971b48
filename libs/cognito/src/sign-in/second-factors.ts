import { type CognitoUserPoolConfig } from '@cdktf/provider-aws/lib/cognito-user-pool';
import { check } from '@gatehouse/construct-kit';
import { type IConstruct } from 'constructs';
import { type MessagesProps } from '../messages/messages';
import { allTexts } from '../messages/texts';

/**
 * Whether people need a second factor.
 * @example mfa: 'required'
 */
export type Mfa = 'off' | 'optional' | 'required';

/**
 * What may be a second factor. The texts of SMS and e-mail are `messages.secondFactor` of the pool.
 *
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-mfa.html
 * @example
 * secondFactors: { totp: true, email: true }
 */
export interface SecondFactors {
  /**
   * Codes of an authenticator app, which nobody has to send.
   * @default true
   */
  readonly totp?: boolean;
  /**
   * Codes by SMS, the weakest factor: a phone number can be taken over. It needs `sms` of the pool.
   * @default - whether the pool has `sms`: the provider makes no difference between the two
   */
  readonly sms?: boolean;
  /**
   * Codes by e-mail. It needs SES, the plan `essentials` or `plus`, and a way other than e-mail to recover an account.
   * @default false
   * @see https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-mfa-sms-email-message.html
   */
  readonly email?: boolean;
}

interface Props extends Pick<MessagesProps, 'messages' | 'sms'> {
  readonly mfa?: Mfa;
  readonly secondFactors?: SecondFactors;
}

/** @throws ConstructError when people need a factor and there is none, and when SMS are asked for or refused against `sms`. */
export function secondFactorConfig(construct: IConstruct, props: Props): Partial<CognitoUserPoolConfig> {
  const { mfa = 'optional', messages, secondFactors = {} } = props;
  if (mfa === 'off') return off(construct, secondFactors);
  checkSms(construct, props);
  const { totp = true, sms = props.sms !== undefined, email = false } = secondFactors;
  check(construct, totp || sms || email, {
    prop: 'secondFactors',
    expected: `a second factor, because mfa is "${mfa}"`,
    found: secondFactors,
    fix: 'Leave totp on, or set mfa to "off"',
  });
  return {
    mfaConfiguration: mfa === 'required' ? 'ON' : 'OPTIONAL',
    // Written also when it is off: Terraform leaves on what it finds otherwise.
    softwareTokenMfaConfiguration: { enabled: totp },
    ...(email && { emailMfaConfiguration: mail(construct, messages) }),
  };
}

function mail(construct: IConstruct, messages: Props['messages']) {
  const { emailSubject: subject, emailBody: message } = allTexts(construct, messages).secondFactor;
  return { subject, message };
}

/** AWS refuses factors of a pool whose people have none. */
function off(construct: IConstruct, factors: SecondFactors): Partial<CognitoUserPoolConfig> {
  check(construct, !Object.values(factors).includes(true), {
    prop: 'secondFactors',
    expected: 'no second factor, because mfa is "off"',
    found: factors,
    fix: 'Set mfa to "optional" or "required", or leave secondFactors out',
  });
  return { mfaConfiguration: 'OFF' };
}

function checkSms(construct: IConstruct, { secondFactors, sms }: Props): void {
  check(construct, secondFactors?.sms !== true || sms !== undefined, {
    prop: 'secondFactors.sms',
    expected: 'a pool that sends SMS',
    found: true,
    fix: 'Add sms: {} to the pool',
  });
  check(construct, secondFactors?.sms !== false || sms === undefined, {
    prop: 'secondFactors.sms',
    expected: 'true, because the pool has sms',
    found: false,
    fix: 'The provider makes SMS a second factor of each pool that sends them: leave this out, or set mfa to "off", or leave sms out',
  });
}
