/** Addresses of resources that expressions in a value refer to. */
export function referencesIn(value: unknown): string[] {
  const found = JSON.stringify(value).matchAll(/(?<!data\.)\b(aws_\w+\.\w+)\./g);
  return [...new Set([...found].map(([, address]) => address!))];
}
