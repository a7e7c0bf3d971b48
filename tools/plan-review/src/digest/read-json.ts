/**
 * An object or a list that a text has as JSON.
 *
 * @returns undefined: it has none, or one of which reading keeps less than is written: a name that stands twice in an object, or a
 * number with more digits than JavaScript has
 */
export function readJson(text: string): object | undefined {
  if (!text.startsWith('{') && !text.startsWith('[')) return undefined;
  try {
    const document = JSON.parse(text) as object;
    return namesWritten(text) === namesRead(document) ? document : undefined;
  } catch {
    return undefined;
  }
}

/** Whether a number in it has more digits than JavaScript has for sure; what is in quotes is none. */
export const hasLongNumber = (text: string): boolean => LONG_NUMBER.test(text) && namesWritten(text) === undefined;

const LONG_NUMBER = /\d[\d.]{15}/;

/** Undefined: there is a number that is too long. */
function namesWritten(text: string): number | undefined {
  let count = 0;
  for (const [, colon, long] of text.matchAll(/"(?:[^"\\]|\\.)*"(\s*:)?|(\d[\d.]{15})/gs)) {
    if (long !== undefined) return undefined;
    if (colon !== undefined) count += 1;
  }
  return count;
}

function namesRead(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  const items = Object.values(value);
  return items.reduce<number>((count, item) => count + namesRead(item), Array.isArray(value) ? 0 : items.length);
}
