import { isObject, type Fields } from '../digest/values';

/** An entry of a list of a plan. */
export type Entry = Fields;

/**
 * Parses the objects of a list one by one, so that never all of them are in memory. Where one ends, a search finds faster than
 * reading each byte; it may find too early an end, and that is no JSON.
 *
 * @param start where the first one begins
 * @returns the end of the list
 * @throws Error it is laid out otherwise
 */
export function readEntries(
  bytes: Buffer,
  start: number,
  encoding: 'latin1' | 'utf8',
  use: (entry: Entry) => void,
): number {
  for (let at = start; ; at += 1) {
    const [entry, end] = entryAt(bytes, at, encoding);
    use(entry);
    if (bytes[end] === CLOSE_LIST) return end + 1;
    if (bytes[end] !== COMMA) throw new Error(LAYOUT);
    at = end;
  }
}

/** @returns where the object ends that begins there */
export function endOfObject(bytes: Buffer, start: number): number {
  const { length } = bytes;
  let depth = 0;
  for (let at = start; at < length; at++) {
    const byte = bytes[at];
    if (byte === QUOTE) {
      for (at += 1; at < length && bytes[at] !== QUOTE; at++) if (bytes[at] === BACKSLASH) at += 1;
    } else if (byte === OPEN) depth += 1;
    else if (byte === CLOSE && --depth === 0) return at + 1;
  }
  throw new Error(LAYOUT);
}

function entryAt(bytes: Buffer, start: number, encoding: 'latin1' | 'utf8'): readonly [Entry, number] {
  const next = bytes.indexOf(NEXT, start);
  const found = next < 0 ? undefined : parse(bytes.toString(encoding, start, next + 1));
  if (found) return [found, next + 1];
  // The last one, or one with a list of objects in it.
  const end = endOfObject(bytes, start);
  const entry = parse(bytes.toString(encoding, start, end));
  if (!entry) throw new Error(LAYOUT);
  return [entry, end];
}

function parse(text: string): Entry | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** What Terraform writes between two entries. */
const NEXT = Buffer.from('},{"address":"');
const LAYOUT = 'another layout';
const [QUOTE, BACKSLASH, OPEN, CLOSE] = [0x22, 0x5c, 0x7b, 0x7d];
const [COMMA, CLOSE_LIST] = [0x2c, 0x5d];
