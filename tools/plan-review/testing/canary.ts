// eslint-disable-next-line @typescript-eslint/no-explicit-any -- secrets are put everywhere in plans
type Json = any;

/** A secret that stands out in every output. */
export const CANARY = 'c4n4ry-Zx81';

/** Puts the secret into some value of a change, and marks it on one side, there or at some ancestor of it. */
export function plant(change: Json, next: () => number, markBefore: boolean): boolean {
  if (typeof change.before !== 'object' || typeof change.after !== 'object' || !change.before || !change.after)
    return false;
  const path: (string | number)[] = [];
  let value = change.after;
  while (typeof value === 'object' && value !== null && Object.keys(value).length > 0) {
    const keys = Object.keys(value);
    const key = keys[next() % keys.length] ?? '';
    path.push(Array.isArray(value) ? Number(key) : key);
    value = value[key];
  }
  if (typeof value !== 'string' && value !== null) return false;
  const [first = ''] = path;
  // Where something is and what it is called is read from these; Terraform cannot mark them.
  if (first === 'id' || first === 'arn') return false;
  for (const side of ['before', 'after']) set(change[side], path, CANARY);
  const depth = 1 + (next() % path.length);
  const [marked, other] = markBefore
    ? ['before_sensitive', 'after_sensitive']
    : ['after_sensitive', 'before_sensitive'];
  change[marked] = maskAt(path.slice(0, depth));
  change[other] = {};
  if (typeof change.after_unknown === 'object') change.after_unknown = {};
  return true;
}

function set(target: Json, path: readonly (string | number)[], value: unknown): void {
  const [key, ...rest] = path;
  if (key === undefined || typeof target !== 'object' || target === null) return;
  if (rest.length === 0) target[key] = value;
  else set(target[key], rest, value);
}

function maskAt(path: readonly (string | number)[]): Json {
  const [key, ...rest] = path;
  if (key === undefined) return true;
  if (typeof key === 'number') return [...Array.from({ length: key }, () => false), maskAt(rest)];
  return { [key]: maskAt(rest) };
}
