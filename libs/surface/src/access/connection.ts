import type { HttpApi, Unknown } from '../model';
import { isUnknown } from '../model/value';

/** The route that a WebSocket API asks once, when a client connects; the only one whose authorization counts. */
export const CONNECT = '$connect';

/**
 * Who may connect to a WebSocket API. Without a `$connect` route everyone may.
 *
 * @returns `unknown` where another configuration may have that route, or its guard is known only after the apply
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-websocket-api-route-keys-connect-disconnect.html
 */
export function connectionOf({ routes, managed, complete }: HttpApi<Unknown>): 'open' | 'checked' | 'unknown' {
  const connect = routes.find(({ routeKey }) => routeKey === CONNECT);
  if (connect === undefined)
    return managed && complete && !routes.some(({ routeKey }) => isUnknown(routeKey)) ? 'open' : 'unknown';
  if (isUnknown(connect.auth)) return 'unknown';
  return connect.auth.kind === 'none' && connect.apiKeyRequired === false ? 'open' : 'checked';
}
