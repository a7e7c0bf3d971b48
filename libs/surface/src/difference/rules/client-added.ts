import { groupBy } from '../../group-by';
import type { Unknown, UserPoolClient } from '../../model';
import { knownItems } from '../../model/lists';
import { nameOf, placeOf } from '../../model/located';
import { differenceRule, type Violation } from '../../findings/rule';
import type { Comparison } from '../comparison';
import { lossesOf } from '../losses';
import { ofExistingPool } from '../of-existing-pool';
import { openedBy } from '../opened-routes';
import { poolKeyOf } from '../pool-key';
import { hostOf } from '../redirects';
import { keysOf, type ScopeKeys } from '../scope-keys';

type Client = UserPoolClient<Unknown>;

export const clientAdded = differenceRule({
  id: 'client-added',
  severity: 'high',
  title: 'App client added to a user pool that exists',
  why: 'An authorizer with a user pool takes the tokens of every client of the pool. A new client is a new way in: anyone who serves its redirect addresses gets tokens, with the scopes that it lists.',
  remediation: 'Check who runs the app, and list only the redirect addresses and scopes that it needs.',
  page: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-integrate-with-cognito.html',
  find: (comparison) => {
    const opened = openedBy(comparison);
    const again = madeAgain(comparison);
    const had = groupBy(comparison.before.clients, poolKeyOf);
    return comparison.clients.flatMap(({ before, after }): Violation[] => {
      if (before || !after || again.has(placeOf(after))) return [];
      if (!ofExistingPool({ part: after, id: after.userPoolId }, comparison)) return [];
      const { people, machine } = keysOf(after);
      const isMachine = machine.length > 0 && people.length === 0;
      const scopes = [...new Set([...people, ...machine])];
      const gets = scopes.length === 0 ? 'of the pool' : `with ${scopes.join(', ')}${opened(after, scopes)}`;
      return [
        {
          at: after,
          subject: `app client ${nameOf(after)}`,
          severity: severityOf(after, { people, machine }, had.get(poolKeyOf(after)) ?? []),
          message: `Through the new app client ${nameOf(after)}, ${isMachine ? 'anyone who has its secret' : 'users of the pool'} can get tokens ${gets}${sentTo(after)}.`,
          after: scopes.length === 0 ? 'new' : scopes.join(', '),
        },
      ];
    });
  },
});

/** Without OAuth it only takes users who prove their password by SRP, as they can elsewhere. */
function severityOf(client: Client, keys: ScopeKeys, others: readonly Client[]): Violation['severity'] {
  if (isFirst(keys, others)) return 'high';
  const hasWeakFlow = knownItems(client.authFlows).some((flow) => /PASSWORD_AUTH$|USER_AUTH$|CUSTOM|NO_SRP/.test(flow));
  const isForUsers = keys.people.length > 0 || (client.oauthEnabled !== false && keys.machine.length === 0);
  return isForUsers || hasWeakFlow ? 'medium' : 'expected';
}

/** Whether no other client of the pool can get one of the scopes in that way. */
const isFirst = (keys: ScopeKeys, others: readonly Client[]): boolean =>
  (['people', 'machine'] as const).some((kind) => {
    const known = new Set(others.flatMap((client) => keysOf(client)[kind]));
    return keys[kind].some((scope) => !known.has(scope));
  });

/** Clients that are lost in the same plan, or were outside of Terraform: that is reported. */
function madeAgain(comparison: Comparison): ReadonlySet<string> {
  const lost = TYPES.flatMap((type) => lossesOf(comparison, { type, name: 'name', parent: 'user_pool_id' }));
  const deleted = comparison.plans.flatMap(({ drift }) =>
    drift.filter(({ type, action }) => action === 'delete' && TYPES.includes(type)),
  );
  return new Set([
    ...lost.flatMap(({ change, renamedTo }) =>
      renamedTo === undefined ? [] : placeOf({ ...change, address: renamedTo }),
    ),
    ...deleted.map(placeOf),
  ]);
}

const TYPES: readonly string[] = ['aws_cognito_user_pool_client', 'aws_cognito_managed_user_pool_client'];

function sentTo({ oauthEnabled, callbackUrls }: Client): string {
  const hosts = oauthEnabled === false ? [] : [...new Set(knownItems(callbackUrls).map(hostOf))];
  return hosts.length === 0 ? '' : `; it sends sign-in codes to ${hosts.join(', ')}`;
}
