import type { Located } from './located';
import type { OfUserPool } from './of-user-pool';
import type { List, Table } from './value';

/** `aws_cognito_user_pool`. */
export interface UserPool<U = never> extends Located {
  readonly id: string | U;
  readonly arn: string | U;
  readonly name: string | U;
  /** `cognito-idp.<region>.amazonaws.com/<id>`; the issuer is this behind https:// */
  readonly endpoint: string | U;
  readonly selfSignUp: boolean | U;
  readonly deletionProtection: boolean | U;
  readonly mfa: 'OFF' | 'OPTIONAL' | 'ON' | U;
  /** Second factors that users can have. */
  readonly mfaMethods: List<'SMS' | 'TOTP' | 'EMAIL', U>;
  readonly passwordPolicy: PasswordPolicy<U>;
  readonly tier: 'LITE' | 'ESSENTIALS' | 'PLUS' | U;
  /** `user_pool_add_ons.advanced_security_mode` */
  readonly threatProtection: 'OFF' | 'AUDIT' | 'ENFORCED' | U;
  /** The same of sign-in by custom challenges. */
  readonly customAuthThreatProtection: 'OFF' | 'AUDIT' | 'ENFORCED' | U;
  /** What users can begin a choice-based sign-in with. Empty: nothing is written, so the password alone. */
  readonly firstFactors: List<FirstFactor, U>;
  /** Users can register passkeys: `web_authn_configuration`. */
  readonly passkeys: boolean | U;
  /** The domain that passkeys are for; one for another domain is worth nothing. */
  readonly relyingParty?: string | U;
  /** Ways to reset a password, by priority. Empty: nothing is written, so Cognito decides. */
  readonly recovery: List<'verified_email' | 'verified_phone_number' | 'admin_only', U>;
  readonly email: UserPoolEmail<U>;
  /** What the message has that verifies an email address. */
  readonly emailVerification: 'CONFIRM_WITH_CODE' | 'CONFIRM_WITH_LINK' | U;
  /** The role that sends text messages. Absent: the pool can send none. */
  readonly smsRole?: string | U;
  /** The region whose Amazon SNS sends them. Absent: Cognito chooses. */
  readonly smsRegion?: string | U;
  /** That of the provider that makes it, as far as the configuration says. */
  readonly region?: string;
  /** Texts that it sends, where they are not Cognito's own. */
  readonly messages: List<MessageTemplate<U>, U>;
  /** Trigger (`pre_sign_up`, ...) -> function ARN. */
  readonly triggers: Table<string, U>;
  /** How the pre token generation trigger is written, which Cognito has two arguments for. */
  readonly preToken: PreTokenTrigger<U>;
  /** Scopes that the function keeps for the members of groups. Absent: none that it tells of. */
  readonly groupScopes?: GroupScopes | U;
  /** KMS key of the codes that custom senders get. */
  readonly senderKey?: string | U;
  readonly usernameAttributes: List<string, U>;
  readonly aliasAttributes: List<string, U>;
  readonly autoVerifiedAttributes: List<string, U>;
  /** Keep their old value until the user confirms the new one. */
  readonly verifiedBeforeUpdate: List<string, U>;
  readonly usernameCaseSensitive: boolean | U;
  readonly attributes: List<UserAttribute<U>, U>;
  /** By an association that is part of the surface. */
  readonly webAclArn?: string | U;
}

/** What a password must have. */
export interface PasswordPolicy<U = never> {
  readonly minLength: number | U;
  readonly requireLowercase: boolean | U;
  readonly requireUppercase: boolean | U;
  readonly requireDigits: boolean | U;
  readonly requireSymbols: boolean | U;
  readonly historySize: number | U;
  /** Days. */
  readonly temporaryPasswordValidity: number | U;
}

/** Group -> scopes as tokens carry them: `reports/write`. */
export type GroupScopes = Readonly<Record<string, readonly string[]>>;

/** What people sign in with first. */
export type FirstFactor = 'PASSWORD' | 'EMAIL_OTP' | 'SMS_OTP' | 'WEB_AUTHN';

