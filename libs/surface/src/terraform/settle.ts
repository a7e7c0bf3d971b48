import { isUnknown, type Unknown } from '../model/value';
import type { Catalog } from './catalog';
import type { Resource } from './resource';

/**
 * The resources whose own names or addresses an unknown value is made of, where nothing else decides it: the authorizer of
 * `authorizer_id`, the table of an ARN. Whatever else is in the value is known.
 *
 * @returns undefined: something that no one knows decides it, so it can become anything
 */
export function settled(value: Unknown, from: Resource, catalog: Catalog, depth = 0): readonly Resource[] | undefined {
  if (value.sensitive || !value.references || depth > MAX_DEPTH) return undefined;
  const parts = new Set<Resource>();
  for (const { reference, resource, attribute } of catalog.referencesOf(from, value)) {
    const found = resource ? partsOf(resource, attribute, catalog, depth) : isKnown(reference) ? [] : undefined;
    if (found === undefined) return undefined;
    found.forEach((part) => parts.add(part));
  }
  return parts.size > 0 ? [...parts] : undefined;
}

const MAX_DEPTH = 8;

function partsOf(
  resource: Resource,
  attribute: string,
  catalog: Catalog,
  depth: number,
): readonly Resource[] | undefined {
  if (attribute === '') return resource.mode === 'managed' ? [resource] : undefined;
  const value = resource.raw(attribute);
  if (isUnknown(value) && value.references) return settled(value, resource, catalog, depth + 1);
  if (value !== undefined && !isUnknown(value)) return [];
  return resource.mode === 'managed' && NAMES.test(attribute) && !resource.type.startsWith('terraform_')
    ? [resource]
    : undefined;
}

/** Attributes by which AWS calls a resource; others hold what anyone may have written. */
const NAMES =
  /(?:^|_)(?:arns?|ids?|names?|scope_identifiers|names_prefix|name_prefix|endpoints?|urls?|uri|issuer|domain|version|address|path|hex|fqdn)$/;

/** What Terraform knows before it plans: a variable, the key of an instance, a folder. */
const isKnown = (reference: string): boolean => /^(?:count|each|path|self|terraform|var)\b/.test(reference);
