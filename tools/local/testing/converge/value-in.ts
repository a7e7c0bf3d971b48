/** What the state has at a path, as text in which names of copies count as the same. */
export function valueIn(values: unknown, path: readonly string[]): string {
  const found = path.reduce<unknown>((value, name) => {
    const first = (Array.isArray(value) ? value[0] : value) as Record<string, unknown> | null | undefined;
    return first?.[name];
  }, values);
  return JSON.stringify(found ?? null).replace(/\b[cn]\d+-?/g, '');
}
