import { join } from 'node:path';
import { type CognitoUserPool, type CognitoUserPoolSchema } from '@cdktf/provider-aws/lib/cognito-user-pool';
import { type AppleProvider, type GoogleProvider, type OidcProvider, type UserPool } from '@gatehouse/cognito';
import { check } from '@gatehouse/construct-kit';
import { Code, LambdaFunction } from '@gatehouse/functions';
import { functionNameOf } from '../function-name';
import { checkOnce } from '../once';
import { type TrustedProvider } from './trust';

/**
 * A provider that says whether an e-mail address was verified: Facebook, Amazon and SAML do not.
 * @example const google: VerifyingProvider = users.addGoogle('google', { clientId, clientSecret });
 */
export type VerifyingProvider = GoogleProvider<string> | AppleProvider<string> | OidcProvider<string>;

/**
 * Whose accounts are linked, and by which function.
 * @example linkAccounts(users, { providers: [google, corp], functionName: 'acme-link-accounts' })
 */
export interface LinkAccountsOptions {
  /**
   * Whose word for an e-mail address counts. The operator of such a provider can sign in as anyone with an account here, so
   * name only providers that verify addresses themselves.
   */
  readonly providers: readonly VerifyingProvider[];
  /**
   * Name of the function in AWS, unique in the account.
   * @default - the pool's, and `-link-accounts`
   */
  readonly functionName?: string;
}

/**
 * Lets people who have an account with a password sign in to it through another provider too: at the first sign-in from there they
 * are linked to the one account with the same e-mail address, if the provider says that it verified the address, and the
 * account has shown to own it. Everyone else gets an account of their own, as without it.
 *
 * It is the pool's pre sign-up trigger. The sign-in that links ends with the error `Already found an entry for username`; the
 * application begins it again, and it succeeds.
 *
 * @example linkAccounts(users, { providers: [google, apple] });
 * @throws ConstructError for no provider, one of another pool, one whose address is not mapped, for a pool with immutable
 * attributes, and when the trigger has a function.
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-identity-federation-consolidate-users.html
 */
export function linkAccounts<Custom extends string>(
  pool: UserPool<Custom>,
  { functionName, providers }: LinkAccountsOptions,
): LambdaFunction {
  const id = `${pool.node.id}-link-accounts`;
  checkOnce(pool, 'linkAccounts', id);
  checkMutable(pool);
  check(pool, providers.length > 0, {
    prop: 'linkAccounts, providers',
    expected: 'at least one provider',
    found: providers,
    fix: 'Name those whose word for an e-mail address counts, as in [google]',
  });
  const trusted = providers.map((provider) => trust(pool, provider));
  const lambda = new LambdaFunction(pool, id, {
    functionName: functionName ?? functionNameOf(pool, 'link-accounts'),
    code: Code.bundle(join(__dirname, 'handler.ts'), { PROVIDERS: trusted }),
    // Cognito waits five seconds for a trigger.
    timeout: 5,
  });
  // The function does not wait for these rights, so it may wait for the pool that waits for the function.
  lambda.allow(['cognito-idp:AdminLinkProviderForUser', 'cognito-idp:ListUsers'], [pool.userPoolArn], {
    sid: 'LinkAccounts',
  });
  pool.addTrigger('preSignUp', lambda);
  return lambda;
}

/** https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AdminLinkProviderForUser.html */
function checkMutable<Custom extends string>(pool: UserPool<Custom>): void {
  const schema = (pool.node.defaultChild as CognitoUserPool).schemaInput ?? [];
  const attributes = Array.isArray(schema) ? (schema as CognitoUserPoolSchema[]) : [];
  const immutable = attributes.filter(({ mutable }) => mutable === false).map(({ name }) => name);
  check(pool, immutable.length === 0, {
    prop: 'linkAccounts',
    expected: 'a pool without immutable attributes, because Cognito links no account that has a value in one',
    found: immutable,
    fix: 'Make them mutable in a pool that is not deployed yet; otherwise people sign in with one provider each',
  });
}

function trust<Custom extends string>(pool: UserPool<Custom>, provider: VerifyingProvider): TrustedProvider {
  const { attributeMapping, name, providerType, userPool } = provider;
  const prop = 'linkAccounts, providers';
  check(pool, ['Google', 'SignInWithApple', 'OIDC'].includes(providerType), {
    prop,
    expected: 'providers that say whether an e-mail address was verified: Google, Apple and OpenID Connect',
    found: name,
    fix: 'Leave it out: anybody could enter the address of another person there',
  });
  check(pool, userPool.userPoolId === pool.userPoolId, {
    prop,
    expected: 'providers of this pool',
    found: name,
    fix: 'It belongs to another pool, whose people do not come here',
  });
  check(pool, attributeMapping.email !== undefined && attributeMapping.email_verified !== undefined, {
    prop,
    expected: 'providers with email and emailVerified among their attributes',
    found: name,
    fix: "Map both, as in attributes: { email: 'email', emailVerified: 'email_verified' }",
  });
  return providerType === 'OIDC' ? { name, subject: subjectOf(pool, name, attributeMapping) } : { name };
}

/** Google's subjects are digits, Apple's are lower case: a user name holds them as they are. */
function subjectOf<Custom extends string>(
  pool: UserPool<Custom>,
  name: string,
  mapping: Readonly<Record<string, string>>,
): string {
  const found = Object.entries(mapping).find(([attribute, claim]) => attribute !== 'username' && claim === 'sub');
  check(pool, found !== undefined, {
    prop: 'linkAccounts, providers',
    expected: 'OpenID providers whose claim sub is mapped to an attribute',
    found: name,
    fix: "Add a custom attribute, and map it, as in attributes: { ..., subject: 'sub' }: user names lose the letter case of sub",
  });
  return found[0];
}
