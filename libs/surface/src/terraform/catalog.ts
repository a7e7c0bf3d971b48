import { isUnknown, type Unknown } from '../model';
import type { Resource } from './resource';

/** All resources of one reading, and how they point at each other. */
export class Catalog {
  private readonly resources: readonly Resource[];
  private readonly byAddress = new Map<string, Resource>();
  private readonly byValue = new Map<string, Map<string, Resource>>();

  constructor(resources: readonly Resource[]) {
    this.resources = [...resources].sort(inOrder);
    for (const resource of this.resources)
      this.byAddress.set(`${resource.scope} ${resource.address}`, resource);
  }

  managed(...types: readonly string[]): readonly Resource[] {
    return this.resources.filter(({ mode, type }) => mode === 'managed' && types.includes(type));
  }

  /**
   * The resource that a value of `from` points at: by the value of `attribute` where it is known, by what the value
   * is made from where it is not. Data sources count; a managed resource goes first.
   */
  target(
    from: Resource,
    value: string | Unknown | undefined,
    types: string | readonly string[],
    attribute = 'id',
  ): Resource | undefined {
    if (value === undefined) return undefined;
    const wanted = typeof types === 'string' ? [types] : types;
    if (isUnknown(value)) return this.referenced(from, value, wanted);
    for (const type of wanted) {
      const found = this.index(type, attribute).get(value);
      if (found) return found;
    }
    return undefined;
  }

  /** The one resource of these types that an unknown value is made from; several or none: undefined. */
  private referenced(from: Resource, value: Unknown, types: readonly string[]): Resource | undefined {
    const scope = value.stack === undefined ? from.scope : this.scopeOf(value.stack);
    const found = new Set<Resource>();
    for (const reference of value.references ?? []) {
      const resource = this.atReference(scope, reference);
      if (resource && types.includes(resource.type)) found.add(resource);
    }
    return found.size === 1 ? [...found][0] : undefined;
  }

  /** `aws_x.y["k"].arn` -> the resource at the longest prefix that is an address. */
  private atReference(scope: number | undefined, reference: string): Resource | undefined {
    for (let end = reference.length; end > 0; end = Math.max(lastSeparator(reference, end), 0)) {
      const resource = this.byAddress.get(`${scope} ${reference.slice(0, end)}`);
      if (resource) return resource;
    }
    return undefined;
  }

  private scopeOf(stack: string): number | undefined {
    return this.resources.find((resource) => resource.stack === stack)?.scope;
  }

  private index(type: string, attribute: string): Map<string, Resource> {
    const key = `${type} ${attribute}`;
    let index = this.byValue.get(key);
    if (!index) {
      index = new Map();
      for (const resource of this.resources) {
        const value = resource.type === type ? resource.text(attribute) : undefined;
        if (typeof value === 'string' && (!index.has(value) || resource.mode === 'managed'))
          index.set(value, resource);
      }
      this.byValue.set(key, index);
    }
    return index;
  }
}

const lastSeparator = (text: string, end: number): number =>
  Math.max(text.lastIndexOf('.', end - 1), text.lastIndexOf('[', end - 1));

/** Stacks in the order given, then by address: the same reading always gives the same surface. */
function inOrder(a: Resource, b: Resource): number {
  if (a.scope !== b.scope) return a.scope - b.scope;
  if (a.address === b.address) return 0;
  return a.address < b.address ? -1 : 1;
}
