import { isUnknown } from '../../model/value';
import { showGuard } from '../guards';
import { addedTo, knownOf } from '../lists';
import { both } from '../pairs';
import { at, type DifferenceRule } from '../rule';

export const scopeLoosened: DifferenceRule = {
  id: 'scope-loosened',
  severity: 'high',
  title: 'A route takes tokens that it refused before',
  why: 'A token passes with any one of the scopes of a route, so each scope that is added lets more tokens in; without scopes every token of the pool passes, ID tokens too.',
  remediation: 'Ask for the scopes that the route had.',
  page: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-enable-cognito-user-pool.html',
  find: ({ routes }) =>
    both(routes).flatMap(({ before, after }) => {
      const [was, now] = [before.guard, after.guard];
      if (isUnknown(was) || isUnknown(now) || was.kind !== 'token' || now.kind !== 'token') return [];
      const [had, has] = [was.scopes ?? [], now.scopes ?? []];
      if (isUnknown(had) || isUnknown(has) || had.length === 0) return [];
      const added = addedTo(had, has);
      // What is not known yet is another rule's matter.
      if (has.length > 0 && added.length === 0) return [];
      const dropped = has.length === 0;
      return [
        {
          ...at(after),
          subject: after.title,
          message: dropped
            ? `Everyone with any token of the user pool can call ${after.title}, whatever scopes it has, ${after.api.kind === 'REST' ? 'and with an ID token' : 'and of any client that the authorizer takes'}.`
            : `Tokens with scope ${added.join(' or ')} can call ${after.title}, which asked for ${knownOf(had).join(' or ')}.`,
          before: showGuard(before),
          after: showGuard(after),
        },
      ];
    }),
};
