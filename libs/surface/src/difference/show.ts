import { isUnknown } from '../model/value';
import { isObject } from '../terraform/unreadable';

/** A value on one line, as a person reads it. */
export function show(value: unknown): string {
  if (isUnknown(value)) return value.sensitive ? 'a secret' : 'known after apply';
  if (value === undefined || value === null || value === '') return 'none';
  if (typeof value === 'boolean') return value ? 'on' : 'off';
  if (Array.isArray(value)) return value.length === 0 ? 'none' : value.map(show).join(', ');
  if (isObject(value)) return JSON.stringify(value);
  return String(value);
}

/** Seconds, in the unit a person would use. */
export function showDuration(seconds: number): string {
  const [unit, size] = UNITS.find(([, each]) => seconds >= each && seconds % each === 0) ?? ['second', 1];
  const amount = seconds / size;
  return `${amount} ${unit}${amount === 1 ? '' : 's'}`;
}

const UNITS = [
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
] as const;

export { nameOf } from '../model/located';
