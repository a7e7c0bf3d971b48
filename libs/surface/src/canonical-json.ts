import type { Unknown } from './model';
import { isUnknown } from './model/value';

/** JSON text as the provider keeps it: keys in order, no spaces. Other text stays. */
export function canonicalJson(text: string): string;
export function canonicalJson(text: string | Unknown): string | Unknown;
export function canonicalJson(text: string | Unknown): string | Unknown {
  if (isUnknown(text)) return text;
  try {
    return JSON.stringify(JSON.parse(text), inOrder);
  } catch {
    return text;
  }
}

const inOrder = (_: string, value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
    : value;
