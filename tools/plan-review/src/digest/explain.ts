import type { TerraformPlan } from '@gatehouse/surface';
import { KeptLines } from './lines';
import { PART_WORDS, PARTS, type Part } from './parts';
import type { DigestOptions } from './plan-digest';
import { planLines } from './plan-lines';

/** A plan, and what it is called in the explanation. */
export interface Explained extends DigestOptions {
  readonly name: string;
  readonly plan: TerraformPlan;
}

/**
 * Where two plans mean something else, in words: addresses and names of arguments, never a value. Empty: they mean the same.
 */
export function explainDigests(one: Explained, other: Explained): readonly string[] {
  const [was, is] = [linesOf(one), linesOf(other)];
  return PARTS.flatMap((part) => {
    const lines = differences(was.get(part) ?? NONE, is.get(part) ?? NONE, one.name, other.name);
    return lines.length === 0 ? [] : [`${PART_WORDS[part]}:`, ...lines.map((line) => `  ${line}`)];
  });
}

/** Place -> what of it -> its meanings. */
type Places = ReadonlyMap<string, ReadonlyMap<string, readonly string[]>>;

const NONE: Places = new Map();

function linesOf({ plan, ...options }: Explained): ReadonlyMap<Part, Places> {
  const parts = new Map<Part, KeptLines>();
  planLines(plan, options, (part) => {
    const lines = new KeptLines();
    parts.set(part, lines);
    return lines;
  });
  return new Map([...parts].map(([part, { all }]) => [part, byPlace(all)]));
}

function byPlace(lines: KeptLines['all']): Places {
  const places = new Map<string, Map<string, string[]>>();
  for (const [place, what, text] of lines) {
    const known = places.get(place) ?? new Map<string, string[]>();
    known.set(what, [...(known.get(what) ?? []), text]);
    places.set(place, known);
  }
  return places;
}

function differences(was: Places, is: Places, one: string, other: string): readonly string[] {
  return [...new Set([...was.keys(), ...is.keys()])].sort().flatMap((place) => {
    const [before, after] = [was.get(place), is.get(place)];
    if (!before) return [`${place}: only in ${other}`];
    if (!after) return [`${place}: only in ${one}`];
    const names = [...new Set([...before.keys(), ...after.keys()])].sort();
    const different = names.filter((name) => before.get(name)?.join('\n') !== after.get(name)?.join('\n'));
    return different.length === 0
      ? []
      : [`${place}: ${different.map((name) => wordOf(name, before, after, one, other)).join(', ')}`];
  });
}

function wordOf(
  name: string,
  before: ReadonlyMap<string, unknown>,
  after: ReadonlyMap<string, unknown>,
  one: string,
  other: string,
): string {
  if (!before.has(name)) return `${name} (only in ${other})`;
  return after.has(name) ? name : `${name} (only in ${one})`;
}
