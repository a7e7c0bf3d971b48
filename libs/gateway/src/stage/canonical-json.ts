import { type IResolveContext, Token } from 'cdktf';

/**
 * Writes values as JSON that is the same for the same meaning: tokens resolved, keys sorted, and lists sorted as well,
 * because lists of API Gateway resources are sets.
 *
 * @param onText called once for each different text, after tokens are resolved
 */
export function canonicalJson(
  context: IResolveContext,
  onText: (text: string) => void,
): (value: unknown) => string {
  // Thousands of routes share a few texts.
  const texts = new Map<string, string>();

  function write(value: unknown): string {
    if (typeof value === 'string') return writeText(value);
    if (Token.isUnresolved(value)) return write(context.resolve(value));
    if (Array.isArray(value)) return `[${value.map(write).sort().join(',')}]`;
    if (typeof value === 'object' && value !== null) return writeObject(value);
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

  function writeObject(value: object): string {
    const entries = Object.entries(value).filter(([, inner]) => inner !== undefined && inner !== null);
    return `{${entries
      .map(([key, inner]) => `"${key}":${write(inner)}`)
      .sort()
      .join(',')}}`;
  }

  return write;
}
