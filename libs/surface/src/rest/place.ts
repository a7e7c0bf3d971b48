import type { Unknown } from '../model';
import { isUnknown, unknown } from '../model/value';
import type { Catalog } from '../terraform/catalog';
import type { Resource } from '../terraform/resource';

const API = 'aws_api_gateway_rest_api';
const METHOD = 'aws_api_gateway_method';
const RESOURCE = 'aws_api_gateway_resource';

/** The path that a method is on. */
export function pathOfMethod(method: Resource, catalog: Catalog): string | Unknown {
  const id = method.text('resource_id', unknown());
  const parent = catalog.target(method, id, [RESOURCE, API], ID);
  return parent ? pathOf(parent, catalog) : sameReferences(id);
}

/**
 * Equal for a method and for the integration and responses that belong to it: the same resource and verb, or, where
 * those are not known yet, the method that they are taken from.
 */
export function placeKey(member: Resource, catalog: Catalog): string {
  const id = member.text('resource_id', unknown());
  const verb = member.text('http_method', unknown());
  const parent = catalog.target(member, id, [RESOURCE, API], ID);
  if (!isUnknown(verb) && parent) return `${parent.scope} ${parent.address} ${verb}`;
  if (!isUnknown(verb) && !isUnknown(id)) return `${id} ${verb}`;
  const method = catalog.target(member, id, METHOD) ?? catalog.target(member, verb, METHOD);
  return method && method !== member ? placeKey(method, catalog) : `${member.scope} ${member.address}`;
}

/** `/reports/{id}`, from the provider where it says so, else from the parts up to the root. */
function pathOf(resource: Resource, catalog: Catalog, below: readonly Resource[] = []): string | Unknown {
  if (resource.type === API) return '/';
  const path = resource.text('path');
  if (typeof path === 'string') return path;
  const part = resource.text('path_part');
  const parentId = resource.text('parent_id');
  if (typeof part !== 'string' || below.includes(resource)) return unknown([resource.address]);
  const parent = catalog.target(resource, parentId, [RESOURCE, API], ID);
  if (!parent) return sameReferences(parentId);
  const above = pathOf(parent, catalog, [...below, resource]);
  return isUnknown(above) ? above : `${above === '/' ? '' : above}/${part}`;
}

/** The root has no resource of its own: its id is an attribute of the API. */
const ID = { [RESOURCE]: 'id', [API]: 'root_resource_id' };

const sameReferences = (value: string | Unknown | undefined): Unknown => (isUnknown(value) ? value : unknown());
