/** What has a name and comes from a stack. */
interface Part {
  readonly name: string;
  readonly stack?: string;
  readonly address: string;
}

/**
 * Parts by name. Where two share one, those after the first are `<stack>/<name>`, and `<stack>/<address>` where that is taken
 * too.
 */
export function uniqueNames<P extends Part>(parts: readonly P[], nameOf: (part: P) => string): Map<string, P> {
  const named = new Map<string, P>();
  for (const part of parts) {
    const names = [nameOf(part), `${part.stack ?? ''}/${nameOf(part)}`, `${part.stack ?? ''}/${part.address}`];
    const free = names.find((name) => !named.has(name));
    if (free !== undefined) named.set(free, part);
  }
  return named;
}
