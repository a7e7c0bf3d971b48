import { standardNames } from '../../cognito/standard-attributes';
import type { List, Unknown } from '../../model';
import { isWhole } from '../../model/lists';
import { saysWhoMay } from '../../posture/role-attribute';
import { differenceRule } from '../../findings/rule';
import { changed } from '../changed';

export const attributeWritable = differenceRule({
  id: 'attribute-writable',
  severity: 'high',
  title: 'Attribute writable by users',
  why: 'With an access token alone a user can set every attribute that the client may write. Code that reads it as a role or tenant then believes the user.',
  remediation: 'Remove the attribute from write_attributes; a trigger or an administrator can still set it.',
  page: 'https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-attributes.html',
  sameFactAs: ['user-writable-role-attribute'],
  find: ({ clients }) =>
    changed('app client', clients, (before, after, name) => {
      const [was, now] = [writableOf(before.writeAttributes), writableOf(after.writeAttributes)];
      if (!was || !now) return undefined;
      const added = now.filter((attribute) => !was.includes(attribute));
      return {
        when: added.length > 0,
        severity: added.some(saysWhoMay) ? 'high' : 'medium',
        message: `Users of ${name} can set their own ${added.join(', ')}.`,
        before: shown(before.writeAttributes),
        after: shown(after.writeAttributes),
      };
    }),
});

/** Nothing written: every standard attribute, and no custom one. */
function writableOf(list: List<string, Unknown>): readonly string[] | undefined {
  if (!isWhole(list)) return undefined;
  return list.length === 0 ? standardNames : list;
}

const shown = (list: List<string, Unknown>): string =>
  isWhole(list) && list.length > 0 ? list.join(', ') : 'the standard attributes';
