import { readAuthorizationRequest } from '../authorization-request';
import { type Handler } from '../context';
import { sessionsOf, withoutSession } from '../cookies';
import { PageError } from '../errors';
import { type DoorRequest } from '../http';
import { clientOf, type DoorPool } from '../pool';
import { redirect } from '../redirect';

/**
 * `GET /logout`: ends the session of this browser; tokens stay valid, and so does the session at another provider.
 * https://docs.aws.amazon.com/cognito/latest/developerguide/logout-endpoint.html
 */
export const logout: Handler = async ({ emulator, pool, request }) => {
  const location = nextPage(request, pool);
  const { session } = await emulator.findSession(sessionsOf(request));
  if (session !== undefined) await emulator.closeSession(session);
  return redirect(location, [withoutSession(request, session)]);
};

/** A registered sign-out URL, or the sign-in page. */
function nextPage({ query, search }: DoorRequest, pool: DoorPool): string {
  const clientId = query.get('client_id');
  if (!clientId) throw new PageError("Required String parameter 'client_id' is not present");
  const client = clientOf(pool, clientId);
  if (!client) throw new PageError('Client does not exist.', clientId);
  const uris = query.getAll('logout_uri');
  const [uri] = uris;
  if (uri !== undefined) {
    if (uris.length === 1 && client.oauthEnabled && client.logoutUrls.includes(uri)) return uri;
    throw new PageError('Invalid request: logout_uri is not a sign-out URL of this client', clientId);
  }
  if (!query.has('redirect_uri')) {
    throw new PageError("Required parameter 'logout_uri' or 'redirect_uri' is not present", clientId);
  }
  readAuthorizationRequest(query, pool);
  return `/login${search}`;
}
