import { type Route } from '../contract';

/**
 * Whether a principal gets in, by the access table.
 *
 * @param principal absent: what is shown is good for no one
 * @returns undefined where only the request tells: a Lambda authorizer, an API key
 */
export function expectedIn(route: Route, principal: string | undefined, withKey: boolean): boolean | undefined {
  if (route.apiKeyRequired && !withKey) return false;
  if (route.principals.includes('anyone')) return true;
  if (route.guard === 'custom') return undefined;
  return principal !== undefined && route.principals.includes(principal);
}
