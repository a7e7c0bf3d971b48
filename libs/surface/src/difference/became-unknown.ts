import type { Located, Unknown } from '../model';
import { isUnknown } from '../model/value';
import { isObject } from '../terraform/unreadable';
import type { Comparison } from './comparison';

/**
 * Whether a value that was known is not any more, and nothing says that it stays the same. An unknown value that is made
 * from an object which had that value before is the same thing made again: the object's own change tells.
 */
export function becameUnknown(
  part: Located,
  before: unknown,
  after: unknown,
  { changeAt }: Pick<Comparison, 'changeAt'>,
): boolean {
  const open = unknowns(after);
  // Hidden on both sides: that a secret changes is among the changes, by its name.
  if (open.length === 0 || unknowns(before).length > 0) return false;
  const change = changeAt({ ...part, address: part.address.split('#')[0] ?? '' });
  const text = JSON.stringify(before ?? null);
  return open.some((value) => {
    if (value.sensitive) return true;
    // The provider chooses, as it does for every new object.
    if (!value.references) return change?.action === 'update';
    return !value.references.some((reference) => hadValue(part, value, reference, text, changeAt));
  });
}

/** `aws_x.y.arn`: whether what the object had there is in the earlier value. */
function hadValue(
  { stack }: Located,
  value: Unknown,
  reference: string,
  earlier: string,
  changeAt: Comparison['changeAt'],
): boolean {
  const place = value.stack ?? stack;
  for (let end = reference.lastIndexOf('.'); end > 0; end = reference.lastIndexOf('.', end - 1)) {
    const change = changeAt({
      address: reference.slice(0, end),
      ...(place === undefined ? {} : { stack: place }),
    });
    if (!change) continue;
    const had = change.before?.[reference.slice(end + 1).replace(/[.[].*/, '')];
    return typeof had === 'string' && had !== '' && earlier.includes(had);
  }
  return false;
}

/** Whether any part of a value is unknown. */
export function hasUnknown(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  if (isUnknown(value)) return true;
  for (const key in value) if (hasUnknown((value as Record<string, unknown>)[key])) return true;
  return false;
}

function unknowns(value: unknown): readonly Unknown[] {
  if (isUnknown(value)) return [value];
  if (Array.isArray(value)) return value.flatMap(unknowns);
  return isObject(value) ? Object.values(value).flatMap(unknowns) : [];
}
