import { type Sink } from './sink';

/** A value that differs from this one; undefined where there is none that is known. */
export function otherValue({ values }: Sink, type: string, path: readonly string[], value: unknown): unknown {
  const known = [[type, ...path], path, path.slice(-1)].map((names) => names.join('.')).find((name) => name in values);
  if (known !== undefined) {
    const other = values[known];
    const made = typeof other === 'function' ? (other as (before: unknown) => unknown)(value) : other;
    return JSON.stringify(made) === JSON.stringify(value) ? undefined : made;
  }
  if (typeof value === 'boolean') return !value;
  if (typeof value === 'number') return value + 1;
  if (Array.isArray(value)) return value.length > 1 ? value.slice(1) : undefined;
  // A reference to what another resource has is no value of its own.
  if (typeof value !== 'string' || value.includes('${')) return undefined;
  if (/^\d+$/.test(value)) return String(Number(value) + 1);
  return value.startsWith('arn:') ? undefined : `x${value}`;
}
