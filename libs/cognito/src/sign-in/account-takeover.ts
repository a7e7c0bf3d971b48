import { type CognitoRiskConfigurationAccountTakeoverRiskConfiguration } from '@cdktf/provider-aws/lib/cognito-risk-configuration';
import { check, plainText } from '@gatehouse/construct-kit';
import { type IConstruct } from 'constructs';
import { checkCharacters, checkLength, emailLengths } from '../messages/text-form';

/**
 * What happens when a sign-in looks like that of an attacker, by the risk that Cognito sees in it.
 *
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pool-settings-adaptive-authentication.html
 * @example accountTakeover: { high: { action: 'block' }, notifications: { identityArn, from: 'security@acme.com' } }
 */
export interface AccountTakeover {
  /** @default - the person goes on */
  readonly low?: RiskAction;
  /** @default - the person goes on */
  readonly medium?: RiskAction;
  /** @default - the person goes on */
  readonly high?: RiskAction;
  /** Who sends the mails about it. The provider needs it also where none are sent. */
  readonly notifications: RiskNotifications;
}

/**
 * What happens to a sign-in of a level of risk, and whether its person is notified.
 * @example accountTakeover: { medium: { action: 'mfaIfConfigured', notify: true }, notifications }
 */
export interface RiskAction {
  /**
   * `mfaIfConfigured` asks for a second factor who has one, `mfaRequired` lets nobody in without one, `none` lets the person go on.
   */
  readonly action: 'block' | 'mfaIfConfigured' | 'mfaRequired' | 'none';
  /**
   * Whether the person gets a mail about it.
   * @default true
   */
  readonly notify?: boolean;
}

/**
 * The e-mails about risky sign-ins, and who sends them.
 * @example notifications: { identityArn: mail.identityArn, from: 'security@acme.com' }
 */
export interface RiskNotifications {
  /** ARN of the SES identity that may send it. */
  readonly identityArn: string;
  /**
   * The sender, an address of that identity.
   * @default - the identity itself
   */
  readonly from?: string;
  /** @default - the sender */
  readonly replyTo?: string;
  /** Sent when the sign-in was blocked. @default - Cognito's own text */
  readonly blocked?: RiskMail;
  /** Sent when a second factor was asked for. @default - Cognito's own text */
  readonly mfa?: RiskMail;
  /** Sent when the person went on. @default - Cognito's own text */
  readonly noAction?: RiskMail;
}

/**
 * Each text may hold {username}, {ip-address}, {city}, {country}, {login-time} and {device-name}.
 * @example blocked: { subject: 'We blocked a sign-in', html, text }
 */
export interface RiskMail {
  readonly subject: string;
  readonly html: string;
  readonly text: string;
}

const actions = {
  block: 'BLOCK',
  mfaIfConfigured: 'MFA_IF_CONFIGURED',
  mfaRequired: 'MFA_REQUIRED',
  none: 'NO_ACTION',
} as const;

/** @throws ConstructError when no level of risk has an action, and for a mail that Cognito refuses. */
export function accountTakeover(
  construct: IConstruct,
  takeover: AccountTakeover,
): CognitoRiskConfigurationAccountTakeoverRiskConfiguration {
  const { low, medium, high } = takeover;
  check(construct, low !== undefined || medium !== undefined || high !== undefined, {
    prop: 'accountTakeover',
    expected: 'an action for at least one of low, medium and high',
    found: undefined,
    fix: "Give one, such as high: { action: 'block' }",
  });
  return {
    actions: {
      ...(low && { lowAction: action(low) }),
      ...(medium && { mediumAction: action(medium) }),
      ...(high && { highAction: action(high) }),
    },
    notifyConfiguration: notifications(construct, takeover.notifications),
  };
}

const action = (given: RiskAction) => ({ eventAction: actions[given.action], notify: given.notify ?? true });

const notifications = (construct: IConstruct, { identityArn, from, replyTo, ...mails }: RiskNotifications) => ({
  sourceArn: identityArn,
  from,
  replyTo,
  ...(mails.blocked && { blockEmail: mail(construct, 'blocked', mails.blocked) }),
  ...(mails.mfa && { mfaEmail: mail(construct, 'mfa', mails.mfa) }),
  ...(mails.noAction && { noActionEmail: mail(construct, 'noAction', mails.noAction) }),
});

function mail(construct: IConstruct, which: keyof RiskNotifications, { subject, html, text }: RiskMail) {
  for (const [part, written] of Object.entries({ subject, html, text })) {
    const prop = `accountTakeover.notifications.${which}.${part}`;
    checkLength(construct, prop, written, part === 'subject' ? emailLengths.subject : emailLengths.body);
    checkCharacters(construct, prop, written);
  }
  return { subject: plainText(subject), htmlBody: plainText(html), textBody: plainText(text) };
}
