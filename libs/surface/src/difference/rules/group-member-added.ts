import type { PlannedChange } from '../../changes/planned-change';
import type { UserGroup, Unknown } from '../../model';
import { isUnknown } from '../../model/value';
import { differenceRule } from '../../findings/rule';
import type { Comparison } from '../comparison';
import { ofExistingPool } from '../of-existing-pool';
import { show } from '../show';

export const groupMemberAdded = differenceRule({
  id: 'group-member-added',
  severity: 'high',
  title: 'User put into a group',
  why: 'Tokens name the groups of their user. Apps decide by them, an identity pool gives the role of the group, and a pre token generation function can keep scopes for it.',
  remediation: 'Let an administrator of the user pool decide who is in a group, or check who the user is.',
  page: 'https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-user-groups.html',
  find: (comparison) => {
    const gives = rightsOf(comparison);
    return comparison.changesOf('aws_cognito_user_in_group').flatMap((change) => {
      const { before, after } = change;
      const group = after?.['group_name'];
      const isSame = before?.['group_name'] === group && before?.['username'] === after?.['username'];
      if (!after || isSame || !ofExistingPool({ part: change, id: after['user_pool_id'] }, comparison)) return [];
      const rights = gives(change);
      const name = isUnknown(group) ? 'that is known after apply' : String(group);
      return [
        {
          at: change,
          subject: `group ${name}`,
          severity: rights === undefined ? 'medium' : 'high',
          message: `User ${change.name} of this configuration is put into group ${name}${rights === undefined ? '' : `, which gives ${rights}`}.`,
          before: 'no member',
          after: 'member',
        },
      ];
    });
  },
});

/** What being in the group of a membership gives; undefined: nothing that is known. */
function rightsOf({ after }: Comparison): (membership: PlannedChange) => string | undefined {
  const groups = new Map(after.userGroups.map((group) => [keyOf(group.userPoolId, group.name), group]));
  const scopes = new Map(after.userPools.map(({ id, groupScopes }) => [show(id), groupScopes]));
  return ({ after: member }) => {
    const [pool, name] = [member?.['user_pool_id'], member?.['group_name']];
    const kept = scopes.get(show(pool));
    const own = kept === undefined || isUnknown(kept) || typeof name !== 'string' ? undefined : kept[name];
    return roleIn(groups.get(keyOf(pool, name))) ?? (own?.length ? `scopes ${own.join(', ')}` : undefined);
  };
}

function roleIn(group: UserGroup<Unknown> | undefined): string | undefined {
  const role = group?.roleArn;
  if (role === undefined) return undefined;
  return isUnknown(role) ? 'a role' : `role ${role.split('/').at(-1) ?? role}`;
}

const keyOf = (pool: unknown, name: unknown): string => `${show(pool)} ${show(name)}`;
