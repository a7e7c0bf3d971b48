import type { ResourceServer, Unknown } from '../model';
import { isUnknown, unknown } from '../model/value';
import { sortedBy } from '../order';
import type { Catalog } from '../terraform/catalog';
import type { Resource } from '../terraform/resource';
import { poolOf } from './pool-of';

export const readResourceServers = (catalog: Catalog): ResourceServer<Unknown>[] =>
  catalog.managed('aws_cognito_resource_server').map((server) => {
    const scopes = server.blocks('scope');
    return {
      ...server.located,
      ...poolOf(server, catalog),
      identifier: server.text('identifier', unknown()),
      scopes: isUnknown(scopes)
        ? scopes
        : sortedBy(
            scopes.map((scope) => ({
              name: scope.text('scope_name', unknown()),
              description: scope.text('scope_description', ''),
            })),
            ({ name }) => name,
          ),
    };
  });

/** As tokens carry them: `orders/read`. Undefined: they are not known. */
export function scopesOf(server: Resource): readonly string[] | undefined {
  const [identifier, scopes] = [server.text('identifier'), server.blocks('scope')];
  if (identifier === undefined || isUnknown(identifier) || isUnknown(scopes)) return undefined;
  const names = scopes.map((scope) => scope.text('scope_name', unknown()));
  return names.some(isUnknown) ? undefined : names.map((name) => `${identifier}/${String(name)}`);
}
