/** What was read is not what it should be. The message is complete and printable; no stack trace is needed. */
export class UnreadableError extends Error {
  override readonly name = 'UnreadableError';

  constructor(
    /** File, stack or resource. */
    readonly where: string,
    readonly expected: string,
    readonly found: string,
    readonly remedy?: string,
  ) {
    super(`${where}: expected ${expected}, found ${found}.${remedy ? ` ${remedy}` : ''}`);
  }
}

/** A few words for a value, never the value of it: it may be a secret. */
export function describeKind(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (value === null) return 'null';
  if (Array.isArray(value)) return `a list of ${value.length}`;
  if (typeof value === 'object') {
    const keys = Object.keys(value);
    return keys.length === 0 ? 'an empty object' : `an object with ${keys.slice(0, 6).join(', ')}`;
  }
  if (typeof value === 'string') return value === '' ? 'empty text' : `text of ${value.length} characters`;
  return `a ${typeof value}`;
}

export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
