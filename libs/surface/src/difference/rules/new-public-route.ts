import { isPublic, type Route } from '../../access/route';
import { isUnknown } from '../../model/value';
import { differenceRule, type Violation } from '../../findings/rule';
import { byTitle } from '../by-title';
import { takeovers } from '../takeovers';
import { isOpened } from './route-public';

export const newPublicRoute = differenceRule({
  id: 'new-public-route',
  severity: 'high',
  title: 'New public route',
  why: 'A route without an authorizer answers everyone who knows its address, and addresses of APIs are found.',
  remediation:
    'Give the route an authorizer or AWS_IAM. If it must be public, say why where it is declared, or suppress the finding.',
  page: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-control-access-to-api.html',
  sameFactAs: ['public-route', 'api-key-only', 'open-websocket'],
  find: ({ routes }) => {
    const answers = takeovers(routes);
    return routes
      .filter((pair) => !isOpened(pair))
      .flatMap(byTitle)
      .flatMap(({ before, after }): Violation[] => {
        if (before || !after || after.preflight || !isPublic(after)) return [];
        const earlier = answers(after).map((pair) => pair.before);
        // A route guarded these calls, which is another rule's matter.
        if (earlier.some(isGuarded)) return [];
        // Everyone could call it before, by routes that took all of these calls.
        if (earlier.length > 0 && earlier.every((route) => route && isPublic(route))) return [];
        const { api, title, publicReason: known } = after;
        const reason = known === undefined ? '.' : `; the code says why: ${known}`;
        return [
          {
            at: after,
            subject: title,
            severity: known === undefined ? undefined : 'medium',
            message: `${api.anyone} can call the new ${title} without a token${reason}`,
            after: 'public',
          },
        ];
      });
  },
});

const isGuarded = (route: Route | undefined): boolean =>
  route !== undefined && !isUnknown(route.guard) && !isPublic(route);
