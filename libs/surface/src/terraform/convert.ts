import { isUnknown, type Unknown } from '../model/value';

/** The first unknown part of a value. */
export function findUnknown(value: unknown): Unknown | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  if (isUnknown(value)) return value;
  if (Array.isArray(value)) {
    for (const item of value) {
      const open = findUnknown(item);
      if (open) return open;
    }
    return undefined;
  }
  for (const key in value) {
    const open = findUnknown((value as Readonly<Record<string, unknown>>)[key]);
    if (open) return open;
  }
  return undefined;
}

/** Every unknown part of a value. */
export function unknownsIn(value: unknown): readonly Unknown[] {
  // In most values there is none.
  if (findUnknown(value) === undefined) return NONE;
  if (isUnknown(value)) return [value];
  return Object.values(value as object).flatMap(unknownsIn);
}

const NONE: readonly Unknown[] = Object.freeze([]);

export function toText(value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : undefined;
}

export function toNumber(value: unknown): number | undefined {
  if (typeof value === 'number') return value;
  if (typeof value !== 'string' || value.trim() === '') return undefined;
  const number = Number(value);
  return Number.isFinite(number) ? number : undefined;
}

export function toFlag(value: unknown): boolean | undefined {
  if (typeof value === 'boolean') return value;
  if (value === 'true') return true;
  return value === 'false' ? false : undefined;
}
