import { isUnknown, unknown, type Unknown } from '../model';
import type { Catalog } from '../terraform/catalog';
import type { Resource } from '../terraform/resource';

/** A REST API and the resources that name it, wherever they are. */
export interface Owner {
  /** The API's own resource or data source; undefined: nothing that was read has it. */
  readonly api?: Resource;
  readonly id: string | Unknown;
  readonly members: (...types: readonly string[]) => readonly Resource[];
}

const API = 'aws_api_gateway_rest_api';

const MEMBERS = [
  'authorizer',
  'deployment',
  'gateway_response',
  'integration',
  'integration_response',
  'method',
  'method_response',
  'method_settings',
  'model',
  'request_validator',
  'resource',
  'rest_api_policy',
  'rest_api_put',
  'stage',
].map((name) => `aws_api_gateway_${name}`);

/** Every API that is managed here or that a managed resource belongs to; no resource is lost for want of its API. */
export function restApiOwners(catalog: Catalog): readonly Owner[] {
  const groups = new Map<string, { api?: Resource; id: string | Unknown; members: Resource[] }>();
  const group = (key: string, api: Resource | undefined, id: string | Unknown) => {
    const known = groups.get(key) ?? { ...(api ? { api } : {}), id, members: [] };
    groups.set(key, known);
    return known;
  };
  for (const api of catalog.managed(API)) group(`${api.scope} ${api.address}`, api, api.computed('id'));
  for (const member of catalog.managed(...MEMBERS)) {
    const id = member.text('rest_api_id', unknown());
    const api = catalog.target(member, id, API);
    if (api) group(`${api.scope} ${api.address}`, api, api.computed('id')).members.push(member);
    else
      group(isUnknown(id) ? `${member.scope} ${JSON.stringify(id)}` : id, undefined, id).members.push(member);
  }
  return [...groups.values()].map(({ api, id, members }) => ({
    ...(api ? { api } : {}),
    id,
    members: (...types) => members.filter(({ type }) => types.includes(type)),
  }));
}
