import { covers } from '../iam/severity';
import { isObject } from '../terraform/unreadable';
import { isControlling } from './control';
import type { Guarded } from './guarded';
import { statementsIn } from './plain';

/**
 * What a changed policy gives principals of the own account by name, in words. Policies of their own may give as much, so that
 * it is no gain; with a key or a secret the policy decides all the same.
 */
export function controlGiven(
  { after, before, holder, name }: Guarded,
  was: unknown,
  now: unknown,
  own?: string,
): string | undefined {
  if (!['kms', 'secret'].includes(holder.type) || (before.owner === undefined && after.owner !== undefined)) return;
  const old = (statementsIn(was) ?? []).flatMap(rightsOf);
  const found = (statementsIn(now) ?? [])
    .flatMap(rightsOf)
    .filter(
      ({ action, who }) => who.includes(own ?? 'not known') && isControlling(action) && !isRootOfKey(who, holder.type),
    )
    .find(({ action, who }) => !old.some((each) => each.who === who && covers(each.action, action)));
  return found && `${found.who} gets ${found.action} on ${holder.noun} ${name} by its policy.`;
}

/** Of a key, what its account gains is a gain. */
const isRootOfKey = (who: string, type: string): boolean => type === 'kms' && !/:(user|role|assumed-role)\//.test(who);

const rightsOf = (statement: unknown): { readonly action: string; readonly who: string }[] => {
  if (!isObject(statement) || statement['Effect'] !== 'Allow' || !isObject(statement['Principal'])) return [];
  if (isObject(statement['Condition']) && Object.keys(statement['Condition']).length > 0) return [];
  const texts = (value: unknown) => [value].flat().filter((each): each is string => typeof each === 'string');
  return texts(statement['Principal']['AWS'])
    .filter((who) => who !== '*')
    .flatMap((who) => texts(statement['Action']).map((action) => ({ action, who })));
};
