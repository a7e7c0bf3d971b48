/** `$`, `$.a.b`, `$.a[0]`, `$['a']`; API Gateway knows all of JSONPath, APIs use little more than this. */
export function readJson(json: string, path: string): unknown {
  let value = JSON.parse(json || '{}') as unknown;
  for (const [, name, quoted, index] of path.matchAll(/(?:^|\.)([^.$[\]]+)|\['([^']*)'\]|\[(\d+)\]/g)) {
    if (typeof value !== 'object' || value === null) return '';
    const key = name ?? quoted ?? (index as string);
    value = Object.hasOwn(value, key) ? (value as Record<string, unknown>)[key] : undefined;
  }
  return value ?? '';
}

/** The same as a parameter mapping reads it: a string, nothing where the body is no JSON or has no such member. */
export function readJsonText(json: string, path: string): string | undefined {
  try {
    const value = readJson(json, path);
    return value === '' ? undefined : typeof value === 'string' ? value : JSON.stringify(value);
  } catch {
    return undefined;
  }
}
