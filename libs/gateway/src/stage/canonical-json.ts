import { type IResolveContext, Token, Tokenization } from 'cdktf';

/**
 * Writes values as JSON that is the same for the same meaning: tokens resolved, keys sorted, and lists sorted as well,
 * because lists of API Gateway resources are sets.
 *
 * @param onText called once for each different text, after tokens are resolved
 * @returns a function that leaves out the keys `without` at the top of the value
 */
export function canonicalJson(
  context: IResolveContext,
  onText: (text: string) => void,
): (value: unknown, without?: ReadonlySet<string>) => string {
  // Thousands of routes share a few texts.
  const texts = new Map<string, string>();

  function write(value: unknown, without?: ReadonlySet<string>): string {
    if (typeof value === 'string') return writeText(value);
    if (typeof value === 'object' && value !== null) {
      if (isToken(value)) return write(context.resolve(value));
      return Array.isArray(value) ? writeList(value) : writeObject(value, without);
    }
    if (Token.isUnresolved(value)) return write(context.resolve(value));
    return JSON.stringify(value) ?? 'null';
  }

  function writeText(text: string): string {
    const known = texts.get(text);
    if (known !== undefined) return known;
    const unresolved = Token.isUnresolved(text);
    if (!unresolved) onText(text);
    const json = unresolved ? write(context.resolve(text)) : JSON.stringify(text);
    texts.set(text, json);
    return json;
  }

  function writeList(items: unknown[]): string {
    const written = items.map((item) => write(item));
    return `[${written.sort().join(',')}]`;
  }

  function writeObject(value: object, without?: ReadonlySet<string>): string {
    const members: string[] = [];
    for (const [key, inner] of Object.entries(value)) {
      if (inner === undefined || inner === null || without?.has(key)) continue;
      members.push(`"${key}":${write(inner)}`);
    }
    return `{${members.sort().join(',')}}`;
  }

  return write;
}

/** A list or a map that is a token has one item, which spares looking for tokens in all others. */
function isToken(value: object): boolean {
  return Tokenization.isResolvable(value) || (Object.keys(value).length === 1 && Token.isUnresolved(value));
}
