import { isObject, type Fields } from '../digest/values';

/** An entry of a list of a plan. */
export type Entry = Fields;

/** An entry, and where it ends. */
export type Read = readonly [entry: Entry, end: number];

/** The bytes of a plan, and how they are text. */
export interface PlanBytes {
  readonly bytes: Buffer;
  readonly encoding: 'latin1' | 'utf8';
}

/**
 * Reads the objects of a list one by one, so that never all of them are in memory.
 *
 * @param start where the first one begins
 * @returns the end of the list
 * @throws Error it is laid out otherwise
 */
export function readEntries({ bytes }: PlanBytes, start: number, read: (at: number) => Read): Read[1] {
  for (let at = start; ; at += 1) {
    at = read(at)[1];
    if (bytes[at] === CLOSE_LIST) return at + 1;
    if (bytes[at] !== COMMA) throw new Error(LAYOUT);
  }
}

/**
 * Where an entry ends, a search finds faster than a look at each byte. It may find too early an end, and that is no JSON.
 *
 * @throws Error it is laid out otherwise
 */
export function readEntry({ bytes, encoding }: PlanBytes, start: number): Read {
  const next = bytes.indexOf(NEXT, start);
  const found = next < 0 ? undefined : parse(bytes.toString(encoding, start, next + 1));
  if (found) return [found, next + 1];
  // The last one, or one with a list of objects in it.
  const end = endOfObject(bytes, start);
  const entry = parse(bytes.toString(encoding, start, end));
  if (!entry) throw new Error(LAYOUT);
  return [entry, end];
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

function parse(text: string): Entry | undefined {
  try {
    return unchanged(text) ?? object(JSON.parse(text));
  } catch {
    return undefined;
  }
}

/** Of what stays as it is, both sides are the same object: its text is there twice. */
function unchanged(text: string): Entry | undefined {
  const start = text.indexOf(STAYS) + STAYS.length;
  const middle = start < STAYS.length ? -1 : text.indexOf(AFTER, start);
  if (middle < 0) return undefined;
  const after = middle + AFTER.length;
  if (!text.startsWith(text.slice(start, middle), after)) return undefined;
  const entry = object(JSON.parse(`${text.slice(0, after)}null${text.slice(after + middle - start)}`));
  const change = object(entry?.['change']) as Record<string, unknown> | undefined;
  if (change?.['after'] !== null || !isObject(change['before'])) return undefined;
  change['after'] = change['before'];
  return entry;
}

const object = (value: unknown): Entry | undefined => (isObject(value) ? value : undefined);

const STAYS = '"actions":["no-op"],"before":';
const AFTER = ',"after":';
/** What Terraform writes between two entries. */
const NEXT = Buffer.from('},{"address":"');
const LAYOUT = 'another layout';
const [QUOTE, BACKSLASH, OPEN, CLOSE] = [0x22, 0x5c, 0x7b, 0x7d];
const [COMMA, CLOSE_LIST] = [0x2c, 0x5d];
