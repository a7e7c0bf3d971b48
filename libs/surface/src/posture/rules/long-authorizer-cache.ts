import { isUnknown } from '../../model/value';
import { nameOf } from '../known';
import { postureRule } from '../../findings/rule';

const LONGEST_SECONDS = 900;

export const longAuthorizerCache = postureRule({
  id: 'long-authorizer-cache',
  severity: 'medium',
  title: 'A Lambda authorizer whose answer is kept for long',
  why: `API Gateway asks the function again only when the kept answer runs out: until then, who lost the right still passes. AWS keeps 300 seconds by default; here ${LONGEST_SECONDS} are the most.`,
  remediation: 'Keep the answer for 300 seconds or less (authorizer_result_ttl_in_seconds).',
  page: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-use-lambda-authorizer.html',
  find: ({ apis, httpApis }) =>
    [...apis, ...httpApis]
      .flatMap((api) => [...api.authorizers])
      .filter(({ type }) => type === 'TOKEN' || type === 'REQUEST')
      .flatMap((authorizer) => {
        const seconds = authorizer.resultTtl;
        return isUnknown(seconds) || seconds <= LONGEST_SECONDS
          ? []
          : [
              {
                at: authorizer,
                subject: `authorizer ${nameOf(authorizer)}`,
                message: `A right that was taken away still opens the API for up to ${Math.round(seconds / 60)} minutes.`,
                after: `${seconds} s`,
              },
            ];
      }),
});
