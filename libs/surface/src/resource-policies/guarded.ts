import type { Comparison } from '../difference/comparison';
import { placeOf } from '../model/located';
import { isUnknown } from '../model/value';
import type { Catalog } from '../terraform/catalog';
import type { Resource } from '../terraform/resource';
import { HOLDERS, type Holder } from './holders';
import { SAID_BY } from './statements';

/** One side of a plan: what says whom an object's policy lets in. */
export interface Said {
  /** The resource that makes the object. Absent: it is made elsewhere. */
  readonly owner?: Resource;
  /** Those with a whole policy, and by which argument. */
  readonly policies: readonly Saying[];
  /** Those with one statement each. */
  readonly statements: readonly Saying[];
}

export interface Saying {
  readonly from: Resource;
  readonly argument: string;
  /** Whether the plan changes it; of what was before, whether it goes. */
  readonly changes: boolean;
}

/** An object that others can be let into, and whose policy the plan changes. */
export interface Guarded {
  readonly holder: Holder;
  /** What a person calls it. */
  readonly name: string;
  readonly before: Said;
  readonly after: Said;
}

interface Group {
  readonly holder: Holder;
  readonly before: Draft;
  readonly after: Draft;
}

interface Draft {
  owner?: Resource;
  readonly policies: Saying[];
  readonly statements: Saying[];
}

const MADE = new WeakMap<Comparison, readonly Guarded[]>();

/** Every object whose policy changes, with all that is said of it on both sides. */
export function guardedObjects(comparison: Comparison): readonly Guarded[] {
  const known = MADE.get(comparison) ?? HOLDERS.flatMap((holder) => ofHolder(holder, comparison));
  MADE.set(comparison, known);
  return known;
}

function ofHolder(holder: Holder, comparison: Comparison): readonly Guarded[] {
  const types = [...Object.keys(holder.policies), ...Object.keys(holder.statements ?? {}), ...holder.owners];
  if (types.every((type) => comparison.changesOf(type).length === 0)) return [];
  const groups = new Map<string, Group>();
  const { before, after } = comparison.resources;
  collect(holder, 'before', before, comparison, groups);
  collect(holder, 'after', after, comparison, groups);
  return [...groups].flatMap(([, { before, after }]) => {
    const said = [before, after].flatMap(({ policies, statements }) => [...policies, ...statements]);
    if (!said.some(({ changes }) => changes)) return [];
    return [{ holder, name: nameOf(holder, after.owner ?? before.owner, said), before, after }];
  });
}

function collect(
  holder: Holder,
  side: 'before' | 'after',
  catalog: Catalog,
  comparison: Comparison,
  groups: Map<string, Group>,
): void {
  const groupAt = (key: string): Group => {
    const known = groups.get(key);
    if (known) return known;
    const made = { holder, before: draft(), after: draft() };
    groups.set(key, made);
    return made;
  };
  for (const owner of catalog.managed(...holder.owners)) {
    const group = groupAt(placeOf(owner));
    group[side].owner = owner;
    if (holder.inline === undefined || !setsInline(owner, holder.inline, comparison)) continue;
    group[side].policies.push({ from: owner, argument: holder.inline, changes: true });
  }
  const add = (type: string, of: string | undefined, list: 'policies' | 'statements', argument: string) => {
    for (const from of catalog.managed(type)) {
      const changes = isChanged(
        from,
        [argument, ...(of === undefined ? [] : [of]), ...(SAID_BY[type] ?? [])],
        comparison,
      );
      groupAt(keyOf(holder, from, of, catalog))[side][list].push({ from, argument, changes });
    }
  };
  for (const [type, { of, policy }] of Object.entries(holder.policies)) add(type, of, 'policies', policy);
  for (const [type, of] of Object.entries(holder.statements ?? {})) add(type, of, 'statements', of);
}

const draft = (): Draft => ({ policies: [], statements: [] });

/**
 * Whether an owner's own argument says something: it repeats what a resource of its own set, so only a change of it does.
 */
function setsInline(owner: Resource, argument: string, { changeAt }: Comparison): boolean {
  const value = owner.raw(argument);
  if (value === undefined || value === '') return false;
  if (isUnknown(value) && value.unset) return false;
  return changeAt(owner)?.changed.includes(argument) ?? false;
}

function isChanged(from: Resource, said: readonly string[], { changeAt }: Comparison): boolean {
  const change = changeAt(from);
  if (!change || change.action === 'no-op' || change.action === 'forget') return false;
  return said.some((argument) => change.changed.includes(argument));
}

/** The object that a policy is for. */
function keyOf(holder: Holder, from: Resource, of: string | undefined, catalog: Catalog): string {
  const value = of === undefined || holder.owners.length + holder.names.length === 0 ? undefined : from.peek(of);
  if (value === undefined) return `its own ${placeOf(from)}`;
  const owner = isUnknown(value)
    ? catalog.target(from, value, holder.owners)
    : holder.names.map((name) => catalog.target(from, value, holder.owners, name)).find((found) => found !== undefined);
  if (owner) return placeOf(owner);
  return isUnknown(value) ? `its own ${placeOf(from)}` : `${from.scope} ${value}`;
}

/** By the object's own name, else by the name that the policy has for it; the address where there is none yet. */
function nameOf({ names, policies, statements }: Holder, owner: Resource | undefined, said: readonly Saying[]): string {
  const first = said[0]?.from;
  const own = names[0] === undefined ? undefined : owner?.peek(names[0]);
  // The ID of a key is no name.
  if (typeof own === 'string' && own !== '' && names[0] !== 'key_id') return own;
  if (owner) return owner.address;
  const of = first && (policies[first.type]?.of ?? statements?.[first.type]);
  const other = of === undefined ? undefined : first?.peek(of);
  // The last part of an ARN, or of the URL of a queue.
  return typeof other === 'string' && other !== '' ? (other.split(/[/:]/).at(-1) ?? other) : (first?.address ?? '');
}
