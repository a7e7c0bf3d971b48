import { isUnknown } from '../../model/value';
import { coverage } from '../covering';
import { isPublic } from '../guards';
import { at, type Difference, type DifferenceRule } from '../rule';

export const newPublicRoute: DifferenceRule = {
  id: 'new-public-route',
  severity: 'high',
  title: 'A new route is public',
  why: 'A route without an authorizer answers everyone who knows its address, and addresses of APIs are found.',
  remediation: 'Give the route an authorizer. If everyone may call it, say why where it is declared.',
  page: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-control-access-to-api.html',
  find: ({ routes }) => {
    const before = coverage(routes.flatMap((pair) => pair.before ?? []));
    return routes.flatMap(({ before: same, after }): Difference[] => {
      if (same || !after || after.preflight || !isPublic(after)) return [];
      const answered = before(after);
      // Everyone could call it before, by a route that took all of these calls; or that one guarded them, which is another
      // rule's matter.
      if (answered && !isUnknown(answered.guard)) return [];
      const known = after.publicReason;
      const reason = known === undefined ? '.' : `; the code says why: ${known}`;
      return [
        {
          ...at(after),
          subject: after.title,
          ...(known === undefined ? {} : { severity: 'medium' as const }),
          message: `${after.api.anyone} can call the new ${after.title} without a token${reason}`,
          after: 'public',
        },
      ];
    });
  },
};
