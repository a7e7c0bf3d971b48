import { readAuthorizationRequest } from '../authorization-request';
import { type Handler } from '../context';
import { csrfFor } from '../csrf';
import { type Reply } from '../http';
import { signInPage } from '../pages/sign-in-page';
import { afterStep, refusalOf } from '../sign-in/steps';

/**
 * `GET /login` with the parameters of an authorization request.
 * https://docs.aws.amazon.com/cognito/latest/developerguide/login-endpoint.html
 */
export const showLogin: Handler = ({ pool, request }) => {
  const { client, loginHint } = readAuthorizationRequest(request.query, pool);
  const { identityProviders } = client;
  return signInPage({ pool, csrf: csrfFor(request), search: request.search, identityProviders, username: loginHint });
};

/** `POST /login` */
export const login: Handler = async (context) => {
  const { emulator, pool, request } = context;
  const asked = readAuthorizationRequest(request.query, pool);
  const { id: clientId, identityProviders } = asked.client;
  const { password = '', username = '' } = Object.fromEntries(request.form ?? []);
  const again = (error: string): Reply =>
    signInPage({ pool, csrf: csrfFor(request), search: request.search, identityProviders, username, error });
  if (!identityProviders.includes('COGNITO')) return again('This client takes no user names and passwords.');
  if (username === '' || password === '') return again('Fill in both fields.');
  try {
    return await afterStep(context, asked, await emulator.signIn({ clientId, username, password }));
  } catch (error) {
    return refusalOf(error, { context, username, again });
  }
};
