import { both } from '../pairs';
import { differenceRule } from '../../findings/rule';
import { nameOf, showDuration } from '../show';

export const authorizerCacheLonger = differenceRule({
  id: 'authorizer-cache-longer',
  severity: 'medium',
  title: 'An authorizer remembers its answer for longer',
  why: 'While the answer is remembered, nobody asks again: whoever lost the right to call keeps it until it runs out.',
  remediation: 'Keep it as short as the backend can take; 0 asks every time.',
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
          message: `Whoever loses the right to call passes ${subject} for up to ${showDuration(now)} more.`,
          before: showDuration(was),
          after: showDuration(now),
        },
      ];
    }),
});
