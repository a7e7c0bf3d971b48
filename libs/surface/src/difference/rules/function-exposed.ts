import type { FunctionPermission, Unknown } from '../../model';
import { isUnknown } from '../../model/value';
import { differenceRule, type Violation } from '../../findings/rule';
import { show } from '../show';

export const functionExposed = differenceRule({
  id: 'function-exposed',
  severity: 'critical',
  title: 'Function reachable without the API',
  why: 'Anyone who can invoke the function itself bypasses the authorizers, throttles and logs of the API.',
  remediation: 'Name the API as source_arn, and keep function URLs on AWS_IAM.',
  page: 'https://docs.aws.amazon.com/lambda/latest/dg/access-control-resource-based.html',
  sameFactAs: ['open-function-url', 'function-open-to-everyone', 'function-open-to-service'],
  find: ({ functionPermissions, functionUrls }) => [
    ...functionUrls.flatMap(({ before, after }) =>
      after?.auth === 'NONE' && before?.auth !== 'NONE'
        ? [
            {
              at: after,
              subject: `function ${after.function ?? show(after.functionName)}`,
              message: `Anyone on the internet can call function ${after.function ?? show(after.functionName)} through its function URL.`,
              before: before ? show(before.auth) : 'no function URL',
              after: 'public',
            },
          ]
        : [],
    ),
    ...functionPermissions.flatMap(({ before, after }): Violation[] => {
      if (!after || isUnknown(after.principal) || (before && limitsOf(before) === limitsOf(after))) return [];
      const subject = `function ${after.function ?? show(after.functionName)}`;
      const everyone = after.principal === '*' && before?.principal !== '*';
      const unlimited =
        limitOf(after) === undefined && (before === undefined || limitOf(before) !== undefined);
      // What is new for a service, or for everyone within limits, is what a permission is for.
      if (before === undefined ? !(everyone && unlimited) : !(everyone || unlimited)) return [];
      const open = after.principal === '*' && limitOf(after) === undefined;
      return [
        {
          at: after,
          subject,
          ...(open ? {} : { severity: 'high' as const }),
          message:
            after.principal === '*'
              ? `Anyone with an AWS account can call ${subject}${open ? '' : ` within ${show(limitOf(after))}`}.`
              : `Anyone with an AWS account can call ${subject} through ${after.principal}.`,
          before: before ? limitsOf(before) : 'nobody',
          after: limitsOf(after),
        },
      ];
    }),
  ],
});

type Permission = FunctionPermission<Unknown>;

/** What narrows a principal down. */
const limitOf = ({ sourceArn, sourceAccount, organization }: Permission) =>
  [sourceArn, sourceAccount, organization].find((limit) => limit !== undefined && limit !== '*');

const limitsOf = (permission: Permission): string =>
  `${show(permission.principal)} from ${limitOf(permission) === undefined ? 'anywhere' : show(limitOf(permission))}`;
