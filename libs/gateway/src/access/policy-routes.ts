import { didYouMean } from '@gatehouse/checks';
import { describe } from '@gatehouse/construct-kit';
import { isVariable } from '../route/route-key';
import { type ApiPolicyStatement } from './resource-policy';

/**
 * Mistakes in the routes that a policy names, at synthesis: routes may come after the policy. A Deny of a route that the API does not
 * have refuses nobody.
 *
 * @param keys of the routes that the API has
 * @param preflights whether API Gateway answers OPTIONS for each of their paths
 */
export function unknownRoutes(
  policy: readonly ApiPolicyStatement[],
  keys: readonly string[],
  preflights: boolean,
): string[] {
  return policy.flatMap(({ effect, routes = [] }, index) =>
    routes
      .filter((route) => !keys.some((key) => meets(route, key, preflights)))
      .map((route) =>
        describe({
          prop: `policy[${index}].routes`,
          expected: 'a route of the API',
          found: route,
          fix: `${effect === 'Deny' ? 'It would refuse nobody' : 'It would let in nobody'}: ${didYouMean(route, keys) ?? 'correct the route, or add it to the API'}`,
        }),
      ),
  );
}

/** Whether a request can be both what a policy names and what a route takes. */
function meets(named: string, key: string, preflights: boolean): boolean {
  const [namedVerb, namedPath = ''] = named.split(' ');
  const [verb, path = ''] = key.split(' ');
  const sameVerb = [namedVerb, verb].includes('ANY') || namedVerb === verb || (preflights && namedVerb === 'OPTIONS');
  return sameVerb && pathsMeet(namedPath.split('/'), path.split('/'));
}

/** In a policy a parameter stands for slashes as well. */
function pathsMeet([named, ...moreNamed]: readonly string[], [part, ...more]: readonly string[]): boolean {
  if (named === undefined || part === undefined) return named === part;
  if ((isVariable(named) && moreNamed.length === 0) || part.endsWith('+}')) return true;
  return (named === part || isVariable(named) || isVariable(part)) && pathsMeet(moreNamed, more);
}
