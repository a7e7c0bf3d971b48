import { isUnknown } from '../../model/value';
import { changed } from '../changed';
import { differenceRule } from '../../findings/rule';
import { show } from '../show';

export const identityPoolRoleChanged = differenceRule({
  id: 'identity-pool-role-changed',
  severity: 'high',
  title: 'Role of signed-in users changed',
  why: 'An identity pool gives everyone who signs in the credentials of that role: another role is other permissions for all of them.',
  remediation: 'Keep the role, and add the permissions that signed-in users need.',
  page: 'https://docs.aws.amazon.com/cognito/latest/developerguide/role-based-access-control.html',
  find: ({ identityPools }) =>
    changed('identity pool', identityPools, (before, after, name) => {
      const [was, now] = [before.authenticatedRole, after.authenticatedRole];
      // One that is not known is reported with what else is not.
      if (!now || (now.role === undefined && isUnknown(now.arn))) return undefined;
      const isKnown = was?.role !== undefined && now.role !== undefined;
      return {
        when: isKnown ? was.role !== now.role : show(was?.arn) !== show(now.arn),
        message: `Everyone who signs in to ${name} can get the permissions of ${was ? 'another role' : 'a role; there was none'}.`,
        before: was?.role ?? show(was?.arn),
        after: now.role ?? show(now.arn),
      };
    }),
});
