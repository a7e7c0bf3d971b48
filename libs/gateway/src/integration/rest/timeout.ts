import { isLate } from '@gatehouse/construct-kit';
import { type BindingRoute } from '../integration';

/** @throws ConstructError for a time that API Gateway never waits. */
export function restTimeout({ check }: Pick<BindingRoute, 'check'>, milliseconds = 29_000): number {
  const allowed =
    isLate(milliseconds) || (Number.isInteger(milliseconds) && milliseconds >= 50 && milliseconds <= 300_000);
  const fix = 'Above 29000 the quota must be raised; 300000 is the most that the provider takes';
  check(allowed, 'a timeout from 50 to 300000 milliseconds', milliseconds, fix);
  return milliseconds;
}
