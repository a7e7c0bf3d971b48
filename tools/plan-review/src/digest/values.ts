export type Fields = Readonly<Record<string, unknown>>;

export const isObject = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const objectsIn = (value: unknown): readonly Fields[] => (Array.isArray(value) ? value.filter(isObject) : []);

export const fieldsOf = (value: unknown): Fields => (isObject(value) ? value : {});

/** Names in order. Terraform writes them so already, nearly always. */
export function sortedKeys(value: Fields): string[] {
  const keys = Object.keys(value);
  for (let index = 1; index < keys.length; index++) {
    if ((keys[index - 1] as string) > (keys[index] as string)) return keys.sort();
  }
  return keys;
}

/** Providers write it as null, nothing at all, or an empty value. */
export function isUnset(value: unknown): boolean {
  if (value === null || value === undefined || value === '') return true;
  if (typeof value !== 'object') return false;
  for (const _ in value) return false;
  return true;
}

/** Whether a mask says `true` nowhere. */
export function isClear(mask: unknown): boolean {
  if (typeof mask !== 'object' || mask === null) return mask !== true;
  for (const key in mask) if (!isClear((mask as Fields)[key])) return false;
  return true;
}

/** `module.a["x"].aws_y.z[0]` without the keys of instances. */
export const withoutKeys = (address: string): string =>
  address.includes('[') ? address.replaceAll(/\[(?:"(?:[^"\\]|\\.)*"|\d+)\]/g, '') : address;

/** Of a mask, which may be `true` as a whole. */
export function partOf(mask: unknown, key: string | number): unknown {
  if (mask === true) return true;
  return typeof mask === 'object' && mask !== null ? (mask as Fields)[key] : undefined;
}
