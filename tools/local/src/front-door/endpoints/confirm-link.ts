import { type Handler } from '../context';
import { csrfFor } from '../csrf';
import { ApiRefusal } from '../door-emulator';
import { PageError } from '../errors';
import { html } from '../pages/html';
import { page } from '../pages/page';
import { clientOf } from '../pool';
import { secretHash } from './secret-hash';

/**
 * `GET /confirmUser` with a code: the link that a pool sends to people who sign up.
 *
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/signing-up-users-in-your-app.html
 */
export const confirmByLink: Handler = async ({ emulator, pool, request }) => {
  const { query } = request;
  const client = clientOf(pool, query.get('client_id'));
  if (!client) throw new PageError('Client does not exist.');
  const Username = query.get('user_name') ?? '';
  const ConfirmationCode = query.get('confirmation_code') ?? '';
  const caller = { ClientId: client.id, Username, ...secretHash(client, Username) };
  try {
    await emulator.api('ConfirmSignUp', { ...caller, ConfirmationCode });
  } catch (error) {
    if (error instanceof ApiRefusal) throw new PageError(error.message, client.id);
    throw error;
  }
  const body = html`<p>Your registration has been confirmed. You can close this page and sign in.</p>`;
  return page({ title: 'Your account is confirmed', of: pool.name, body }, { csrf: csrfFor(request) });
};
