/** Decoded query string: the last value of each name, and every value. */
export interface Query {
  readonly single: Readonly<Record<string, string>>;
  readonly multi: Readonly<Record<string, string[]>>;
  /** As sent. */
  readonly raw: string;
}

const none: Query = { single: {}, multi: {}, raw: '' };

/** API Gateway decodes query strings (`+` is a space), unlike path parameters. */
export function parseQuery(raw: string): Query {
  if (raw === '') return none;
  const single: Record<string, string> = Object.create(null) as Record<string, string>;
  const multi: Record<string, string[]> = Object.create(null) as Record<string, string[]>;
  for (const [name, value] of new URLSearchParams(raw)) {
    single[name] = value;
    (multi[name] ??= []).push(value);
  }
  return { single, multi, raw };
}
