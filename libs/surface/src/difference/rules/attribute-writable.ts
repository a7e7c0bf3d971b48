import { poolOf, writableThrough } from '../../cognito/writable-attributes';
import type { List, Unknown } from '../../model';
import { isWhole } from '../../model/lists';
import { saysWhoMay } from '../../posture/role-attribute';
import { differenceRule } from '../../findings/rule';
import { changed } from '../changed';
import { both } from '../pairs';

export const attributeWritable = differenceRule({
  id: 'attribute-writable',
  severity: 'high',
  title: 'Attribute writable by users',
  why: 'With an access token alone a user can set every attribute that the client may write. Code that reads it as a role or tenant then believes the user.',
  remediation:
    'List in write_attributes what users may change, without this attribute; a trigger or an administrator can still set it.',
  page: 'https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-attributes.html',
  sameFactAs: ['user-writable-role-attribute'],
  find: ({ clients, userPools }) => {
    const pools = both(userPools);
    const [old, current] = [pools.map(({ before }) => before), pools.map(({ after }) => after)];
    return changed('app client', clients, (before, after, name) => {
      const was = writableThrough(before, poolOf(before, old));
      const now = writableThrough(after, poolOf(after, current));
      if (!was || !now) return undefined;
      const added = now.filter((attribute) => !was.includes(attribute));
      return {
        when: added.length > 0,
        severity: added.some(saysWhoMay) ? 'high' : 'medium',
        message: `Users of ${name} can set their own ${added.join(', ')}.`,
        before: shown(before.writeAttributes),
        after: shown(after.writeAttributes),
      };
    });
  },
});

const shown = (list: List<string, Unknown>): string =>
  isWhole(list) && list.length > 0 ? list.join(', ') : 'every mutable attribute';
