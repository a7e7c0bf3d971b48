import { Route53Record } from '@cdktf/provider-aws/lib/route53-record';
import { SesDomainIdentityVerification } from '@cdktf/provider-aws/lib/ses-domain-identity-verification';
import { Sesv2ConfigurationSet } from '@cdktf/provider-aws/lib/sesv2-configuration-set';
import { Sesv2EmailIdentity } from '@cdktf/provider-aws/lib/sesv2-email-identity';
import { Sesv2EmailIdentityPolicy } from '@cdktf/provider-aws/lib/sesv2-email-identity-policy';
import { formats } from '@gatehouse/checks';
import { checkText, type IUserPool, nameInTerraform, policyDocument, snakeCase } from '@gatehouse/construct-kit';
import { Fn } from 'cdktf';
import { Construct } from 'constructs';
import { type ISesIdentity } from './email-sender';

/**
 * The domain from which SES sends.
 * @example new SesIdentity(stack, 'mail', { domain: 'example.com', zone: { zoneId } })
 */
export interface SesIdentityProps {
  /** Whose addresses may all send, and those of the domains below it: `example.com`. */
  readonly domain: string;
  /**
   * The Route 53 zone that has the domain. The three records that prove the domain to be yours are made there, and a
   * pool that sends from the domain waits until SES has seen them.
   * @default - the records are made by hand, from `dkimRecords`, before a pool can send
   */
  readonly zone?: { readonly zoneId: string };
}

/**
 * A CNAME record that SES looks for.
 * @example mail.dkimRecords.map(({ name, value }) => `${name} CNAME ${value}`)
 */
export interface DkimRecord {
  readonly name: string;
  readonly value: string;
}

/**
 * A domain from which SES sends, signed with DKIM, over TLS alone; and a configuration set that counts bounces and complaints.
 *
 * @example EmailSender.ses({ from: 'no-reply@example.com', identity: new SesIdentity(this, 'mail', { domain: 'example.com', zone }) })
 * @throws ConstructError for what is no domain.
 * @see https://docs.aws.amazon.com/ses/latest/dg/creating-identities.html
 * @see https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/sesv2_email_identity
 */
export class SesIdentity extends Construct implements ISesIdentity {
  readonly domain: string;
  readonly identityArn: string;
  readonly configurationSet: string;
  /** The records that the domain must have. */
  readonly dkimRecords: readonly DkimRecord[];
  private readonly address: string;

  constructor(scope: Construct, id: string, props: SesIdentityProps) {
    super(scope, id);
    checkText(this, props.domain, { prop: 'domain', fix: 'Write the domain alone', ...formats.domainName });
    this.domain = props.domain;
    this.address = snakeCase(id);
    const configurationSet = this.addConfigurationSet();
    this.configurationSet = configurationSet.configurationSetName;
    const identity = new Sesv2EmailIdentity(this, 'Resource', {
      emailIdentity: props.domain,
      configurationSetName: this.configurationSet,
    });
    nameInTerraform(identity, this.address);
    this.dkimRecords = [0, 1, 2].map((index) => dkimRecord(props.domain, identity.dkimSigningAttributes.tokens, index));
    this.identityArn = props.zone === undefined ? identity.arn : this.verify(props.zone.zoneId);
  }

  /**
   * Lets a pool send from the domain while Cognito itself is its sender, or in another account. A pool with `EmailSender.ses` in
   * this account does not need it: Cognito sends with its service-linked role.
   *
   * @param id also the name of the policy in SES
   * @example mail.grantSend('users', users)
   * @throws ConstructError for an id that SES does not take as the name of a policy.
   * @see https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pool-settings-ses-authorization-to-send-email.html
   */
  grantSend(id: string, pool: IUserPool): void {
    const expected = '1 to 64 letters, digits, - and _';
    const fix = 'It is the name of a policy in SES, which takes no other';
    checkText(this, id, { prop: 'grantSend, id', pattern: /^[\w-]{1,64}$/, expected, fix });
    const policy = new Sesv2EmailIdentityPolicy(this, id, {
      emailIdentity: this.domain,
      policyName: id,
      policy: policyDocument([
        {
          Effect: 'Allow',
          Principal: { Service: 'email.cognito-idp.amazonaws.com' },
          Action: ['ses:SendEmail', 'ses:SendRawEmail'],
          Resource: this.identityArn,
          // The ARN names the account, too.
          Condition: { ArnLike: { 'aws:SourceArn': pool.userPoolArn } },
        },
      ]),
    });
    nameInTerraform(policy, snakeCase(`${this.address}_${id}`));
  }

  private addConfigurationSet(): Sesv2ConfigurationSet {
    const configurationSet = new Sesv2ConfigurationSet(this, 'configuration set', {
      // SES takes 64 characters; the end of a long domain tells more than its beginning.
      configurationSetName: this.domain.replaceAll('.', '-').slice(-64).replace(/^-+/, ''),
      deliveryOptions: { tlsPolicy: 'REQUIRE' },
      reputationOptions: { reputationMetricsEnabled: true },
      sendingOptions: { sendingEnabled: true },
    });
    return nameInTerraform(configurationSet, this.address);
  }

  /** @returns the ARN, known once the domain is verified */
  private verify(zoneId: string): string {
    const records = this.dkimRecords.map(({ name, value }, index) => {
      const record = new Route53Record(this, `dkim ${index}`, {
        zoneId,
        name,
        type: 'CNAME',
        ttl: 1800,
        records: [value],
      });
      return nameInTerraform(record, `${this.address}_dkim_${index}`);
    });
    const verification = new SesDomainIdentityVerification(this, 'verification', {
      domain: this.domain,
      dependsOn: records,
    });
    nameInTerraform(verification, this.address);
    return verification.arn;
  }
}

function dkimRecord(domain: string, tokens: string[], index: number): DkimRecord {
  const token = Fn.element(tokens, index);
  return { name: `${token}._domainkey.${domain}`, value: `${token}.dkim.amazonses.com` };
}
