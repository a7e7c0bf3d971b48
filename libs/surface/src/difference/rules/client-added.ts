import type { Unknown, UserPoolClient } from '../../model';
import { knownItems } from '../../model/lists';
import { nameOf } from '../../model/located';
import { differenceRule, type Violation } from '../../findings/rule';
import { ofExistingPool } from '../of-existing-pool';
import { openedBy } from '../opened-routes';
import { newKeys } from '../scope-keys';
import { hostOf } from '../redirects';

type Client = UserPoolClient<Unknown>;

export const clientAdded = differenceRule({
  id: 'client-added',
  severity: 'high',
  title: 'App client added to a user pool that exists',
  why: 'An authorizer with a user pool takes the tokens of every client of the pool. A new client is a new way in: whoever serves its redirect addresses gets tokens, with the scopes that it lists.',
  remediation: 'Check who runs the app, and list only the redirect addresses and scopes that it needs.',
  page: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-integrate-with-cognito.html',
  find: (comparison) => {
    const opened = openedBy(comparison);
    return comparison.clients.flatMap(({ before, after }): Violation[] => {
      if (before || !after || !ofExistingPool({ part: after, id: after.userPoolId }, comparison)) return [];
      const keys = newKeys(undefined, after);
      const who = keys.machine.length > 0 && keys.people.length === 0 ? 'whoever has its secret' : 'users of the pool';
      const scopes = [...new Set([...keys.people, ...keys.machine])];
      const gets =
        scopes.length === 0
          ? 'can get tokens of the pool'
          : `can get tokens with ${scopes.join(', ')}${opened(after, scopes)}`;
      return [
        {
          at: after,
          subject: `app client ${nameOf(after)}`,
          severity: scopes.length > 0 ? 'high' : 'medium',
          message: `Through the new app client ${nameOf(after)}, ${who} ${gets}${sentTo(after)}.`,
          after: scopes.length === 0 ? 'new' : scopes.join(', '),
        },
      ];
    });
  },
});

function sentTo({ oauthEnabled, callbackUrls }: Client): string {
  const hosts = oauthEnabled === false ? [] : [...new Set(knownItems(callbackUrls).map(hostOf))];
  return hosts.length === 0 ? '' : `; it sends sign-in codes to ${hosts.join(', ')}`;
}
