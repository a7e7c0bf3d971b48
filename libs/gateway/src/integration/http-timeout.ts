import { isLate } from '@gatehouse/construct-kit';
import { type BindingRoute } from './integration';

/** @throws ConstructError for a time that an HTTP API does not wait. */
export function httpTimeout({ check }: Pick<BindingRoute, 'check'>, milliseconds = 30_000): number {
  const allowed =
    isLate(milliseconds) || (Number.isInteger(milliseconds) && milliseconds >= 50 && milliseconds <= 30_000);
  check(allowed, 'a timeout from 50 to 30000 milliseconds', milliseconds, 'An HTTP API waits no longer');
  return milliseconds;
}
