/**
 * The first key that stands twice in one object, or that no object of JavaScript can have, as a path; of keys that stand twice
 * `JSON.parse` silently takes the last.
 *
 * @param json is valid
 */
export function wrongKey(json: string): { readonly path: readonly string[]; readonly isRepeated: boolean } | undefined {
  const open: Open[] = [];
  let isKey = false;
  for (const [token] of json.matchAll(TOKENS)) {
    const within = open.at(-1);
    if (token === '{') open.push({ keys: new Set(), at: '' });
    else if (token === '[') open.push({ at: '0' });
    else if (token === '}' || token === ']') open.pop();
    else if (token === ',' && within && !within.keys) within.at = String(Number(within.at) + 1);
    else if (isKey && within?.keys && token !== ',' && token !== ':') {
      within.at = JSON.parse(token) as string;
      const isRepeated = within.keys.has(within.at);
      if (isRepeated || within.at === '__proto__') return { path: open.map(({ at }) => at), isRepeated };
      within.keys.add(within.at);
    }
    isKey = token === '{' || token === ',';
  }
  return undefined;
}

interface Open {
  /** Absent: a list. */
  readonly keys?: Set<string>;
  at: string;
}

const TOKENS = /"(?:[^"\\]|\\.)*"|[{}[\],:]/g;
