import { groupBy } from '../group-by';
import { isUnknown, type Unknown } from '../model/value';
import type { Resource } from './resource';

/** All resources of one reading, and how they point at each other. */
export class Catalog {
  private readonly byType: ReadonlyMap<string, readonly Resource[]>;
  private readonly managedByType: ReadonlyMap<string, readonly Resource[]>;
  private readonly byValue = new Map<string, ReadonlyMap<string, Resource>>();
  private readonly byOwner = new Map<OwnerOf, ReadonlyMap<Resource | undefined, readonly Resource[]>>();
  private addresses?: Addresses;

  constructor(private readonly resources: readonly Resource[]) {
    const byType = groupBy(resources, ({ type }) => type);
    this.byType = new Map([...byType].map(([type, all]) => [type, [...all].sort(inOrder)]));
    this.managedByType = new Map(
      [...this.byType].map(([type, all]) => [type, all.filter(({ mode }) => mode === 'managed')]),
    );
  }

  /** Of every type, data sources too. */
  get all(): readonly Resource[] {
    return this.resources;
  }

  managed(...types: readonly string[]): readonly Resource[] {
    return types.flatMap((type) => this.managedByType.get(type) ?? []);
  }

  /**
   * The managed resources of these types that belong to one resource.
   *
   * @param ownerOf the same function for the same types each time: it is asked once for each resource
   */
  belonging(owner: Resource, types: readonly string[], ownerOf: OwnerOf): readonly Resource[] {
    const known = this.byOwner.get(ownerOf);
    const groups = known ?? groupBy(this.managed(...types), (member) => ownerOf(member, this));
    if (!known) this.byOwner.set(ownerOf, groups);
    return groups.get(owner) ?? [];
  }

  /**
   * The resource that a value of `from` points at: by the value of `attribute` where it is known, by what the value
   * is made from where it is not. Data sources count; a managed resource goes first.
   *
   * @param attribute the attribute with that value, for all types or by type
   */
  target(
    from: Resource,
    value: string | Unknown | undefined,
    types: string | readonly string[],
    attribute: string | Readonly<Record<string, string>> = 'id',
  ): Resource | undefined {
    if (value === undefined) return undefined;
    const wanted = typeof types === 'string' ? [types] : types;
    if (isUnknown(value)) return this.referenced(from, value, wanted);
    for (const type of wanted) {
      const found = this.index(type, typeof attribute === 'string' ? attribute : (attribute[type] ?? 'id')).get(value);
      if (found) return found;
    }
    return undefined;
  }

  /** What an unknown value is made from, reference by reference; without a resource where nothing that was read is there. */
  referencesOf(from: Resource, value: Unknown): readonly Reference[] {
    const addresses = (this.addresses ??= new Addresses(this.resources));
    const scope = value.stack === undefined ? from.scope : addresses.scopeOf(value.stack);
    return (value.references ?? []).map((reference) => {
      const [resource, attribute] = scope === undefined ? [undefined, ''] : addresses.at(from, scope, reference);
      return { reference, attribute, ...(resource && { resource }) };
    });
  }

  /** The one resource of these types that an unknown value is made from; several or none: undefined. */
  private referenced(from: Resource, value: Unknown, types: readonly string[], depth = 0): Resource | undefined {
    if (!value.references) return undefined;
    const addresses = (this.addresses ??= new Addresses(this.resources));
    const scope = value.stack === undefined ? from.scope : addresses.scopeOf(value.stack);
    if (scope === undefined) return undefined;
    const follow = (references: readonly string[]): Resource | undefined => {
      const found = references.map((reference) => this.follow(from, scope, reference, types, depth));
      const distinct = new Set(found.filter((resource) => resource !== undefined));
      return distinct.size === 1 ? [...distinct][0] : undefined;
    };
    const one = follow(value.references);
    if (one) return one;
    // The references of a map are those of all its entries: an unknown one is made from what is not known itself.
    const open = value.references.filter((reference, _, all) => {
      const whole = all.some((other) => other.startsWith(`${reference}.`));
      const [resource, attribute] = whole ? [] : addresses.at(from, scope, reference);
      return !whole && !(attribute && typeof resource?.peek(attribute) === 'string');
    });
    return open.length === 1 ? follow(open) : undefined;
  }