/** `email_configuration`. */
export interface UserPoolEmail<U = never> {
  /** `DEVELOPER`: Amazon SES of the account. */
  readonly account: 'COGNITO_DEFAULT' | 'DEVELOPER' | U;
  /** The SES identity. */
  readonly sourceArn?: string | U;
  /** `Orders <no-reply@example.com>` */
  readonly from?: string | U;
  readonly replyTo?: string | U;
  /** Address of the SES identity, when it is made beside the pool. */
  readonly identity?: string;
  /** Domain or address of that identity. */
  readonly identityName?: string | U;
}

/** A text that the pool sends, with what must be in it. */
export interface MessageTemplate<U = never> {
  /** `verification_message_template.email_message` */
  readonly argument: string;
  readonly text: string | U;
}

/** `lambda_config.pre_token_generation` and `pre_token_generation_config`. */
export interface PreTokenTrigger<U = never> {
  readonly legacyArn?: string | U;
  readonly arn?: string | U;
  /** Of the event that the function gets. */
  readonly version: 'V1_0' | 'V2_0' | 'V3_0' | U;
}

/** One entry of the pool's `schema`; Cognito can add one but never change or remove it. */
export interface UserAttribute<U = never> {
  readonly name: string | U;
  readonly type: string | U;
  readonly mutable: boolean | U;
  readonly required: boolean | U;
  /** `min_length`, `max_length`, `min_value` or `max_value` -> text, as the provider has it. */
  readonly constraints: Table<string, U>;
}

/** `aws_cognito_user_pool_client` and `aws_cognito_managed_user_pool_client`. */
export interface UserPoolClient<U = never> extends OfUserPool<U> {
  readonly id: string | U;
  readonly name: string | U;
  readonly authFlows: List<string, U>;
  /** Unknown on a managed client until it is applied. */
  readonly hasSecret: boolean | U;
  /** False: `oauthFlows`, `scopes` and the URLs are not in force. */
  readonly oauthEnabled: boolean | U;
  readonly oauthFlows: List<string, U>;
  readonly scopes: List<string, U>;
  readonly callbackUrls: List<string, U>;
  readonly logoutUrls: List<string, U>;
  readonly identityProviders: List<string, U>;
  /** True: the answer to a wrong user name does not tell that the user does not exist. */
  readonly hidesUserExistence: boolean | U;
  readonly tokenRevocation: boolean | U;
  readonly readAttributes: List<string, U>;
  readonly writeAttributes: List<string, U>;
  /** Seconds. */
  readonly accessTokenValidity: number | U;
  readonly idTokenValidity: number | U;
  readonly refreshTokenValidity: number | U;
  /** Seconds that a sign-in may take between two challenges. */
  readonly authSessionValidity: number | U;
  readonly refreshRotation: boolean | U;
  /** Seconds that a rotated refresh token can be used again. */
  readonly refreshGracePeriod: number | U;
  /** Where users are sent when a request names no address. */
  readonly defaultRedirect?: string | U;
  /** Takes the user's IP address from a server of the app. */
  readonly propagatesContext: boolean | U;
}

/** `aws_cognito_resource_server`. */
export interface ResourceServer<U = never> extends OfUserPool<U> {
  readonly identifier: string | U;
  /** Bare names; a scope in a token is `identifier/name`. */
  readonly scopes: List<{ readonly name: string | U; readonly description: string | U }, U>;
}

/** `aws_acm_certificate` of a sign-in domain. */
export interface SignInCertificate<U = never> {
  /** That of the provider that makes it, as far as the configuration says. */
  readonly region?: string;
  /** The names it is for, with wildcards. */
  readonly names: List<string, U>;
}

/** `aws_cognito_user_pool_domain`: where the hosted pages and the token endpoint answer. */
export interface UserPoolDomain<U = never> extends OfUserPool<U> {
  /** A prefix, or a full name when there is a certificate. */
  readonly domain: string | U;
  readonly certificateArn?: string | U;
  /** When it is part of the surface. */
  readonly certificate?: SignInCertificate<U>;
  /** That of the provider that makes it, as far as the configuration says. */
  readonly region?: string;
  /** 1: the classic pages; 2: managed login. */
  readonly managedLoginVersion: number | U;
}
