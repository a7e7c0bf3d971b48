import { hash } from 'node:crypto';
import type { PlannedChange } from '@gatehouse/surface';
import { COUNTED } from '@gatehouse/surface/mirrored';
import { printablePath } from '../build/printable-path';
import { canonical, isUnset } from './canonical';

type Values = Readonly<Record<string, unknown>> | undefined;

/** What an object that goes away is known by. */
const IDENTITY = ['id', 'arn', 'name'] as const;

/**
 * The same for two plans exactly if the change means the same in both. Has no value of a secret in it: of those it only
 * says that they change.
 */
export function fingerprint(change: PlannedChange): string {
  const { address, deposed, previousAddress, action, imported, type, replacePaths, before, after } = change;
  const changed = sorted(change.changed);
  // Of an unknown action the plan's own word counts.
  let meaning = JSON.stringify([
    ...[address, deposed, previousAddress, imported, type],
    action === 'unknown' ? change.actions : action,
    sorted(replacePaths.map(printablePath)),
    changed,
  ]);
  if (action !== 'create') meaning += `\nwas ${values(before, IDENTITY)}`;
  if (action === 'update' || action.startsWith('replace')) meaning += `\nbefore ${values(before, changed)}`;
  meaning += `\nafter ${values(after, action === 'create' ? sorted(Object.keys(after ?? {})) : changed)}`;
  return hash('sha256', meaning, 'hex').slice(0, 32);
}

/** Names in order, without those that say nothing. */
const sorted = (names: readonly string[]): readonly string[] =>
  names.length === 0 ? names : names.filter((name) => !COUNTED.has(name)).sort();

function values(of: Values, names: readonly string[]): string {
  let text = '';
  for (const name of names) {
    const value = of?.[name];
    if (!isUnset(value)) text += `${name}:${canonical(value)},`;
  }
  return text;
}
