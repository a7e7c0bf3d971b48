import { describeKind, isObject, UnreadableError } from '../terraform/unreadable';
import { actionOf } from './action';
import type { PlanChanges } from './planned-change';

/**
 * Which outputs change; what they are is never copied.
 *
 * @param isMarked whether the configuration marks it sensitive; undefined: it does not say. A change is marked by either side
 * @param isSecret whether an output that is not marked sensitive has a secret in it
 */
export function readOutputs(
  outputs: unknown,
  where: string,
  isMarked: (name: string) => boolean | undefined,
  isSecret: (name: string, value: unknown) => boolean,
): PlanChanges['outputs'] {
  if (outputs === undefined || outputs === null) return [];
  if (!isObject(outputs)) throw new UnreadableError(`${where}: output_changes`, 'an object', describeKind(outputs));
  return Object.entries(outputs).flatMap(([name, change]) => {
    if (!isObject(change) || !Array.isArray(change['actions'])) {
      throw new UnreadableError(`${where}: output_changes.${name}`, 'a change with actions', describeKind(change));
    }
    const action = actionOf(change['actions']);
    if (action === 'no-op') return [];
    const [was, becomes] = [change['before_sensitive'] === true, change['after_sensitive'] === true];
    const isShown = action !== 'delete' && !(isMarked(name) ?? becomes);
    const revealed = isShown && ((was && action !== 'create') || isSecret(name, change['after']));
    return [{ name, action, sensitive: was || becomes, ...(revealed && { revealed }) }];
  });
}
