import { accessOf } from '../../access/access';
import { knownItems } from '../../model/lists';
import { isUnknown } from '../../model/value';
import { refusalRule } from '../../findings/rule';
import { violationsAt } from '../../findings/violations';

const MOST = 10;

export const tooManyRouteScopes = refusalRule({
  id: 'too-many-route-scopes',
  severity: 'high',
  title: 'Too many scopes of a route',
  why: `A route of an HTTP API has at most ${MOST} scopes, of which a token needs any one. AWS does not raise this quota.`,
  remediation: 'Define one scope for what the route does, and give it to every client that may call it.',
  page: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-quotas.html',
  find: (surface) =>
    accessOf(surface).routes.flatMap((route) => {
      if (route.kind !== 'http' || isUnknown(route.guard)) return [];
      const amount = knownItems(route.guard.scopes ?? []).length;
      return violationsAt(route, route.title, {
        when: amount > MOST,
        message: `API Gateway refuses ${amount} scopes on ${route.title}; a route has at most ${MOST}.`,
        after: String(amount),
      });
    }),
});
