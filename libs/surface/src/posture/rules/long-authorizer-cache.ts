import { isUnknown } from '../../model/value';
import { postureRule } from '../../findings/rule';
import { violations } from '../../findings/violations';

const LONGEST_SECONDS = 900;

export const longAuthorizerCache = postureRule({
  id: 'long-authorizer-cache',
  severity: 'medium',
  title: 'Authorizer cache too long',
  why: `API Gateway calls the function again only when the cached result expires: until then, a caller who lost access still passes. The default is 300 seconds; more than ${LONGEST_SECONDS} is reported.`,
  remediation: 'Set authorizer_result_ttl_in_seconds to 300 or less.',
  page: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-use-lambda-authorizer.html',
  find: ({ apis, httpApis }) =>
    violations(
      'authorizer',
      [...apis, ...httpApis].flatMap((api) => [...api.authorizers]),
      ({ type, resultTtl: seconds }) => {
        if (isUnknown(seconds) || (type !== 'TOKEN' && type !== 'REQUEST')) return undefined;
        return {
          when: seconds > LONGEST_SECONDS,
          message: `Callers who lost access can still call for up to ${Math.round(seconds / 60)} minutes.`,
          after: `${seconds} s`,
        };
      },
    ),
});
