import { titleOf } from '../../access/route';
import { groupBy } from '../../group-by';
import type { RestApi, RestRoute, Unknown } from '../../model';
import { nameOf } from '../../model/located';
import { isUnknown } from '../../model/value';
import { refusalRule, type Violation } from '../../findings/rule';
import { violationsAt } from '../../findings/violations';

export const restPathInvalid = refusalRule({
  id: 'rest-path-invalid',
  severity: 'high',
  title: 'Path of a REST API that is refused',
  why: 'A part of a path is text or one variable, {name+} is the last part, and at one place of the tree there is one variable and one method of each verb.',
  remediation:
    'Give the variable at this place one name in all paths, and remove one of two methods that are the same.',
  page: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-method-settings-method-request.html',
  find: ({ apis }) => apis.flatMap((api) => [...malformed(api), ...siblings(api), ...twice(api)]),
});

const PART = /^(\{[\w.:-]+\+?\}|[^{}\s]+)$/;

const partsOf = ({ path }: RestRoute<Unknown>): readonly string[] =>
  isUnknown(path) || path === '/' ? [] : path.slice(1).split('/');

/** An import takes a slash at the end of a path. */
const isImported = ({ address }: RestRoute<Unknown>): boolean => address.includes('#');

function malformed({ routes }: RestApi<Unknown>): Violation[] {
  return routes.flatMap((route) => {
    const parts = partsOf(route);
    const wrong = parts.find((part) => !PART.test(part) && !(part === '' && isImported(route)));
    const greedy = parts.slice(0, -1).find((part) => part.endsWith('+}'));
    const path = String(route.path);
    return violationsAt(route, titleOf(route), [
      {
        when: wrong !== undefined,
        message: `API Gateway refuses the part "${String(wrong)}" of the path ${path}; it must be text, or one variable such as {id}.`,
        after: path,
      },
      {
        when: greedy !== undefined,
        message: `API Gateway refuses the path ${path}, because ${String(greedy)} takes everything below it.`,
        after: path,
      },
    ]);
  });
}

/** Whichever variable Terraform makes first, the other one fails. Each is reported once. */
function siblings({ routes }: RestApi<Unknown>): Violation[] {
  const first = new Map<string, { readonly part: string; readonly route: RestRoute<Unknown> }>();
  const reported = new Set<string>();
  return routes.flatMap((route) =>
    partsOf(route).flatMap((part, index, parts) => {
      if (!part.startsWith('{') || !PART.test(part)) return [];
      const above = parts.slice(0, index).join('/');
      const known = first.get(above);
      if (!known) first.set(above, { part, route });
      const id = `${above} ${part}`;
      if (!known || known.part === part || reported.has(id)) return [];
      reported.add(id);
      return violationsAt(route, titleOf(route), {
        message: `API Gateway refuses ${part} in ${titleOf(route)}, because ${titleOf(known.route)} has ${known.part} at the same place.`,
        after: String(route.path),
      });
    }),
  );
}

function twice(api: RestApi<Unknown>): Violation[] {
  const known = api.routes.filter((route) => !isImported(route) && !isUnknown(route.path) && !isUnknown(route.method));
  return [...groupBy(known, titleOf).values()].flatMap(([first, ...others]) =>
    others.flatMap((route) =>
      violationsAt(route, titleOf(route), {
        message: `API Gateway refuses a second ${titleOf(route)} in ${nameOf(api)}; ${String(first?.address)} is the first.`,
      }),
    ),
  );
}
