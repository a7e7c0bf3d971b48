/** What a table has under a name of a plan, which may be one that every object inherits: `constructor`, `__proto__`. */
export const own = <T>(table: Readonly<Record<string, T>>, name: string): T | undefined =>
  Object.hasOwn(table, name) ? table[name] : undefined;
