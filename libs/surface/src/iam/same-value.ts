import { isUnknown } from '../model/value';
import { unknownsIn } from '../terraform/convert';

/**
 * Whether two values are one, also where both name the same thing that is not known yet, as two versions of code do. A secret, or
 * what nothing is said of, is never the same as something.
 */
export function isSameValue(one: unknown, other: unknown): boolean {
  if (isUnknown(one) || isUnknown(other)) return false;
  if (one === other) return true;
  if (typeof one !== 'object' || typeof other !== 'object') return false;
  const isNamed = unknownsIn(one).every(({ references, sensitive }) => references !== undefined && !sensitive);
  return isNamed && JSON.stringify(one) === JSON.stringify(other);
}
