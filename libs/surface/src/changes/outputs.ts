import { describeKind, isObject, UnreadableError } from '../terraform/unreadable';
import { actionOf } from './action';
import type { PlanChanges } from './planned-change';

/** Which outputs change; what they are is never copied. */
export function readOutputs(outputs: unknown, where: string): PlanChanges['outputs'] {
  if (outputs === undefined || outputs === null) return [];
  if (!isObject(outputs)) throw new UnreadableError(`${where}: output_changes`, 'an object', describeKind(outputs));
  return Object.entries(outputs).flatMap(([name, change]) => {
    if (!isObject(change) || !Array.isArray(change['actions'])) {
      throw new UnreadableError(`${where}: output_changes.${name}`, 'a change with actions', describeKind(change));
    }
    const action = actionOf(change['actions']);
    const sensitive = change['before_sensitive'] === true || change['after_sensitive'] === true;
    return action === 'no-op' ? [] : [{ name, action, sensitive }];
  });
}
