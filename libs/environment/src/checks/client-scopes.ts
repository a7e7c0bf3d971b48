import { didYouMean, standardScopes } from '@gatehouse/checks';
import { type Check, clientsOf } from './check';

/** A client may ask only for scopes that exist; Cognito refuses the client otherwise, in the middle of an apply. */
export const clientScopes: Check = (environment) => {
  const servers = environment.identity?.resourceServers;
  if (!servers) return [];
  const custom = Object.entries(servers).flatMap(([server, scopes]) =>
    Object.keys(scopes ?? {}).map((scope) => `${server}/${scope}`),
  );
  return clientsOf(environment).flatMap(({ client, path }) => {
    const known = client.kind === 'machine' ? custom : [...custom, ...standardScopes];
    return (client.scopes ?? []).flatMap((scope, index) => {
      if (scope === undefined || known.includes(scope)) return [];
      return [
        {
          path: [...path, 'scopes', index],
          reads: [['identity', 'resourceServers', scope.slice(0, scope.lastIndexOf('/'))]],
          expected: known.length > 0 ? `one of ${known.join(', ')}` : 'a scope that identity.resourceServers defines',
          fix: didYouMean(scope, known) ?? 'Correct it, or define the scope in identity.resourceServers.',
        },
      ];
    });
  });
};
