import { isObject } from '../terraform/unreadable';
import { changedArguments } from './changed';

/**
 * Whether an entry of `resource_drift` says nothing: providers read "not set" back in another form than they wrote it. Most of
 * drift is that.
 */
export function isNoise({ change, previous_address: previous }: Readonly<Record<string, unknown>>): boolean {
  if (!isObject(change) || previous !== undefined || String(change['actions']) !== 'update') return false;
  return changedArguments(change['before'], change['after'], change['after_unknown']).length === 0;
}
