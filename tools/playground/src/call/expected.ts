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

/**
 * The access table and the answer, in words.
 *
 * @param status absent: nothing was answered
 */
export function compared(expected: boolean | undefined, status: number | undefined): string {
  if (expected === undefined) return 'depends on the request';
  if (status === undefined) return expected ? 'should be let in' : 'should be refused';
  const refused = status === 401 || status === 403;
  if (expected === refused) return expected ? 'refused, should be let in' : 'let in, should be refused';
  return expected ? 'let in, as expected' : 'refused, as expected';
}
