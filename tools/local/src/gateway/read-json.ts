import { query } from 'json-p3';

/** What may find several values, and gives a list of them. */
const SEVERAL = /\.\.|\*|\[\s*\?|\[[^\]'"]*[:,]|\['[^']*'\s*,/;

/** A value of JSON by JSONPath, as `$`, `$.a.b`, `$.a[0]`, `$['a']`, `$..a`, `$.a[?(@.b == 1)]`, `$.a.length()`; missing is ''. */
export function readJson(json: string, path: string): unknown {
  const root = JSON.parse(json || '{}') as unknown;
  const [, list, counted] = /^(.*?)(\.length\(\))?$/s.exec(path) as unknown as [string, string, string?];
  const value = SEVERAL.test(list) ? query(rooted(list), root as never).values() : readMember(root, list);
  if (counted === undefined) return value;
  return Array.isArray(value) ? value.length : '';
}

/** A path without `$` starts there. */
const rooted = (path: string): string => (path.startsWith('$') ? path : `$.${path}`);

function readMember(root: unknown, path: string): unknown {
  let value = root;
  for (const [, name, quoted, index] of path.matchAll(/(?:^|\.)([^.$[\]]+)|\['([^']*)'\]|\[(-?\d+)\]/g)) {
    if (typeof value !== 'object' || value === null) return '';
    const key = name ?? quoted ?? (index as string);
    if (index?.startsWith('-') && Array.isArray(value)) value = value.at(Number(index));
    else value = Object.hasOwn(value, key) ? (value as Record<string, unknown>)[key] : undefined;
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
