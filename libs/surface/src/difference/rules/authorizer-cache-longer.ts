import { changed } from '../changed';
import { differenceRule } from '../../findings/rule';
import { showDuration } from '../show';

export const authorizerCacheLonger = differenceRule({
  id: 'authorizer-cache-longer',
  severity: 'medium',
  title: 'Authorizer cache extended',
  why: 'While a result is cached, the authorizer is not called: a caller who lost access keeps it until the cache expires.',
  remediation: 'Keep it as short as the backend can take; 0 calls the authorizer for every request.',
  page: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/configure-api-gateway-lambda-authorization.html',
  sameFactAs: ['long-authorizer-cache'],
  find: ({ authorizers }) =>
    changed('authorizer', authorizers, (before, after, name) => {
      const [was, now] = [before.resultTtl, after.resultTtl];
      if (typeof was !== 'number' || typeof now !== 'number') return undefined;
      return {
        // API Gateway remembers nothing of a user pool's tokens that the time could make longer.
        when: now > was && after.type !== 'COGNITO_USER_POOLS',
        message: `Callers who lose access still pass authorizer ${name} for up to ${showDuration(now)}.`,
        before: showDuration(was),
        after: showDuration(now),
      };
    }),
});
