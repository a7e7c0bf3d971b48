import { postureRule } from '../../findings/rule';
import { violations } from '../../findings/violations';
import { byFunction } from '../functions';

export const functionOpenToEveryone = postureRule({
  id: 'function-open-to-everyone',
  severity: 'critical',
  title: 'Function open to every AWS account',
  why: 'A permission for the principal "*" lets every AWS account invoke the function with input of its choice.',
  remediation: 'Name the service or account that invokes it, and for a service the source ARN.',
  page: 'https://docs.aws.amazon.com/lambda/latest/dg/access-control-resource-based.html',
  replaces: ['CKV_AWS_301'],
  find: ({ functionPermissions }) =>
    violations(
      'function',
      byFunction(functionPermissions).filter(
        ({ principal, sourceArn, sourceAccount, organization }) =>
          principal === '*' && (sourceArn ?? sourceAccount ?? organization) === undefined,
      ),
      'Anyone with an AWS account can invoke it.',
    ),
});
