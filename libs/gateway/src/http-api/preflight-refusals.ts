import { describe } from '@gatehouse/construct-kit';
import { type GuardedRoute } from '../access/invoke-grants';

/**
 * What is wrong with an API that pages may call: `$default` and `ANY` take preflights too, which carry no token, and API Gateway refuses
 * them before it answers for CORS. An open route for them needs an integration, so that its author says what it reaches.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-cors.html
 */
export function refusedPreflights(routes: ReadonlyMap<string, GuardedRoute>): string[] {
  return [...routes].flatMap(([key, { auth }]) => {
    const asked = preflightRoute(key);
    if (asked === undefined || auth.kind === 'public' || routes.get(asked)?.auth.kind === 'public') return [];
    const fix =
      `Add the route '${asked}' with auth: Auth.public('preflights carry no token') and an integration` +
      ', or write the route for single verbs, such as GET';
    return [
      describe({ prop: `${key}, auth`, expected: `the public route ${asked}, because of cors`, found: undefined, fix }),
    ];
  });
}

/** Which open route answers the preflights that a guarded route would refuse; undefined where it takes none. */
function preflightRoute(key: string): string | undefined {
  if (key === '$default') return 'OPTIONS /{proxy+}';
  return key.startsWith('ANY ') ? key.replace('ANY', 'OPTIONS') : undefined;
}
