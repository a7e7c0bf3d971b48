import type { Unknown } from './model';
import { isUnknown, unknown } from './model/value';
import type { Catalog } from './terraform/catalog';
import { Resource } from './terraform/resource';

/** An API and the resources that name it, wherever they are. */
export interface Owner {
  /** The API itself; a stand-in without values where nothing that was read has it. */
  readonly api: Resource;
  readonly managed: boolean;
  readonly id: string | Unknown;
  readonly members: (type: string) => readonly Resource[];
}

interface Kind {
  readonly api: string;
  /** The argument by which members name their API. */
  readonly id: string;
  readonly members: readonly string[];
}

/** Every API that is managed here or that a managed resource belongs to; no resource is lost for want of its API. */
export function apiOwners(catalog: Catalog, kind: Kind): readonly Owner[] {
  const groups = new Map<
    string,
    { readonly api: Resource; readonly id: string | Unknown; readonly members: Map<string, Resource[]> }
  >();
  const group = (key: string, api: () => Resource, id: string | Unknown) => {
    const known = groups.get(key) ?? { api: api(), id, members: new Map<string, Resource[]>() };
    groups.set(key, known);
    return known;
  };
  const byApi = new Map<Resource, ReturnType<typeof group>>();
  const own = (api: Resource) => {
    const known = byApi.get(api) ?? group(`${api.scope} ${api.address}`, () => api, api.computed('id'));
    byApi.set(api, known);
    return known;
  };
  const other = (member: Resource, id: string | Unknown) =>
    group(isUnknown(id) ? `${member.scope} ${JSON.stringify(id)}` : id, () => standIn(kind.api, member, id), id);
  for (const api of catalog.managed(kind.api)) own(api);
  for (const member of catalog.managed(...kind.members)) {
    const id = member.text(kind.id, unknown());
    const api = catalog.target(member, id, kind.api);
    const { members } = api ? own(api) : other(member, id);
    const alike = members.get(member.type);
    if (alike) alike.push(member);
    else members.set(member.type, [member]);
  }
  return [...groups.values()].map(({ api, id, members }) => ({
    api,
    managed: api.mode === 'managed' && api.scope >= 0,
    id,
    members: (type) => members.get(type) ?? [],
  }));
}

/** In place of an API that another stack owns: everything about it is unknown. */
function standIn(type: string, member: Resource, id: string | Unknown): Resource {
  const name = isUnknown(id) ? (id.references?.[0] ?? member.address) : id;
  return new Resource({ address: `${type}(${name})`, type, mode: 'data', scope: -1, values: {} });
}
