import { lossDifference } from '../loss-difference';
import { knownOf } from '../../access/lists';
import { lossesOf } from '../losses';
import { both, named, pairs, placeOf } from '../pairs';
import { differenceRule } from '../../findings/rule';
import { nameOf, show } from '../show';

export const resourceServerLost = differenceRule({
  id: 'resource-server-lost',
  severity: 'high',
  title: 'Scopes that tokens carry are lost',
  why: 'A client that asks for a scope which no longer exists gets no token at all, and a route that asks for it refuses everyone.',
  remediation: 'Keep the resource server and its scopes until no client and no route names them.',
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
        'no token carries its scopes, and clients that ask for them get none.',
        'its scopes no longer follow the configuration.',
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
          message: `No client gets a token with ${names.join(' or ')}, and routes that ask for it refuse everyone.`,
          before: show(knownOf(before.scopes).map(({ name }) => name)),
          after: show(knownOf(after.scopes).map(({ name }) => name)),
        },
      ];
    }),
  ],
});
