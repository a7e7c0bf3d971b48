import type { Located, Unknown } from '../model';
import { placeOf } from '../model/located';
import { isUnknown } from '../model/value';
import type { Comparison } from './comparison';

type Arn = string | Unknown | undefined;

interface TriggerFunctions {
  /** Whether two values name different functions; the same with another version or alias is not. */
  readonly differ: (at: Located, before: Arn, after: Arn) => boolean;
  /** `function sign-up` */
  readonly shown: (at: Located, arn: Arn) => string;
}

/** Names of functions by their ARN, or by the resource of the plan that an unknown ARN is made from. */
export function triggerFunctions({ changeAt }: Pick<Comparison, 'changeAt'>): TriggerFunctions {
  const changeOf = ({ stack }: Located, { references, stack: other }: Unknown) => {
    const addresses = (references ?? []).flatMap((reference) => FUNCTION.exec(reference)?.[0] ?? []);
    const found = addresses.flatMap((address) => changeAt({ address, stack: other ?? stack }) ?? []);
    return new Set(found.map(placeOf)).size === 1 ? found[0] : undefined;
  };
  const nameIn = (at: Located, arn: Arn): string | undefined => {
    if (arn === undefined) return undefined;
    if (!isUnknown(arn)) return arn.split(':')[6] ?? arn;
    const { before, after } = changeOf(at, arn) ?? {};
    const name = after?.['function_name'] ?? before?.['function_name'];
    return typeof name === 'string' ? name : undefined;
  };
  return {
    differ: (at, before, after) => {
      // Hidden on both sides, or not known yet: reported with what else is.
      if (before === undefined || isUnknown(before) || after === undefined) return false;
      if (!isUnknown(after)) return functionOf(before) !== functionOf(after);
      const name = nameIn(at, after);
      return name !== undefined && name !== nameIn(at, before);
    },
    shown: (at, arn) => {
      const name = nameIn(at, arn) ?? (isUnknown(arn) ? arn.references?.[0]?.replace(/\.[a-z_]+$/, '') : undefined);
      return name === undefined ? 'a function' : `function ${name}`;
    },
  };
}

const FUNCTION = /^(?:module\.[^.]+\.)*aws_lambda_(?:function|alias)\.[^.]+/;

/** Without the version or alias. */
const functionOf = (arn: string): string => arn.split(':').slice(0, 7).join(':');
