import { both } from '../pairs';
import { differenceRule } from '../../findings/rule';
import { nameOf, showDuration } from '../show';

export const authorizerCacheLonger = differenceRule({
  id: 'authorizer-cache-longer',
  severity: 'medium',
  title: 'Authorizer cache extended',
  why: 'While a result is cached, the authorizer is not called: a caller who lost access keeps it until the cache expires.',
  remediation: 'Keep it as short as the backend can take; 0 calls the authorizer for every request.',
  page: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/configure-api-gateway-lambda-authorization.html',
  sameFactAs: ['long-authorizer-cache'],
  find: ({ authorizers }) =>
    both(authorizers).flatMap(({ before, after }) => {
      const [was, now] = [before.resultTtl, after.resultTtl];
      // API Gateway remembers nothing of a user pool's tokens that the time could make longer.
      if (
        after.type === 'COGNITO_USER_POOLS' ||
        typeof was !== 'number' ||
        typeof now !== 'number' ||
        now <= was
      )
        return [];
      const subject = `authorizer ${nameOf(after.name, after)}`;
      return [
        {
          at: after,
          subject,
          message: `Callers who lose access still pass ${subject} for up to ${showDuration(now)}.`,
          before: showDuration(was),
          after: showDuration(now),
        },
      ];
    }),
});
