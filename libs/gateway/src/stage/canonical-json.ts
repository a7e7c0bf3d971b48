import { type IResolveContext, Token } from 'cdktf';

/**
 * Writes values as JSON that is the same for the same meaning: tokens resolved, keys sorted, and lists sorted as well,
 * because lists of API Gateway resources are sets.
 *
 * @param onText called for each text, after tokens are resolved
 */
export function canonicalJson(
  context: IResolveContext,
  onText: (text: string) => void,
): (value: unknown) => string {
  // The same token stands in a thousand integrations.
  const resolved = new Map<unknown, string>();

  function write(value: unknown): string {
    if (typeof value === 'object' && value !== null) {
      return Token.isUnresolved(value) ? writeToken(value) : writeObject(value);
    }
    if (Token.isUnresolved(value)) return writeToken(value);
    if (typeof value === 'string') onText(value);
    return JSON.stringify(value) ?? 'null';
  }

  function writeToken(token: unknown): string {
    const known = resolved.get(token);
    if (known !== undefined) return known;
    const json = write(context.resolve(token));
    resolved.set(token, json);
    return json;
  }

  function writeObject(value: object): string {
    if (Array.isArray(value)) return `[${value.map(write).sort().join(',')}]`;
    const entries = Object.entries(value).filter(([, inner]) => inner !== undefined && inner !== null);
    return `{${entries
      .map(([key, inner]) => `${JSON.stringify(key)}:${write(inner)}`)
      .sort()
      .join(',')}}`;
  }

  return write;
}
