import { postureRule } from '../../findings/rule';
import { violations } from '../../findings/violations';
import { trustsGuests } from '../trust';
import { wideRights } from '../wide-policy';

export const guestRoleTooBroad = postureRule({
  id: 'guest-role-too-broad',
  severity: 'critical',
  title: 'Guest role too broad',
  why: 'Everyone on the internet can do what the guest role of an identity pool may do.',
  remediation: 'Allow single actions on single resources, or turn guest access off.',
  page: 'https://docs.aws.amazon.com/cognito/latest/developerguide/iam-roles.html',
  find: ({ identityPools, roles }) => {
    const attached = identityPools
      .filter(({ guests }) => guests === true)
      .map(({ unauthenticatedRole }) => unauthenticatedRole?.role);
    const ofGuests = roles.filter((role) => attached.includes(role.address) || trustsGuests(role));
    return violations('role', ofGuests, (role) => {
      const rights = wideRights(role);
      return { when: rights.length > 0, message: `Everyone on the internet can do ${rights.join(', ')}.`, of: rights };
    });
  },
});
