import type { Catalog } from '../terraform/catalog';
import type { Resource } from '../terraform/resource';
import { attachedBy } from './attachments';
import { readGroups } from './groups';
import { HOLDERS, holderOf, type Holder } from './holders';
import type { Attached, Identity, IdentityKind } from './identity';
import { keptByLists, keyOf } from './taken-away';

const MADE = new WeakMap<Catalog, ReadonlyMap<string, Identity>>();

/** Everyone whom policies are attached to, by kind and name. */
export function identitiesOf(catalog: Catalog): ReadonlyMap<string, Identity> {
  const known = MADE.get(catalog) ?? read(catalog);
  MADE.set(catalog, known);
  return known;
}

const KINDS = Object.keys(HOLDERS) as IdentityKind[];

interface Draft {
  readonly kind: IdentityKind;
  readonly name: string;
  resource?: Resource;
  readonly policies: Attached[];
  boundary?: Attached;
  readonly groups: Map<string, Resource>;
}

function read(catalog: Catalog): ReadonlyMap<string, Identity> {
  const all = new Map<string, Draft>();
  const draft = ({ key, kind, name }: Holder): Draft => {
    const known = all.get(key) ?? { kind, name, policies: [], groups: new Map<string, Resource>() };
    all.set(key, known);
    return known;
  };
  for (const kind of KINDS) {
    for (const resource of catalog.managed(HOLDERS[kind].type)) draft(holderOf(kind, resource)).resource = resource;
  }
  const isKept = keptByLists(catalog);
  for (const { boundary, holder, policy } of attachedBy(catalog)) {
    if (boundary) draft(holder).boundary = policy;
    else if (isKept(holder, policy)) draft(holder).policies.push(policy);
  }
  for (const { by, group, user } of readGroups(catalog)) draft(user).groups.set(group.key, by);
  for (const identity of all.values()) leaveOutRepeated(identity);
  return all;
}

/** A role repeats in its own arguments what other resources attach, as it was when the state was read. */
function leaveOutRepeated({ policies, resource }: Draft): void {
  const others = new Set(policies.flatMap((each) => (each.from === resource ? [] : [keyOf(each)])));
  if (others.size === 0) return;
  const kept = policies.filter((each) => each.from !== resource || !others.has(keyOf(each)));
  policies.splice(0, policies.length, ...kept);
}