  /** `aws_x.y["k"].arn`: the resource itself, or what its attribute points at in turn. */
  private follow(
    from: Resource,
    scope: number,
    reference: string,
    types: readonly string[],
    depth: number,
  ): Resource | undefined {
    const [resource, attribute] = this.addresses?.at(from, scope, reference) ?? [];
    if (!resource || types.includes(resource.type)) return resource;
    const value = !attribute || depth > 8 ? undefined : resource.peek(attribute);
    return isUnknown(value) ? this.referenced(resource, value, types, depth + 1) : this.target(resource, value, types);
  }

  private index(type: string, attribute: string): ReadonlyMap<string, Resource> {
    const key = `${type} ${attribute}`;
    const known = this.byValue.get(key);
    if (known) return known;
    const index = new Map<string, Resource>();
    for (const resource of this.byType.get(type) ?? []) {
      const value = resource.peek(attribute);
      const first = typeof value === 'string' && (!index.has(value) || resource.mode === 'managed');
      if (first) index.set(value, resource);
    }
    this.byValue.set(key, index);
    return index;
  }
}

export interface Reference {
  /** As it is written: `aws_x.y["k"].arn`. */
  readonly reference: string;
  readonly resource?: Resource;
  /** Empty: the resource itself. */
  readonly attribute: string;
}

/** What addresses stand for; only asked where something is unknown, which of applied resources nothing is. */
class Addresses {
  private readonly byScope = new Map<number, Map<string, Resource>>();
  private readonly scopes = new Map<string | undefined, number>();
  /** The instances of a `count` or `for_each` by their address without key. */
  private readonly instances: ReadonlyMap<string, readonly Resource[]>;

  constructor(resources: readonly Resource[]) {
    for (const resource of resources) {
      const { scope, stack, address } = resource;
      this.scopes.set(stack, scope);
      const inScope = this.byScope.get(scope);
      if (!inScope) this.byScope.set(scope, new Map([[address, resource]]));
      else if (!inScope.has(address)) inScope.set(address, resource);
    }
    this.instances = groupBy(
      resources.filter(({ address }) => address.endsWith(']')),
      ({ scope, address }) => `${scope} ${address.slice(0, -keyOf(address).length)}`,
    );
  }

  scopeOf(stack: string): number | undefined {
    return this.scopes.get(stack);
  }

  /** The resource at the longest prefix that is an address, and the attribute after it. */
  at(from: Resource, scope: number, reference: string): [Resource | undefined, string] {
    for (let end = reference.length; end > 0; end = lastSeparator(reference, end)) {
      const address = reference.slice(0, end);
      const resource = this.byScope.get(scope)?.get(address) ?? this.sibling(from, scope, address);
      if (resource) return [resource, /^\.(\w+)/.exec(reference.slice(end))?.[1] ?? ''];
    }
    return [undefined, ''];
  }

  /** `aws_x.y`, where only `aws_x.y["a"]`, `aws_x.y["b"]` are: the one with the key of `from`, or the only one. */
  private sibling(from: Resource, scope: number, address: string): Resource | undefined {
    const instances = this.instances.size === 0 ? undefined : this.instances.get(`${scope} ${address}`);
    if (!instances) return undefined;
    return instances.length === 1 ? instances[0] : this.byScope.get(scope)?.get(`${address}${keyOf(from.address)}`);
  }
}

/** What a resource belongs to, as its own arguments say. */
type OwnerOf = (member: Resource, catalog: Catalog) => Resource | undefined;

/** `["get"]`, `[0]` or nothing. */
const keyOf = (address: string): string => /\[(?:"(?:[^"\\]|\\.)*"|\d+)\]$/.exec(address)?.[0] ?? '';

const lastSeparator = (text: string, end: number): number =>
  Math.max(text.lastIndexOf('.', end - 1), text.lastIndexOf('[', end - 1));

/** Stacks in the order given, then by address: the same reading always gives the same surface. */
function inOrder(a: Resource, b: Resource): number {
  if (a.scope !== b.scope) return a.scope - b.scope;
  if (a.address === b.address) return 0;
  return a.address < b.address ? -1 : 1;
}
