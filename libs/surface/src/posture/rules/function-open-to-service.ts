import { postureRule } from '../../findings/rule';
import { violations } from '../../findings/violations';
import { byFunction } from '../functions';

export const functionOpenToService = postureRule({
  id: 'function-open-to-service',
  severity: 'high',
  title: 'Function open to a service in any account',
  why: 'A service is the same principal in all accounts: without a source ARN or account, an API in someone else’s account can invoke the function, and your authorizers are bypassed.',
  remediation: 'Set source_arn to the API, e.g. "${aws_api_gateway_rest_api.api.execution_arn}/*".',
  page: 'https://docs.aws.amazon.com/lambda/latest/dg/permissions-function-services.html',
  replaces: ['CKV_AWS_364'],
  find: ({ functionPermissions }) =>
    violations('function', byFunction(functionPermissions), ({ principal, sourceArn, sourceAccount }) =>
      typeof principal === 'string' &&
      principal.endsWith('.amazonaws.com') &&
      (sourceArn ?? sourceAccount) === undefined
        ? { message: `Anyone with an AWS account can invoke it through ${principal}.` }
        : undefined,
    ),
});
