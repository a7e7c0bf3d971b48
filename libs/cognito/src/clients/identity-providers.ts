import { check, type IUserPool } from '@gatehouse/construct-kit';
import { type IConstruct } from 'constructs';
import { type IIdentityProvider } from '../providers/identity-provider';

/**
 * Where people sign in: with a password of the pool (`'cognito'`), or at one of its identity providers.
 * @example identityProviders: ['cognito', google]
 */
export type SignInProvider = 'cognito' | IIdentityProvider;

/**
 * References, so that Terraform makes each provider before the client that names it.
 *
 * @throws ConstructError for none, one twice, and one of another pool.
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-app-idp-settings.html
 */
export function providerReferences(
  construct: IConstruct,
  pool: IUserPool,
  providers: readonly SignInProvider[] = ['cognito'],
): string[] {
  const prop = 'oauth.identityProviders';
  const names = providers.map((each) => (each === 'cognito' ? each : each.name));
  check(construct, names.length > 0 && new Set(names).size === names.length, {
    prop,
    expected: "at least one, each once: 'cognito' or an identity provider of the pool",
    found: names,
    fix: 'List where people may sign in',
  });
  return providers.map((provider) => {
    if (provider === 'cognito') return 'COGNITO';
    check(construct, provider.userPool?.userPoolId === pool.userPoolId, {
      prop,
      expected: "identity providers of the client's own user pool",
      found: provider.name ?? provider,
      fix: 'Take what addGoogle and its like return, or IdentityProvider.fromName(pool, name)',
    });
    return provider.providerName;
  });
}
