import { isObject } from '../digest/values';
import { textOf } from './text';

/** The text of a file, in two parts. */
export interface PlanText {
  /** Of a plan that has values that it plans, all up to their end; of anything else nothing. */
  readonly first: string;
  /** What follows. */
  readonly rest: string;
  /** How much of `rest` stands in `first` already: what is before these values, and a mark in their place. */
  readonly repeated: number;
}

/**
 * Finds the values that a plan says twice: what the changes say already, a seventh of a large plan, and nobody reads here.
 *
 * They are found by their bytes: a quote after a comma begins a name, since in a text it would have a backslash before
 * it. Whether it is the name of the plan itself, `parseBrief` sees: a mark stands in their place.
 *
 * @param bytes are written over
 */
export function withoutPlannedValues(bytes: Buffer): PlanText {
  const start = bytes.indexOf(PLANNED) + PLANNED.length - 1;
  const end = bytes[0] === OPEN && start >= PLANNED.length ? endOfObject(bytes, start) : 0;
  if (end < start + MARK.length) return { first: '', rest: textOf(bytes), repeated: 0 };
  const first = textOf(bytes.subarray(0, end));
  const repeated = textOf(bytes.subarray(0, start)).length + MARK.length;
  // What is before them is short, and what is after them is the plan: that stays where it is.
  bytes.copyWithin(end - MARK.length - start, 0, start);
  bytes.write(MARK, end - MARK.length);
  return { first, rest: textOf(bytes.subarray(end - MARK.length - start)), repeated };
}

/** @returns nothing where the values are not left out of the plan itself; then the whole has to be parsed */
export function parseBrief({ first, rest }: PlanText): Readonly<Record<string, unknown>> | undefined {
  if (first === '') return undefined;
  try {
    const plan: unknown = JSON.parse(rest);
    return isObject(plan) && plan['planned_values'] === MARKED ? plan : undefined;
  } catch {
    return undefined;
  }
}

export const wholeText = ({ first, rest, repeated }: PlanText): string =>
  first === '' ? rest : first + rest.slice(repeated);

const PLANNED = ',"planned_values":{';
const MARK = '"(left out by plan-review)"';
const MARKED: unknown = JSON.parse(MARK);
const [QUOTE, BACKSLASH, OPEN, CLOSE] = [0x22, 0x5c, 0x7b, 0x7d];

/** @returns where the object ends that begins there; 0 where it does not */
function endOfObject(bytes: Buffer, start: number): number {
  const { length } = bytes;
  let depth = 0;
  for (let at = start; at < length; at++) {
    const byte = bytes[at];
    if (byte === QUOTE) {
      for (at += 1; at < length && bytes[at] !== QUOTE; at++) if (bytes[at] === BACKSLASH) at += 1;
    } else if (byte === OPEN) depth += 1;
    else if (byte === CLOSE && --depth === 0) return at + 1;
  }
  return 0;
}
