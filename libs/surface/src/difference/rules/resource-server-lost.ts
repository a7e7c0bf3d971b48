import { knownItems } from '../../model/lists';
import type { ResourceServer, Unknown } from '../../model';
import { isUnknown } from '../../model/value';
import { lossRule } from '../loss-rule';
import { both } from '../pairs';
import { nameOf, show } from '../show';

export const resourceServerLost = lossRule({
  id: 'resource-server-lost',
  severity: 'high',
  title: 'Scopes lost',
  why: 'A client that requests a scope that no longer exists gets no token, and a route that requires it refuses everyone.',
  remediation: 'Keep the resource server and its scopes until no client and no route uses them.',
  page: 'https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-define-resource-servers.html',
  lost: [
    {
      type: 'aws_cognito_resource_server',
      name: 'identifier',
      parent: 'user_pool_id',
      kind: 'resource server',
      gone: 'clients that request its scopes get no token.',
      forgotten: 'Terraform no longer manages its scopes.',
    },
  ],
  find: ({ resourceServers }) =>
    both(resourceServers).flatMap(({ before, after }) => {
      const [had, has] = [scopesOf(before), scopesOf(after)];
      const lost = had.filter((scope) => !isUnknown(scope) && !has.includes(scope));
      if (lost.length === 0 || isUnknown(after.scopes) || has.some(isUnknown)) return [];
      const server = nameOf({ name: after.identifier, address: after.address });
      return [
        {
          at: after,
          subject: `resource server ${server}`,
          message: `Clients get no token with ${lost.map((scope) => `${server}/${show(scope)}`).join(' or ')}, and routes that require it refuse everyone.`,
          before: show(had),
          after: show(has),
        },
      ];
    }),
});

const scopesOf = ({ scopes }: ResourceServer<Unknown>) => knownItems(scopes).map(({ name }) => name);
