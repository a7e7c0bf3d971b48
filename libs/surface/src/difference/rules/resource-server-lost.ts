import { lossDifference } from '../loss-difference';
import { knownOf } from '../../access/lists';
import { lossesOf } from '../losses';
import { both, named, pairs, placeOf } from '../pairs';
import { differenceRule } from '../../findings/rule';
import { nameOf, show } from '../show';

export const resourceServerLost = differenceRule({
  id: 'resource-server-lost',
  severity: 'high',
  title: 'Scopes lost',
  why: 'A client that requests a scope that no longer exists gets no token, and a route that requires it refuses everyone.',
  remediation: 'Keep the resource server and its scopes until no client and no route uses them.',
  page: 'https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-define-resource-servers.html',
  isLoss: true,
  find: (comparison) => [
    ...lossesOf(comparison, {
      type: 'aws_cognito_resource_server',
      name: 'identifier',
      parent: 'user_pool_id',
    }).map((loss) =>
      lossDifference(
        loss,
        'resource server',
        'clients that request its scopes get no token.',
        'Terraform no longer manages its scopes.',
      ),
    ),
    ...both(
      pairs(
        comparison.before.resourceServers,
        comparison.after.resourceServers,
        placeOf,
        named(({ identifier }) => identifier),
      ),
    ).flatMap(({ before, after }) => {
      const has = new Set(knownOf(after.scopes).map(({ name }) => name));
      const all = knownOf(after.scopes).every(({ name }) => typeof name === 'string');
      const lost = knownOf(before.scopes).filter(({ name }) => typeof name === 'string' && !has.has(name));
      if (lost.length === 0 || !all || !Array.isArray(after.scopes)) return [];
      const names = lost.map(({ name }) => `${nameOf(after.identifier, after)}/${show(name)}`);
      return [
        {
          at: after,
          subject: `resource server ${nameOf(after.identifier, after)}`,
          message: `Clients get no token with ${names.join(' or ')}, and routes that require it refuse everyone.`,
          before: show(knownOf(before.scopes).map(({ name }) => name)),
          after: show(knownOf(after.scopes).map(({ name }) => name)),
        },
      ];
    }),
  ],
});
