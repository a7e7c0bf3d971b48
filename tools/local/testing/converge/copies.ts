import { type Change } from './changes';
import { referencesIn } from './references';
import { type Json, type Resources, type Sink } from './sink';

/** A copy of what a change changes. */
export interface Copy {
  readonly change: Change;
  /** Tells it from the others, in addresses and names. */
  readonly mark: string;
  /** As it is written now. */
  readonly resource: Json;
}

/**
 * Copies, each with copies of what it cannot share with another, so that no change meets another: one deploy makes them all.
 */
export function copiesOf(sink: Sink, copies: readonly Copy[], all: Resources): Resources {
  const made: Record<string, Record<string, Json>> = {};
  for (const { change, mark, resource } of copies) {
    const own = `${change.type}.${change.name}`;
    const copied = copiedWith(sink, own, all);
    for (const address of copied) {
      const [type, name] = address.split('.') as [string, string];
      const as = address === own ? resource : all[type]![name]!;
      const copy = referring(withoutTriggers(as), copied, mark);
      (made[type] ??= {})[`${name}_${mark}`] = named(sink, type, copy, mark);
    }
  }
  return made;
}

export const addressOf = ({ type, name }: Change, mark: string): string => `${type}.${name}_${mark}`;

/** The mark of the copy that an address is of, or belongs to. */
export const markOf = (address: string): string | undefined => /_([cn]\d+)$/.exec(address)?.[1];

/** The address of what an address is a copy of. */
export const original = (address: string): string => address.replace(/_[cn]\d+$/, '');

/** What the changed resource needs of its own, and what depends on it, with what that needs. */
function copiedWith(sink: Sink, own: string, all: Resources): ReadonlySet<string> {
  const copied = new Set([own, ...dependents(sink, own, all)]);
  for (const address of copied) {
    const [type, name] = address.split('.') as [string, string];
    for (const referred of referencesIn(all[type]![name]!)) {
      const [other, otherName] = referred.split('.') as [string, string];
      if (all[other]?.[otherName] && sink.isCopiedWith(type, other)) copied.add(referred);
    }
  }
  return copied;
}

function dependents({ dependsOn }: Sink, own: string, all: Resources): string[] {
  const [type] = own.split('.') as [string];
  return Object.entries(all)
    .filter(([other]) => dependsOn?.(other, type))
    .flatMap(([other, named]) =>
      Object.entries(named)
        .filter(([, resource]) => referencesIn(resource).includes(own))
        .map(([name]) => `${other}.${name}`),
    );
}

/** What the provider does by itself is tried, not what constructs make of it. */
function withoutTriggers({ lifecycle, ...resource }: Json): Json {
  const kept = Object.entries((lifecycle ?? {}) as Json).filter(([name]) => name !== 'replace_triggered_by');
  return { ...resource, ...(lifecycle ? { lifecycle: Object.fromEntries(kept) } : {}) };
}

function referring(resource: Json, copied: ReadonlySet<string>, mark: string): Json {
  let text = JSON.stringify(resource);
  for (const address of copied) text = text.replaceAll(new RegExp(`\\b${address}\\.`, 'g'), `${address}_${mark}.`);
  return JSON.parse(text) as Json;
}

const named = (sink: Sink, type: string, resource: Json, mark: string): Json =>
  Object.fromEntries(
    Object.entries(resource).map(([name, value]) => [
      name,
      (typeof value === 'string' ? sink.nameOf(`${type}.${name}`, value, mark) : undefined) ?? value,
    ]),
  );
