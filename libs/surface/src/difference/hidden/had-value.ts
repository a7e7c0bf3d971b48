import type { Located, Unknown } from '../../model';
import { textOf } from '../../model/value';
import type { Comparison } from '../comparison';

/**
 * Whether an unknown value is made from an object that an earlier text has the name of: it is the same thing made again, and the
 * object's own change tells.
 */
export const hadValue = (
  part: Located,
  value: Unknown,
  earlier: string,
  { changeAt }: Pick<Comparison, 'changeAt'>,
): boolean =>
  value.references?.some((reference) => had(value.stack ?? part.stack, reference, earlier, changeAt)) ?? false;

/** `aws_x.y.arn`: whether what the object had there is in the earlier value. */
function had(stack: string | undefined, reference: string, earlier: string, changeAt: Comparison['changeAt']): boolean {
  for (let end = reference.lastIndexOf('.'); end > 0; end = reference.lastIndexOf('.', end - 1)) {
    const change = changeAt({ address: reference.slice(0, end), stack });
    if (!change) continue;
    const value = change.before?.[reference.slice(end + 1).replace(/[.[].*/, '')];
    const text = textOf(value);
    return Boolean(text && earlier.includes(text));
  }
  return false;
}
