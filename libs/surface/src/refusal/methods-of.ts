import type { RestApi, Unknown } from '../model';
import { isUnknown } from '../model/value';

/** Verbs that a setting or a limit of a method can name. */
export const VERBS = ['ANY', 'DELETE', 'GET', 'HEAD', 'OPTIONS', 'PATCH', 'POST', 'PUT'];

/**
 * The methods of an API as `/reports/{id} GET`, those that `ANY` stands for too. Undefined: not all of them are known;
 * they may be in a configuration of their own.
 */
export function methodsOf({ managed, complete, routes }: RestApi<Unknown>): ReadonlySet<string> | undefined {
  const known = managed && complete && routes.length > 0;
  if (!known || routes.some(({ path, method }) => isUnknown(path) || isUnknown(method))) return undefined;
  return new Set(
    routes.flatMap(({ path, method }) =>
      (method === 'ANY' ? VERBS : [String(method)]).map((verb) => `${String(path)} ${verb}`),
    ),
  );
}
