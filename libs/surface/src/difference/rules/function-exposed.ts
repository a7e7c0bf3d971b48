import type { FunctionPermission, FunctionUrl, Unknown } from '../../model';
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
    ...functionUrls.flatMap(({ before, after }) => {
      if (after?.auth !== 'NONE' || before?.auth === 'NONE') return [];
      const subject = calledFunction(after);
      return [
        {
          at: after,
          subject,
          message: `Anyone on the internet can call ${subject} through its function URL.`,
          before: before ? show(before.auth) : 'no function URL',
          after: 'public',
        },
      ];
    }),
    ...functionPermissions.flatMap(({ before, after }): Violation[] => {
      if (!after || isUnknown(after.principal) || (before && limitsOf(before) === limitsOf(after))) return [];
      const subject = calledFunction(after);
      const everyone = after.principal === '*' && before?.principal !== '*';
      const limit = limitOf(after);
      const unlimited = limit === undefined && (before === undefined || limitOf(before) !== undefined);
      // What is new for a service, or for everyone within limits, is what a permission is for.
      if (before === undefined ? !(everyone && unlimited) : !(everyone || unlimited)) return [];
      const through =
        after.principal !== '*' ? ` through ${after.principal}` : limit === undefined ? '' : ` within ${show(limit)}`;
      return [
        {
          at: after,
          subject,
          severity: after.principal === '*' && limit === undefined ? undefined : 'high',
          message: `Anyone with an AWS account can call ${subject}${through}.`,
          before: before ? limitsOf(before) : 'nobody',
          after: limitsOf(after),
        },
      ];
    }),
  ],
});

type Permission = FunctionPermission<Unknown>;

const calledFunction = (of: Permission | FunctionUrl<Unknown>): string =>
  `function ${of.function ?? show(of.functionName)}`;

/** What narrows a principal down. */
const limitOf = ({ sourceArn, sourceAccount, organization }: Permission) =>
  [sourceArn, sourceAccount, organization].find((limit) => limit !== undefined && limit !== '*');

const limitsOf = (permission: Permission): string => {
  const limit = limitOf(permission);
  return `${show(permission.principal)} from ${limit === undefined ? 'anywhere' : show(limit)}`;
};
