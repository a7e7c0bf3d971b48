import { postureRule } from '../../findings/rule';
import { nameOf } from '../known';
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
    return roles
      .filter((role) => attached.includes(role.address) || trustsGuests(role))
      .flatMap((role) => {
        const found = [...new Set(wideRights(role))].join(', ');
        if (found === '') return [];
        const message = `Everyone on the internet may: ${found}.`;
        return [{ at: role, subject: `role ${nameOf(role)}`, message, after: found }];
      });
  },
});
