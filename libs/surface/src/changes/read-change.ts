import { isUnknown } from '../model/value';
import type { Configuration } from '../terraform/configuration';
import { maskValue } from '../terraform/mask';
import { hideSecrets } from '../terraform/secrets';
import { describeKind, isObject, UnreadableError } from '../terraform/unreadable';
import { actionOf } from './action';
import { changedArguments } from './changed';
import type { PlannedChange } from './planned-change';

/** A change, and its two sides as the readers of the surface take them. */
export interface ReadChange {
  readonly change: PlannedChange;
  readonly before: unknown;
  readonly after: unknown;
}

/** One entry of `resource_changes`, `resource_drift`, or of a deferred change. */
export function readChange(
  entry: unknown,
  where: string,
  stack: string | undefined,
  configuration: Configuration,
): ReadChange {
  if (!isObject(entry)) throw new UnreadableError(where, 'a resource change', describeKind(entry));
  const { address, type, name, change, index, deposed } = entry;
  if (typeof address !== 'string' || typeof type !== 'string') {
    throw new UnreadableError(where, 'a resource change with address and type', describeKind(entry));
  }
  const actions = isObject(change) ? change['actions'] : undefined;
  if (!isObject(change) || !Array.isArray(actions) || actions.length === 0) {
    throw new UnreadableError(`${where} (${address})`, 'a change with actions', describeKind(change));
  }
  const mode = entry['mode'] === 'data' ? 'data' : 'managed';
  const action = actionOf(actions);
  const afterUnknown = change['after_unknown'];
  const sensitive = [change['before_sensitive'], change['after_sensitive']];
  const expression = () =>
    configuration.expressionOf({
      module: text(entry['module_address']) ?? '',
      name: `${mode === 'data' ? 'data.' : ''}${type}.${String(name)}`,
      key: index === undefined || index === null ? '' : `[${JSON.stringify(index)}]`,
    });
  const side = (values: unknown, unknown: unknown) =>
    hideSecrets(type, maskValue(values, { unknown, sensitive }, expression));
  const before = isObject(change['before']) ? side(change['before'], undefined) : undefined;
  const stays = action === 'no-op';
  const becomes = isObject(change['after']) || afterUnknown === true;
  const after = stays ? before : becomes ? side(change['after'], afterUnknown) : undefined;
  const previous = text(entry['previous_address']);
  const reason = text(entry['action_reason']);
  return {
    before,
    after,
    change: {
      address,
      ...(stack === undefined ? {} : { stack }),
      type,
      name: String(name),
      mode,
      action,
      actions,
      ...(deposed === undefined ? {} : { deposed: String(deposed) }),
      ...(previous === undefined ? {} : { previousAddress: previous }),
      imported: isObject(change['importing']),
      ...(reason === undefined ? {} : { reason }),
      replacePaths: paths(change['replace_paths']),
      before: argumentsOf(before, change['before']),
      after: argumentsOf(after, isObject(change['after']) ? change['after'] : change['before']),
      changed: stays ? [] : changedArguments(change['before'], change['after'], afterUnknown),
    },
  };
}

/** An object that is unknown or secret as a whole is that in every argument; its names are no secret. */
function argumentsOf(side: unknown, named: unknown): Readonly<Record<string, unknown>> | undefined {
  if (!isUnknown(side)) return isObject(side) ? side : undefined;
  return Object.fromEntries(Object.keys(isObject(named) ? named : {}).map((name) => [name, side]));
}

const paths = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.map((path) => (Array.isArray(path) ? path.join('.') : String(path))) : [];

const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);
