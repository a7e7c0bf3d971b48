import { CONNECT, connectionOf } from '../../access/connection';
import { postureRule, type Violation } from '../../findings/rule';
import type { HttpApi, Unknown } from '../../model';
import { nameOf } from '../../model/located';
import { isUnknown } from '../../model/value';

export const openWebsocket = postureRule({
  id: 'open-websocket',
  severity: 'critical',
  title: 'Public WebSocket API',
  why: 'A WebSocket API authorizes callers once, at $connect; without that route it accepts every connection. Every later message passes without authorization, whatever its own route says.',
  remediation: 'Give the API a $connect route with an authorizer or AWS_IAM.',
  page: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-websocket-api-control-access.html',
  replaces: ['CKV_AWS_309'],
  find: ({ httpApis }) =>
    httpApis
      .filter((api) => api.protocol === 'WEBSOCKET' && api.routes.length > 0 && connectionOf(api) === 'open')
      .flatMap(openings),
});

function openings(api: HttpApi<Unknown>): readonly Violation[] {
  const subject = `WebSocket API ${nameOf(api)}`;
  // An authorizer in the wrong place looks like a guard.
  const useless = api.routes.filter(
    ({ routeKey, auth }) => routeKey !== CONNECT && !isUnknown(auth) && auth.kind !== 'none',
  );
  if (useless.length > 0)
    return useless.map((route) => ({
      at: route,
      subject,
      message: `Anyone on the internet can connect and send every message: the authorization of ${String(route.routeKey)} is never checked, only that of $connect.`,
    }));
  const connect = api.routes.find(({ routeKey }) => routeKey === CONNECT);
  const why = connect ? '' : ': it has no $connect route';
  return [{ at: connect ?? api, subject, message: `Anyone on the internet can connect and send every message${why}.` }];
}
