import { isUnknown, unknown, type Unknown } from '../model';
import type { Catalog } from '../terraform/catalog';
import type { Resource } from '../terraform/resource';

const RESOURCE = 'aws_api_gateway_resource';
const API = 'aws_api_gateway_rest_api';

/** Where in its API a method, an integration or a response of either is. */
export interface Place {
  readonly path: string | Unknown;
  readonly resourceId: string | Unknown;
  readonly method: string | Unknown;
  /** Equal for everything that belongs to one method. */
  readonly key: string;
}

export function placeOf(member: Resource, catalog: Catalog): Place {
  const resourceId = member.text('resource_id', unknown());
  const resource = catalog.target(member, resourceId, RESOURCE);
  const parent = resource ?? rootOf(member, resourceId, catalog);
  const place = parent ? `${parent.scope} ${parent.address}` : JSON.stringify(resourceId);
  const method = member.text('http_method', unknown());
  // Not written out, the verb of an integration is that of the method that it names.
  const verb = isUnknown(method)
    ? (catalog.target(member, method, 'aws_api_gateway_method')?.text('http_method', method) ?? method)
    : method;
  return {
    path: resource ? pathOf(resource, catalog) : parent ? '/' : unknown(referencesOf(resourceId)),
    resourceId,
    method: verb,
    key: `${place} ${JSON.stringify(verb)}`,
  };
}

/** `/reports/{id}`, from the provider where it says so, else from the parts up to the root. */
export function pathOf(resource: Resource, catalog: Catalog, seen = new Set<Resource>()): string | Unknown {
  const path = resource.text('path');
  if (typeof path === 'string') return path;
  const part = resource.text('path_part');
  const parentId = resource.text('parent_id');
  if (typeof part !== 'string' || seen.has(resource)) return unknown([resource.address]);
  const parent = catalog.target(resource, parentId, RESOURCE);
  if (parent) {
    const above = pathOf(parent, catalog, seen.add(resource));
    return isUnknown(above) ? above : `${above === '/' ? '' : above}/${part}`;
  }
  return rootOf(resource, parentId, catalog) ? `/${part}` : unknown(referencesOf(parentId));
}

/** The API, when `id` is its root: `root_resource_id`, which has no resource of its own. */
function rootOf(member: Resource, id: string | Unknown | undefined, catalog: Catalog): Resource | undefined {
  return catalog.target(member, id, API, 'root_resource_id');
}

const referencesOf = (value: string | Unknown | undefined): readonly string[] | undefined =>
  isUnknown(value) ? value.references : undefined;
