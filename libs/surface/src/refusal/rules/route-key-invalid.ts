import { isUnknown } from '../../model/value';
import { nameOf } from '../../model/located';
import { groupBy } from '../../group-by';
import type { HttpApi, Unknown } from '../../model';
import { refusalRule, type Violation } from '../../findings/rule';
import { violationsAt } from '../../findings/violations';

export const routeKeyInvalid = refusalRule({
  id: 'route-key-invalid',
  severity: 'high',
  title: 'Route key that an HTTP API refuses',
  why: 'A route of an HTTP API is $default, or a verb in upper case and a path; {name+} stands last, and two routes that differ in the names of variables alone are the same route.',
  remediation: 'Write the key as GET /reports/{id}, and remove one of two routes with the same requests.',
  page: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-routes.html',
  find: ({ httpApis }) =>
    httpApis.filter(({ protocol }) => protocol === 'HTTP').flatMap((api) => [...malformed(api), ...twice(api)]),
});

const KEY = /^(GET|PUT|POST|DELETE|PATCH|OPTIONS|HEAD|ANY) (\/\S*)$/;

function malformed({ routes }: HttpApi<Unknown>): Violation[] {
  return routes.flatMap((route) => {
    const { routeKey } = route;
    if (isUnknown(routeKey) || routeKey === '$default') return [];
    const path = KEY.exec(routeKey)?.[2];
    return violationsAt(route, routeKey, [
      {
        when: path === undefined,
        message: `API Gateway refuses the route key ${routeKey}; it must be a verb and a path, such as GET /reports, or $default.`,
      },
      {
        when: path !== undefined && /\{[^}]*\+\}./.test(path),
        message: `API Gateway refuses the route key ${routeKey}, because a variable with + must be the end of the path.`,
      },
    ]);
  });
}

/** In whichever order Terraform makes them, one of them fails. */
function twice(api: HttpApi<Unknown>): Violation[] {
  const known = api.routes.filter(({ routeKey }) => !isUnknown(routeKey));
  const same = groupBy(known, ({ routeKey }) => String(routeKey).replace(/\{[^}+]*(\+?)\}/g, '{$1}'));
  return [...same.values()].flatMap(([first, ...others]) =>
    others.flatMap((route) =>
      violationsAt(route, String(route.routeKey), {
        message: `API Gateway refuses ${String(route.routeKey)} in ${nameOf(api)}, because ${String(first?.routeKey)} takes the same requests.`,
        remediation: 'Remove one of the two.',
      }),
    ),
  );
}
