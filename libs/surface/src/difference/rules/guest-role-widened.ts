import { differenceRule } from '../../findings/rule';
import { escalationsIn } from '../../iam/words';
import { changed } from '../changed';
import { givenRights } from '../given-rights';
import { poolHolders } from '../role-holders';
import { show } from '../show';

export const guestRoleWidened = differenceRule({
  id: 'guest-role-widened',
  severity: 'critical',
  title: 'Guest role widened',
  why: 'An identity pool with guests gives AWS credentials to everyone: what the guest role may do, everyone on the internet may do.',
  remediation: 'Give the guest role only what everyone may do.',
  page: 'https://docs.aws.amazon.com/cognito/latest/developerguide/role-based-access-control.html',
  sameFactAs: ['guest-role-too-broad'],
  find: (comparison) => {
    const holderOf = poolHolders(comparison);
    return [
      ...givenRights(comparison)
        // What a new guest role needs for its task is not a change of anyone's rights.
        .filter(({ gained, severity }) => !gained.isNew || severity !== undefined)
        .filter(({ gained }) => holderOf(gained.identity.resource) === 'guests')
        .map(({ at, escalations, gained, what }) => ({
          at,
          subject: `guest role ${gained.identity.name}`,
          message: `Anyone on the internet can do ${what} in this AWS account.${escalationsIn(escalations)}`,
          after: what,
        })),
      ...changed('identity pool', comparison.identityPools, (before, after, name) => {
        const [was, now] = [before.unauthenticatedRole, after.unauthenticatedRole];
        if (!was || !now) return undefined;
        const known = was.role !== undefined && now.role !== undefined;
        return {
          when: after.guests !== false && (known ? was.role !== now.role : show(was.arn) !== show(now.arn)),
          message: `Anyone on the internet can get the permissions of another role from ${name}.`,
          before: was.role ?? show(was.arn),
          after: now.role ?? show(now.arn),
        };
      }),
    ];
  },
});
