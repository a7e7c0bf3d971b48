import { type Csrf } from '../csrf';
import { type Reply } from '../http';
import { type DoorPool } from '../pool';
import { form, links, notice } from './form';
import { html } from './html';
import { page } from './page';
import { usernameField } from './username-field';

export interface SignInPage {
  readonly pool: DoorPool;
  readonly csrf: Csrf;
  /** The authorization request, `?client_id=...`. */
  readonly search: string;
  readonly identityProviders: readonly string[];
  readonly username?: string;
  readonly error?: string;
  readonly notice?: string;
}

/** `/login`: the pool's own people, and a button for each other provider of the client. */
export function signInPage(given: SignInPage): Reply {
  const { csrf, identityProviders, pool, search } = given;
  const others = identityProviders.filter((name) => name !== 'COGNITO');
  const own = identityProviders.includes('COGNITO');
  const body = html`${notice(given.notice)} ${others.map((name) => providerButton(name, search))}
  ${own ? ownForm(given) : given.error !== undefined && html`<p class="message error" role="alert">${given.error}</p>`}
  ${
    own &&
    links([
      { href: `/forgotPassword${search}`, text: 'Forgot your password?' },
      ...(pool.selfSignUp ? [{ href: `/signup${search}`, text: 'Create an account' }] : []),
    ])
  }`;
  return page({ title: 'Sign in', of: pool.name, body }, { csrf, status: given.error === undefined ? 200 : 400 });
}

function ownForm({ csrf, error, pool, search, username = '' }: SignInPage) {
  return form({
    action: `/login${search}`,
    csrf,
    error,
    fields: [
      usernameField(pool, username),
      { name: 'password', label: 'Password', type: 'password', autocomplete: 'current-password' },
    ],
    submit: 'Sign in',
  });
}

function providerButton(name: string, search: string) {
  const query = new URLSearchParams(search);
  query.set('identity_provider', name);
  return html`<a class="button" href="/oauth2/authorize?${query.toString()}">Continue with ${name}</a>`;
}
