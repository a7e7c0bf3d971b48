import { callersOf } from '../../access/caller';
import { loosenedScopes } from '../../access/loosened';
import { byOther, changedCalls, earlierRoute } from '../answered';
import { differenceRule } from '../../findings/rule';

export const scopeLoosened = differenceRule({
  id: 'scope-loosened',
  severity: 'high',
  title: 'Route scopes loosened',
  why: 'A token passes with any one of the scopes of a route, so each scope that is added lets more tokens in; without scopes a REST API takes every ID token of the pool, and an HTTP API every token of its audience.',
  remediation: 'Restore the scopes of the route.',
  page: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-enable-cognito-user-pool.html',
  find: ({ routes }) =>
    changedCalls(routes, (calls) => {
      const { was: before, now: after } = calls;
      const loosened = loosenedScopes(before, after);
      if (!loosened) return undefined;
      const { had, added } = loosened;
      const title = `${calls.title}${byOther(calls)}`;
      const everyone =
        after.kind === 'rest'
          ? `Every user of the pool can call ${title} with an ID token`
          : `Every valid token of the authorizer’s audience can call ${title}`;
      const [old, becomes] = callersOf(before, after);
      return {
        message: `${added.length === 0 ? everyone : `Tokens with scope ${added.join(' or ')} can call ${title}`}; ${earlierRoute(calls)} asked for ${had.join(' or ')}.`,
        before: old,
        after: becomes,
      };
    }),
});
