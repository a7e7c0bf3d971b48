import { type UserType } from '@aws-sdk/client-cognito-identity-provider';

/** A provider whose word for an e-mail address counts. */
export interface TrustedProvider {
  /** As Cognito has it: `Google`. */
  readonly name: string;
  /** The attribute that holds its claim `sub`, where letter case matters: `custom:subject`. */
  readonly subject?: string;
}

/** A person at a provider. */
export interface Identity {
  readonly provider: string;
  readonly subject: string;
}

type Attributes = Readonly<Record<string, string | undefined>>;

/**
 * Who a user name such as `google_1234` stands for; undefined for people of other providers. A pool that ignores letter case writes
 * it in lower case, which at some providers is another person: there the claim itself says who it is.
 */
export function identityOf(
  username: string,
  attributes: Attributes,
  providers: readonly TrustedProvider[],
): Identity | undefined {
  const isOf = ({ name }: TrustedProvider): boolean => username.toLowerCase().startsWith(`${name.toLowerCase()}_`);
  const [provider] = providers.filter(isOf).sort((one, other) => other.name.length - one.name.length);
  if (provider === undefined) return undefined;
  const written = username.slice(provider.name.length + 1);
  const subject = provider.subject === undefined ? written : attributes[provider.subject];
  // A claim about another person than the user name is no claim to an account.
  if (!subject || subject.toLowerCase() !== written.toLowerCase()) return undefined;
  return { provider: provider.name, subject };
}

/** States in which a person signs in with a password, after choosing a new one at most. */
const ADMITTED: readonly (string | undefined)[] = ['CONFIRMED', 'FORCE_CHANGE_PASSWORD', 'RESET_REQUIRED'];

/**
 * Whether an account has a password here, and has shown to own its address: otherwise anyone who signs up first with the
 * address of another person would share the account of its owner.
 */
export function isLocalAndVerified({ Attributes: list = [], Enabled, UserStatus }: UserType): boolean {
  const attributes: Attributes = Object.fromEntries(list.map(({ Name, Value }) => [Name, Value]));
  const isLocal = !identitiesIn(attributes.identities).some(({ primary }) => String(primary) === 'true');
  return isLocal && Enabled === true && ADMITTED.includes(UserStatus) && attributes.email_verified === 'true';
}

/** What an account of another provider was made for is its primary identity, also once it has a password. */
function identitiesIn(text = '[]'): readonly { readonly primary?: unknown }[] {
  return JSON.parse(text) as { primary?: unknown }[];
}

/** An address within the quotes of a filter. */
export const quoted = (text: string): string => text.replace(/["\\]/g, '\\$&');
