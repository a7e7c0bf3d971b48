import { type CognitoUserPoolEmailConfiguration } from '@cdktf/provider-aws/lib/cognito-user-pool';
import { partitionOf } from '@gatehouse/checks';
import { accountOf, check, checkText, currentAccount } from '@gatehouse/construct-kit';
import { Token } from 'cdktf';
import { type Construct } from 'constructs';
import { inPunycode, mailbox, named } from './mailbox';
import { checkRegion } from './region';

/**
 * An e-mail address or domain that SES may send from: a `SesIdentity`, or one made elsewhere.
 * @example EmailSender.ses({ from: 'no-reply@example.com', identity: { identityArn, domain: 'example.com' } })
 */
export interface ISesIdentity {
  /** Such as `arn:aws:ses:eu-west-1:111111111111:identity/example.com`. */
  readonly identityArn: string;
  /**
   * The domain that is verified, against which senders are checked.
   * @default - not known
   */
  readonly domain?: string;
  /**
   * Name of the configuration set of its e-mails.
   * @default - none
   */
  readonly configurationSet?: string;
}

interface SesSenderBase {
  /** Address that people see and may answer to: `no-reply@example.com`. */
  readonly from: string;
  /**
   * Name that people see beside the address, in any language.
   * @default - the address alone
   */
  readonly fromName?: string;
  /**
   * Address that answers go to.
   * @default - `from`
   */
  readonly replyTo?: string;
  /**
   * Name of the configuration set of SES: events, dedicated addresses, TLS.
   * @default - that of the identity, if it has one
   */
  readonly configurationSet?: string;
}

/**
 * Sent from an identity that is made here, or whose ARN is known.
 * @example EmailSender.ses({ from: 'no-reply@example.com', identity: mail })
 */
export interface SenderOfIdentity extends SesSenderBase {
  readonly identity: ISesIdentity;
  readonly verifiedDomain?: never;
  readonly region?: never;
}

/**
 * Sent from an identity of the stack's account that is made elsewhere.
 * @example EmailSender.ses({ from: 'no-reply@example.com', verifiedDomain: 'example.com' })
 */
export interface SenderOfDomain extends SesSenderBase {
  readonly identity?: never;
  /**
   * Domain that is verified in SES: that of `from`, or one above it.
   * @default - the address `from` is verified by itself
   */
  readonly verifiedDomain?: string;
  /**
   * Region of SES. Cognito can send from few regions besides its own.
   * @see https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-email.html
   * @default - the region of the stack
   */
  readonly region?: string;
}

/**
 * From which address and identity Amazon SES sends.
 * @example EmailSender.ses({ from: 'no-reply@example.com', fromName: 'Acme', identity: mail })
 */
export type SesSender = SenderOfIdentity | SenderOfDomain;

/**
 * Who sends a pool's e-mail. Made by `EmailSender.ses` or `EmailSender.cognito`.
 *
 * @example EmailSender.ses({ from: 'no-reply@example.com', fromName: 'Acme', verifiedDomain: 'example.com' })
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-email.html
 */
export class EmailSender {
  /**
   * Amazon SES, from an address of yours and with its limits. As long as SES keeps the account in its sandbox, only verified
   * addresses get anything.
   *
   * @example EmailSender.ses({ from: 'no-reply@example.com', identity: new SesIdentity(this, 'mail', { domain: 'example.com' }) })
   */
  static ses(sender: SesSender): EmailSender {
    return new EmailSender((pool) => sesConfig(pool, sender));
  }

  /**
   * Cognito's own sender, no-reply@verificationemail.com: 50 e-mails a day for the whole account, then none. For trying
   * things out.
   *
   * @example EmailSender.cognito({ replyTo: 'help@example.com' })
   */
  static cognito({ replyTo }: { readonly replyTo?: string } = {}): EmailSender {
    return new EmailSender((pool) => ({
      emailSendingAccount: 'COGNITO_DEFAULT',
      replyToEmailAddress: replyTo && mailbox(pool, 'email.replyTo', replyTo).address,
    }));
  }

  private constructor(
    /** What a pool says about it. @internal */
    readonly configFor: (pool: Construct) => CognitoUserPoolEmailConfiguration,
  ) {}
}

function sesConfig(pool: Construct, sender: SesSender): CognitoUserPoolEmailConfiguration {
  const { configurationSet, from, fromName, identity, replyTo, verifiedDomain } = sender;
  const { address, domain } = mailbox(pool, 'email.from', from);
  const verified = verifiedDomain && inPunycode(verifiedDomain);
  checkDomain(pool, domain, verified ?? (identity?.domain && inPunycode(identity.domain)));
  checkConfigurationSet(pool, configurationSet);
  return {
    emailSendingAccount: 'DEVELOPER',
    fromEmailAddress: named(pool, fromName, address),
    replyToEmailAddress: replyTo && mailbox(pool, 'email.replyTo', replyTo).address,
    sourceArn: identity?.identityArn ?? identityArn(pool, verified ?? address, sender.region),
    configurationSet: configurationSet ?? identity?.configurationSet,
  };
}

/** Either is undefined when it is not known. */
function checkDomain(pool: Construct, domain: string | undefined, verified: string | undefined): void {
  if (domain === undefined || verified === undefined || Token.isUnresolved(verified)) return;
  check(pool, domain === verified || domain.endsWith(`.${verified}`), {
    prop: 'email.from',
    expected: `an address of the verified domain ${verified}, or of a domain below it`,
    found: `an address of ${domain}`,
    fix: 'SES sends from no other address: change the address, or verify its domain',
  });
}

function checkConfigurationSet(pool: Construct, name: string | undefined): void {
  if (name === undefined) return;
  const expected = 'the name of a configuration set, 1 to 64 letters, digits, - and _';
  const fix = 'Copy it from the SES console, or leave it out for none';
  checkText(pool, name, { prop: 'email.configurationSet', pattern: /^[\w-]{1,64}$/, expected, fix });
}

/** The ARN of an identity is made of its name: no reference is needed. */
function identityArn(pool: Construct, name: string, region: string | undefined): string {
  checkRegion(pool, 'email.region', region);
  const account = accountOf(pool);
  if (region !== undefined && account !== undefined && !Token.isUnresolved(region)) {
    return `arn:${partitionOf(region).id}:ses:${region}:${account}:identity/${name}`;
  }
  const here = currentAccount(pool, 'cognito');
  return `arn:${here.partition}:ses:${region ?? here.region}:${account ?? here.accountId}:identity/${name}`;
}
