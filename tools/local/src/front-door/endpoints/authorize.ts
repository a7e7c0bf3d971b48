import { readAuthorizationRequest } from '../authorization-request';
import { type Handler } from '../context';
import { sessionsOf } from '../cookies';
import { RedirectError } from '../errors';
import { redirect } from '../redirect';
import { answerFor } from '../sign-in/complete';

/**
 * `GET /oauth2/authorize`: a code at once for a person who is signed in, else on to where they sign in.
 * https://docs.aws.amazon.com/cognito/latest/developerguide/authorization-endpoint.html
 */
export const authorize: Handler = async ({ emulator, pool, request, signIns }) => {
  const asked = readAuthorizationRequest(request.query, pool);
  const { prompt, provider } = asked;
  const { username } = prompt.includes('login') ? {} : await emulator.findSession(sessionsOf(request));
  if (username !== undefined) return redirect(await answerFor(emulator, asked, username));
  if (prompt.includes('none')) throw new RedirectError(asked, 'login_required');
  if (provider) return signIns.begin({ asked, pool, provider, request });
  return redirect(`/login${request.search}`);
};
