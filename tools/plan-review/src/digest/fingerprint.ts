import { hash } from 'node:crypto';
import type { PlannedChange } from '@gatehouse/surface';
import { printablePath } from '../build/printable-path';
import { canonical } from './canonical';

type Values = Readonly<Record<string, unknown>> | undefined;

/** What a provider counts or dates by itself: different at every plan, and nobody's decision. */
const NOISE: ReadonlySet<string> = new Set([
  'created_date',
  'creation_date',
  'estimated_number_of_users',
  'last_modified',
  'last_modified_date',
  'last_updated_date',
]);

/** What an object that goes away is known by. */
const IDENTITY = ['id', 'arn', 'name'] as const;

/**
 * The same for two plans exactly if the change means the same in both. Has no value of a secret in it: of those it only
 * says that they change.
 */
export function fingerprint(change: PlannedChange): string {
  const { address, deposed, previousAddress, action, imported, type, replacePaths, changed, before, after } =
    change;
  const meaning = {
    address,
    deposed,
    previousAddress,
    // An action that is not known here is told apart by what the plan calls it.
    action: action === 'unknown' ? change.actions : action,
    imported,
    type,
    forcedBy: replacePaths.map(printablePath).sort(),
    changed: changed.filter((name) => !NOISE.has(name)).sort(),
    was: action === 'create' ? undefined : identity(before),
    before: action === 'update' || action.startsWith('replace') ? pick(before, changed) : undefined,
    after: action === 'create' ? pick(after, Object.keys(after ?? {})) : pick(after, changed),
  };
  return hash('sha256', canonical(meaning), 'hex').slice(0, 32);
}

function pick(values: Values, names: readonly string[]): Values {
  if (!values) return undefined;
  const picked: Record<string, unknown> = {};
  for (const name of names) if (!NOISE.has(name)) picked[name] = values[name];
  return picked;
}

const identity = (before: Values): unknown[] => IDENTITY.map((name) => before?.[name]);
