import { type AuthorizationRequest } from '../authorization-request';
import { type DoorContext } from '../context';
import { withSession } from '../cookies';
import { type Grant } from '../door-emulator';
import { type Reply } from '../http';
import { backTo, redirect } from '../redirect';

/** A person signed in just now: a new session cookie, and back to the application. */
export async function complete(
  { emulator, request }: Pick<DoorContext, 'emulator' | 'request'>,
  asked: AuthorizationRequest,
  username: string,
): Promise<Reply> {
  const session = await emulator.openSession(username);
  return redirect(await answerFor(emulator, asked, username), [withSession(request, session)]);
}

/** The redirect URI with a code, or for the implicit grant with tokens in its fragment. */
export async function answerFor(
  emulator: DoorContext['emulator'],
  asked: AuthorizationRequest,
  username: string,
): Promise<string> {
  const { client, codeChallenge, nonce, redirectUri, resource, scopes } = asked;
  const grant: Grant = {
    clientId: client.id,
    username,
    redirectUri,
    scopes,
    ...(nonce !== undefined && { nonce }),
    ...(codeChallenge !== undefined && { codeChallenge }),
    ...(resource !== undefined && { resource }),
  };
  if (asked.responseType === 'code') return backTo(asked, { code: await emulator.makeCode(grant) });
  const { access_token, expires_in, id_token } = await emulator.grantTokens(grant);
  return backTo(asked, { id_token, access_token, token_type: 'Bearer', expires_in: String(expires_in) }, '#');
}
