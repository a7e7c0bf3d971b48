import { isUnknown } from '@gatehouse/surface';

/**
 * JSON text that is the same for what means the same: keys in order, and what providers write for "not set" (null,
 * nothing, empty) left out. A secret only says that it is one, an unknown value what it is made from.
 */
export function canonical(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(value);
  if (typeof value !== 'object' || value === null) return value === undefined ? 'null' : String(value);
  if (isUnknown(value)) {
    if (value.sensitive) return '{secret}';
    return value.references ? `{unknown ${[...value.references].sort().join(' ')}}` : '{unknown}';
  }
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`;
  const fields = value as Readonly<Record<string, unknown>>;
  const keys = Object.keys(fields);
  // Terraform writes them in order already, nearly always.
  if (!isSorted(keys)) keys.sort();
  let text = '{';
  for (const key of keys) {
    const field = fields[key];
    if (!isUnset(field)) text += `${JSON.stringify(key)}:${canonical(field)},`;
  }
  return `${text}}`;
}

/** Providers write it as null, nothing at all, or an empty value. */
export function isUnset(value: unknown): boolean {
  if (value === null || value === undefined || value === '') return true;
  if (typeof value !== 'object') return false;
  for (const _ in value) return false;
  return true;
}

function isSorted(keys: readonly string[]): boolean {
  for (let index = 1; index < keys.length; index++) {
    if ((keys[index - 1] as string) > (keys[index] as string)) return false;
  }
  return true;
}
