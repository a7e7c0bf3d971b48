import { type Csrf } from '../csrf';
import { type Reply } from '../http';
import { type DoorPool } from '../pool';
import { attributeField } from './attribute-field';
import { type Field, form, links, notice } from './form';
import { html } from './html';
import { page } from './page';
import { usernameField } from './username-field';

interface Given {
  readonly pool: DoorPool;
  readonly csrf: Csrf;
  readonly search: string;
  readonly values: Readonly<Record<string, string>>;
  readonly error?: string;
  readonly notice?: string;
}

const statusOf = ({ error }: Given) => (error === undefined ? 200 : 400);
const newPassword = (label: string): Field => ({
  name: 'password',
  label,
  type: 'password',
  autocomplete: 'new-password',
});
const code: Field = { name: 'code', label: 'Code', autocomplete: 'one-time-code', numeric: true };
const WHERE = 'npm start prints the code; nothing is really sent.';

/** `/signup` */
export function signUpPage(given: Given): Reply {
  const { csrf, error, pool, search, values } = given;
  const body = html`${form({
    action: `/signup${search}`,
    csrf,
    error,
    fields: [
      usernameField(pool, values['username']),
      ...attributesToAsk(pool).map((name) => attributeField(name, values[name])),
      newPassword('Password'),
    ],
    submit: 'Create account',
  })}
  ${links([{ href: `/login${search}`, text: 'Sign in instead' }])}`;
  return page({ title: 'Create an account', of: pool.name, body }, { csrf, status: statusOf(given) });
}

/** `/confirmuser` */
export function confirmUserPage(given: Given): Reply {
  const { csrf, error, pool, search, values } = given;
  const body = html`${notice(given.notice)}
  ${form({
    action: `/confirmuser${search}`,
    csrf,
    error,
    fields: [usernameField(pool, values['username']), { ...code, hint: WHERE }],
    submit: 'Confirm account',
    other: html`<button class="other" type="submit" name="resend" value="true" formnovalidate>Send a new code</button>`,
  })}
  ${links([{ href: `/login${search}`, text: 'Back to sign-in' }])}`;
  return page({ title: 'Confirm your account', of: pool.name, body }, { csrf, status: statusOf(given) });
}

/** `/forgotPassword` */
export function forgotPasswordPage(given: Given): Reply {
  const { csrf, error, pool, search, values } = given;
  const body = html`${form({
    action: `/forgotPassword${search}`,
    csrf,
    error,
    fields: [usernameField(pool, values['username'])],
    submit: 'Send a code',
  })}
  ${links([{ href: `/login${search}`, text: 'Back to sign-in' }])}`;
  return page({ title: 'Forgot your password?', of: pool.name, body }, { csrf, status: statusOf(given) });
}

/** `/confirmforgotpassword` */
export function confirmForgotPasswordPage(given: Given): Reply {
  const { csrf, error, pool, search, values } = given;
  const body = html`${notice(given.notice)}
  ${form({
    action: `/confirmforgotpassword${search}`,
    csrf,
    error,
    fields: [usernameField(pool, values['username']), { ...code, hint: WHERE }, newPassword('New password')],
    submit: 'Change password',
  })}
  ${links([{ href: `/login${search}`, text: 'Back to sign-in' }])}`;
  return page({ title: 'Choose a new password', of: pool.name, body }, { csrf, status: statusOf(given) });
}

/** Required ones; those that are the user name are asked for once. */
export function attributesToAsk({ requiredAttributes, usernameAttributes }: DoorPool): string[] {
  const one = usernameAttributes.length === 1;
  return requiredAttributes.filter((name) => !(one && usernameAttributes.includes(name)));
}
