import { isUnknown } from '../model/value';
import type { Configuration, Instance } from '../terraform/configuration';
import { isClear, maskValue } from '../terraform/mask';
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

/**
 * One entry of `resource_changes`, `resource_drift`, or of a deferred change.
 *
 * @param where the list; with the index for messages
 */
export function readChange(
  raw: unknown,
  where: string,
  index: number,
  stack: string | undefined,
  configuration: Configuration,
): ReadChange {
  const { address, type, name, change, actions, entry } = checked(raw, `${where}[${index}]`);
  const mode = entry['mode'] === 'data' ? 'data' : 'managed';
  const action = actionOf(actions);
  const stays = action === 'no-op';
  const { before: was, after: becomes, after_unknown: afterUnknown } = change;
  const sensitive = [change['before_sensitive'], change['after_sensitive']].filter((mask) => !isClear(mask));
  const isNew = action !== 'update' && !stays;
  const side = { entry, type, configuration, sensitive, isNew };
  const before = isObject(was) ? hidden(side, was, undefined) : undefined;
  const there = isObject(becomes) || afterUnknown === true;
  const after = stays ? before : there ? hidden(side, becomes, afterUnknown) : undefined;
  const read: { -readonly [K in keyof PlannedChange]: PlannedChange[K] } = {
    address,
    type,
    name: String(name),
    mode,
    action,
    actions,
    imported: isObject(change['importing']),
    replacePaths: paths(change['replace_paths']),
    before: argumentsOf(before, was),
    after: argumentsOf(after, isObject(becomes) ? becomes : was),
    changed: stays ? NONE : changedArguments(was, becomes, afterUnknown),
  };
  if (stack !== undefined) read.stack = stack;
  if (entry['deposed'] !== undefined) read.deposed = String(entry['deposed']);
  if (typeof entry['previous_address'] === 'string') read.previousAddress = entry['previous_address'];
  if (typeof entry['action_reason'] === 'string') read.reason = entry['action_reason'];
  return { before, after, change: read };
}

function checked(entry: unknown, where: string) {
  if (!isObject(entry)) throw new UnreadableError(where, 'a resource change', describeKind(entry));
  const { type, name, change } = entry;
  const address = entry['address'] ?? addressOf(entry);
  if (typeof address !== 'string' || typeof type !== 'string')
    throw new UnreadableError(where, 'a resource change with address and type', describeKind(entry));
  const actions = isObject(change) ? change['actions'] : undefined;
  if (!isObject(change) || !Array.isArray(actions) || actions.length === 0)
    throw new UnreadableError(`${where} (${address})`, 'a change with actions', describeKind(change));
  checkSides(change, actions, `${where} (${address})`);
  return { entry, address, type, name, change, actions };
}

/** Terraform 0.15.4 to 1.0 wrote drift without addresses. */
const addressOf = (entry: Record<string, unknown>): string | undefined => {
  const { module, name, key } = instanceOf(entry);
  if (typeof entry['type'] !== 'string' || typeof entry['name'] !== 'string') return undefined;
  return `${module === '' ? '' : `${module}.`}${name}${key}`;
};

/** An object that is not shown would look as if nothing were known against it. */
function checkSides(change: Record<string, unknown>, actions: readonly unknown[], where: string): void {
  const needs = (side: string, ...wanted: readonly string[]) => {
    if (isObject(change[side]) || !actions.some((action) => wanted.includes(String(action)))) return;
    if (side === 'after' && change['after_unknown'] === true) return;
    throw new UnreadableError(`${where}: ${side}`, 'the object', describeKind(change[side]));
  };
  needs('before', 'update', 'delete', 'no-op', 'forget');
  needs('after', 'create', 'update', 'no-op');
}

interface Side {
  readonly entry: Record<string, unknown>;
  readonly type: string;
  readonly configuration: Configuration;
  readonly sensitive: readonly unknown[];
  /** The object after the change is another one than before. */
  readonly isNew: boolean;
}

/** One side of a change without its secrets. */
const hidden = ({ entry, type, configuration, sensitive, isNew }: Side, values: unknown, unknown: unknown): unknown =>
  hideSecrets(
    type,
    maskValue(values, { unknown, sensitive }, () => configuration.expressionOf(instanceOf(entry), isNew)),
  );

/** Which configuration an entry is an instance of. */
function instanceOf({ module_address: module, mode, type, name, index }: Record<string, unknown>): Instance {
  return {
    module: typeof module === 'string' ? module : '',
    name: `${mode === 'data' ? 'data.' : ''}${String(type)}.${String(name)}`,
    key: index === undefined || index === null ? '' : `[${JSON.stringify(index)}]`,
  };
}

/** An object that is unknown or secret as a whole is that in every argument; its names are no secret. */
function argumentsOf(side: unknown, named: unknown): Readonly<Record<string, unknown>> | undefined {
  if (!isUnknown(side)) return isObject(side) ? side : undefined;
  return Object.fromEntries(Object.keys(isObject(named) ? named : {}).map((name) => [name, side]));
}

const paths = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.map((path) => (Array.isArray(path) ? path.join('.') : String(path))) : NONE;

/** Most changes have none. */
const NONE: readonly string[] = Object.freeze([]);
