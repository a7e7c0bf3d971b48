/**
 * A map as mapping templates see it: read by `$map.name`, `$map.get("name")`, `$map.keySet()`. Unlike velocityjs' own `get` it
 * does not try another case; a missing name is the empty string, so that `== ""` tells that a header is absent.
 */
export function javaMap(entries: Readonly<Record<string, string>>): object {
  return Object.assign(Object.create(methods) as object, entries);
}

const methods = Object.create(Object.prototype, {
  get: {
    value(this: Record<string, string>, name: string): string {
      return Object.hasOwn(this, name) ? (this[name] as string) : '';
    },
  },
  containsKey: {
    value(this: object, name: string): boolean {
      return Object.hasOwn(this, name);
    },
  },
  // velocityjs writes this property on whatever a method is called on; it must not become an entry.
  eval: { set: () => undefined },
}) as object;
