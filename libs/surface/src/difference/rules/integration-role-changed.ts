import { isUnknown } from '../../model/value';
import { changedRoutes } from '../changed';
import { differenceRule } from '../../findings/rule';
import { show } from '../show';

export const integrationRoleChanged = differenceRule({
  id: 'integration-role-changed',
  severity: 'high',
  title: 'Integration calls with another role',
  why: 'Everyone who may call the route acts on the AWS service with the rights of this role.',
  remediation: 'Use a role that allows what the route does, and nothing else.',
  page: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-api-integration-types.html',
  find: ({ callable }) =>
    changedRoutes(callable, (before, after) => {
      const [was, now] = [before.integration?.credentials, after.integration?.credentials];
      if (before.integration === undefined || now === undefined || isUnknown(was)) return undefined;
      const [account, other] = [was, now].map((role) => (typeof role === 'string' ? role.split(':')[4] : undefined));
      return {
        when: now !== was,
        ...(account !== undefined && other !== undefined && /^\d+$/.test(other) && account !== other
          ? {}
          : { severity: 'medium' as const }),
        message: `Callers of ${after.title} act with the role ${show(now)} in place of ${show(was)}.`,
        before: show(was),
        after: show(now),
      };
    }),
});
