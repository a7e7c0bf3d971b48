import { isLate } from '@gatehouse/construct-kit';
import { type BindingRoute } from '../integration';

/** @throws ConstructError for a time that API Gateway never waits. */
export function restTimeout(
  { check, isAtEdge = false }: Pick<BindingRoute, 'check' | 'isAtEdge'>,
  milliseconds = 29_000,
): number {
  const most = isAtEdge ? 29_000 : 300_000;
  const allowed =
    isLate(milliseconds) || (Number.isInteger(milliseconds) && milliseconds >= 50 && milliseconds <= most);
  const fix = isAtEdge
    ? 'AWS raises the quota for regional and private APIs alone: lower it, or use another endpoint, such as Endpoint.regional()'
    : 'Above 29000 the quota must be raised; 300000 is the most that the provider takes';
  check(allowed, `a timeout from 50 to ${most} milliseconds`, milliseconds, fix);
  return milliseconds;
}
