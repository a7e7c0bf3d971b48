import { readAuthorizationRequest } from '../authorization-request';
import { type DoorContext, type Handler } from '../context';
import { csrfFor } from '../csrf';
import { type Reply } from '../http';
import { signInPage } from '../pages/sign-in-page';
import {
  attributesToAsk,
  confirmForgotPasswordPage,
  confirmUserPage,
  forgotPasswordPage,
  signUpPage,
} from '../pages/sign-up-pages';
import { confirmByLink } from './confirm-link';
import { secretHash } from './secret-hash';
import { refusalOf } from '../sign-in/steps';
import { typedCode } from '../sign-in/typed-code';
import { PageError } from '../errors';

type Shown = Parameters<typeof signUpPage>[0];
type ShowPage = (given: Shown) => Reply;

/** A page with an empty form; it too is for an application that may sign people in. */
const show =
  (render: ShowPage): Handler =>
  (context) => {
    readAuthorizationRequest(context.request.query, context.pool);
    return render(shown(context, {}));
  };

const takesSignUps = ({ pool, request }: DoorContext): void => {
  const clientId = request.query.get('client_id') ?? '';
  if (!pool.selfSignUp) throw new PageError('SignUp is not permitted for this user pool', clientId);
};

export const showSignUp: Handler = (context) => {
  takesSignUps(context);
  return show(signUpPage)(context);
};
export const showConfirmUser: Handler = (context) =>
  context.request.query.has('confirmation_code') ? confirmByLink(context) : show(confirmUserPage)(context);
export const showForgotPassword = show(forgotPasswordPage);
export const showConfirmForgotPassword = show(confirmForgotPasswordPage);

const WAITS_FOR_ADMINISTRATOR = 'Your account is made. Sign in after an administrator has confirmed it.';

/** `POST /signup` */
export const signUp: Handler = (context) => {
  takesSignUps(context);
  return submitted(context, signUpPage, async ({ call, values }) => {
    const { password: Password = '', username = '' } = values;
    const asked = attributesToAsk(context.pool);
    const UserAttributes = asked.map((Name) => ({ Name, Value: values[Name] ?? '' }));
    const { CodeDeliveryDetails, UserConfirmed } = await call('SignUp', { Password, UserAttributes });
    if (UserConfirmed === true) return signInAgain(context, username, 'Your account is ready. Sign in.');
    // A pool that verifies no address sends no code.
    if (CodeDeliveryDetails === undefined) return signInAgain(context, username, WAITS_FOR_ADMINISTRATOR);
    return confirmUserPage({ ...shown(context, { username }), notice: 'We sent you a code.' });
  });
};

/** `POST /confirmuser` */
export const confirmUser: Handler = (context) =>
  submitted(context, confirmUserPage, async ({ call, values }) => {
    const { resend, username = '' } = values;
    if (resend !== undefined) {
      await call('ResendConfirmationCode', {});
      return confirmUserPage({ ...shown(context, { username }), notice: 'We sent you a new code.' });
    }
    await call('ConfirmSignUp', { ConfirmationCode: typedCode(values) });
    return signInAgain(context, username, 'Your account is confirmed. Sign in.');
  });

/** `POST /forgotPassword` */
export const forgotPassword: Handler = (context) =>
  submitted(context, forgotPasswordPage, async ({ call, values }) => {
    await call('ForgotPassword', {});
    const { username = '' } = values;
    return confirmForgotPasswordPage({ ...shown(context, { username }), notice: 'We sent you a code.' });
  });

/** `POST /confirmforgotpassword` */
export const confirmForgotPassword: Handler = (context) =>
  submitted(context, confirmForgotPasswordPage, async ({ call, values }) => {
    const { password: Password = '', username = '' } = values;
    await call('ConfirmForgotPassword', { ConfirmationCode: typedCode(values), Password });
    return signInAgain(context, username, 'Your password is changed. Sign in.');
  });

interface Submitted {
  readonly values: Readonly<Record<string, string>>;
  /** The public API, as this client, for the user name of the form. */
  call(operation: string, body: object): Promise<Record<string, unknown>>;
}

async function submitted(
  context: DoorContext,
  render: ShowPage,
  then: (submitted: Submitted) => Promise<Reply>,
): Promise<Reply> {
  const { emulator, pool, request } = context;
  const { client } = readAuthorizationRequest(request.query, pool);
  const values = Object.fromEntries(request.form ?? []);
  const { username = '' } = values;
  const again = (error: string): Reply => render({ ...shown(context, withoutSecrets(values)), error });
  if (username === '') return again('Fill in all fields.');
  const caller = { ClientId: client.id, Username: username, ...secretHash(client, username) };
  try {
    return await then({ values, call: (operation, body) => emulator.api(operation, { ...caller, ...body }) });
  } catch (error) {
    return refusalOf(error, { context, username, again });
  }
}

const shown = ({ pool, request }: DoorContext, values: Readonly<Record<string, string>>): Shown => ({
  pool,
  csrf: csrfFor(request),
  search: request.search,
  values,
});

function signInAgain({ pool, request }: DoorContext, username: string, notice: string): Reply {
  const { identityProviders } = readAuthorizationRequest(request.query, pool).client;
  return signInPage({ pool, csrf: csrfFor(request), search: request.search, identityProviders, username, notice });
}

/** A password is never sent back to the browser. */
const withoutSecrets = (values: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries(values).filter(([name]) => name !== 'password' && name !== 'code'));
