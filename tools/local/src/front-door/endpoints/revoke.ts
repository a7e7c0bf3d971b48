import { type Handler } from '../context';
import { ApiRefusal } from '../door-emulator';
import { OAuthError } from '../errors';
import { authenticateClient } from './client-authentication';
import { ANY_ORIGIN, json } from './json';

/**
 * `POST /oauth2/revoke`: a refresh token, and what came of it. Dead and unknown ones are answered with 200 too.
 * https://docs.aws.amazon.com/cognito/latest/developerguide/revocation-endpoint.html
 */
export const revoke: Handler = async ({ emulator, pool, request }) => {
  const token = request.form?.get('token');
  if (!request.form || !token) return json(400, { error: 'invalid_request' });
  try {
    const { id, secret } = authenticateClient(request, request.form, pool);
    await emulator.api('RevokeToken', { ClientId: id, Token: token, ...(secret && { ClientSecret: secret }) });
  } catch (error) {
    if (error instanceof OAuthError) return { ...json(401, { error: error.code }), why: error.why };
    if (!(error instanceof ApiRefusal)) throw error;
    const code = CODES[error.code];
    if (code !== undefined) return { ...json(400, { error: code }), why: error.message };
  }
  return { status: 200, headers: ANY_ORIGIN };
};

const CODES: Readonly<Record<string, string>> = {
  UnsupportedTokenTypeException: 'unsupported_token_type',
  UnsupportedOperationException: 'invalid_request',
  UnauthorizedException: 'invalid_request',
};
