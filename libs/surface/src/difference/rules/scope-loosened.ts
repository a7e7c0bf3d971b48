import { callersOf } from '../../access/caller';
import { loosenedScopes } from '../../access/loosened';
import { changedRoutes } from '../changed';
import { differenceRule } from '../../findings/rule';

export const scopeLoosened = differenceRule({
  id: 'scope-loosened',
  severity: 'high',
  title: 'Route scopes loosened',
  why: 'A token passes with any one of the scopes of a route, so each scope that is added lets more tokens in; without scopes a REST API takes every ID token of the pool, and an HTTP API every token of its audience.',
  remediation: 'Restore the scopes of the route.',
  page: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-enable-cognito-user-pool.html',
  find: ({ routes }) =>
    changedRoutes(routes, (before, after) => {
      const loosened = loosenedScopes(before, after);
      if (!loosened) return undefined;
      const { had, added } = loosened;
      const everyone =
        after.kind === 'rest'
          ? `Every user of the pool can call ${after.title} with an ID token`
          : `Every valid token of the authorizer’s audience can call ${after.title}`;
      const [old, becomes] = callersOf(before, after);
      return {
        message:
          added.length === 0
            ? `${everyone}; it asked for ${had.join(' or ')}.`
            : `Tokens with scope ${added.join(' or ')} can call ${after.title}, which asked for ${had.join(' or ')}.`,
        before: old,
        after: becomes,
      };
    }),
});
