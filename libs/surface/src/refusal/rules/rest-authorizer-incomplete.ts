import { isEmpty } from '../../model/lists';
import { refusalRule } from '../../findings/rule';
import { violations } from '../../findings/violations';

export const restAuthorizerIncomplete = refusalRule({
  id: 'rest-authorizer-incomplete',
  severity: 'high',
  title: 'Authorizer of a REST API that lacks a part',
  why: 'An authorizer of type COGNITO_USER_POOLS needs user pools; one of type TOKEN or REQUEST needs a function, as the ARN by which API Gateway invokes it.',
  remediation: 'Set provider_arns of the user pools, or authorizer_uri to invoke_arn of the function.',
  page: 'https://docs.aws.amazon.com/apigateway/latest/api/API_CreateAuthorizer.html',
  find: ({ apis }) =>
    apis.flatMap(({ authorizers }) =>
      violations('authorizer', authorizers, ({ type, uri, userPoolArns }) => [
        {
          when: type === 'COGNITO_USER_POOLS' && isEmpty(userPoolArns),
          message: 'API Gateway refuses an authorizer of user pools that names no user pool.',
        },
        {
          when: (type === 'TOKEN' || type === 'REQUEST') && uri === undefined,
          message: `API Gateway refuses an authorizer of type ${String(type)} without a function.`,
        },
        {
          when: typeof uri === 'string' && !/^arn:[\w-]+:apigateway:[\w-]+:lambda:path\//.test(uri),
          message: `API Gateway refuses the function ${String(uri)}; it needs its invoke ARN, which begins with arn:aws:apigateway.`,
          after: String(uri),
        },
      ]),
    ),
});
