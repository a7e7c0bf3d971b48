import { isUnknown } from '../../model/value';
import { nameOf } from '../known';
import { postureRule } from '../../findings/rule';

const LONGEST_SECONDS = 900;

export const longAuthorizerCache = postureRule({
  id: 'long-authorizer-cache',
  severity: 'medium',
  title: 'Authorizer cache too long',
  why: `API Gateway calls the function again only when the cached result expires: until then, a caller who lost access still passes. The default is 300 seconds; more than ${LONGEST_SECONDS} is reported.`,
  remediation: 'Set authorizer_result_ttl_in_seconds to 300 or less.',
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
                message: `Callers who lost access can still call for up to ${Math.round(seconds / 60)} minutes.`,
                after: `${seconds} s`,
              },
            ];
      }),
});
