import { own } from '../../own';
import { addedTo } from '../../model/lists';
import { changed } from '../changed';
import { differenceRule } from '../../findings/rule';
import { show } from '../show';

/** Where anyone can make an account. */
const SOCIAL: Readonly<Record<string, string>> = {
  Google: 'Google',
  Facebook: 'Facebook',
  SignInWithApple: 'Apple',
  LoginWithAmazon: 'Amazon',
};

export const signInProviderAdded = differenceRule({
  id: 'sign-in-provider-added',
  severity: 'medium',
  title: 'Identity provider added to an app client',
  why: 'Everyone whom the provider lets in gets tokens of the pool, and passes every route that requires only such a token.',
  remediation: 'Remove it from supported_identity_providers, or check in a pre sign-up trigger who may come.',
  page: 'https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-identity-federation.html',
  find: ({ clients }) =>
    changed('app client', clients, (before, after, name) =>
      addedTo(before.identityProviders, after.identityProviders).map((provider) => ({
        message: `${whoOf(provider)} can sign in to ${name}.`,
        before: show(before.identityProviders),
        after: show(after.identityProviders),
      })),
    ),
});

function whoOf(provider: string): string {
  const social = own(SOCIAL, provider);
  if (social !== undefined) return `Anyone with an account at ${social}`;
  return provider === 'COGNITO' ? 'Users with a password in the pool' : `Everyone whom ${provider} lets in`;
}
