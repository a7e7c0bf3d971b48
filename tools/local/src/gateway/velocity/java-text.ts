/** Lists that were JSON: they print as JSON, lists of a template as Java prints them. */
const jsonLists = new WeakSet<object>();

/** JSON as templates see it. */
export function fromJson<T>(value: T): T {
  if (Array.isArray(value)) jsonLists.add(value);
  if (typeof value === 'object' && value !== null) Object.values(value).forEach(fromJson);
  return value;
}

/** A value as a template prints it: a map as `{a=1, b=[{"c":5}]}`. */
export function javaText(value: unknown): string {
  if (typeof value !== 'object' || value === null) return String(value);
  if (Array.isArray(value)) return jsonLists.has(value) ? JSON.stringify(value) : `[${value.map(javaText).join(', ')}]`;
  const entries = Object.entries(value).filter(([, each]) => typeof each !== 'function');
  return `{${entries.map(([name, each]) => `${name}=${javaText(each)}`).join(', ')}}`;
}
