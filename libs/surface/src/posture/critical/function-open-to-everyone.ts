import { postureRule } from '../../findings/rule';
import { calledFunction } from '../functions';

export const functionOpenToEveryone = postureRule({
  id: 'function-open-to-everyone',
  severity: 'critical',
  title: 'A function that any AWS account may call',
  why: 'A permission for the principal "*" lets every AWS account in the world run the function with input of its choice.',
  remediation: 'Name the service or account that calls it, and for a service the source ARN.',
  page: 'https://docs.aws.amazon.com/lambda/latest/dg/access-control-resource-based.html',
  replaces: ['CKV_AWS_301'],
  find: ({ functionPermissions }) =>
    functionPermissions
      .filter(
        ({ principal, sourceArn, sourceAccount, organization }) =>
          principal === '*' && (sourceArn ?? sourceAccount ?? organization) === undefined,
      )
      .map((permission) => ({
        at: permission,
        subject: `function ${calledFunction(permission)}`,
        message: 'Any AWS account may run it.',
      })),
});
