import { isUnknown } from '../../model/value';
import { coverage } from '../covering';
import { at, type Difference, type DifferenceRule } from '../rule';
import { isPublic, showGuard } from '../guards';
import type { AnyRoute } from '../routes';

export const routePublic: DifferenceRule = {
  id: 'route-public',
  severity: 'critical',
  title: 'A guarded route becomes public',
  why: 'A method whose authorization is NONE asks nobody who they are: what needed a token yesterday answers everyone today.',
  remediation:
    'Give the route its authorizer back. If everyone may call it, acknowledge this with the reason.',
  page: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-control-access-to-api.html',
  find: ({ routes }) => {
    const before = coverage(routes.flatMap((pair) => pair.before ?? []));
    const after = coverage(routes.flatMap((pair) => pair.after ?? []));
    return routes.flatMap((pair) => {
      // `ANY` and greedy routes answer what has no route of its own, on either side.
      const was = pair.before ?? (pair.after && before(pair.after));
      const now = pair.after ?? (pair.before && after(pair.before));
      if (!was || !now || isUnknown(was.guard) || isPublic(was) || !isPublic(now)) return [];
      return was.preflight || now.preflight ? [] : [difference((pair.before ?? now).title, was, now)];
    });
  },
};

function difference(title: string, was: AnyRoute, now: AnyRoute): Difference {
  const by = now.title === title ? '' : `, by ${now.title}`;
  const guarded = was.title === title ? '' : `, which ${was.title} guarded`;
  const reason = now.publicReason === undefined ? '.' : `; the code says why: ${now.publicReason}`;
  return {
    ...at(now),
    subject: title,
    message: `${now.api.anyone} can call ${title} without a token${by}${guarded}${reason}`,
    before: showGuard(was),
    after: showGuard(now),
  };
}
