import { knownItems } from '../../model/lists';
import { postureRule } from '../../findings/rule';
import { violations } from '../../findings/violations';
import { saysWhoMay } from '../role-attribute';

export const userWritableRoleAttribute = postureRule({
  id: 'user-writable-role-attribute',
  severity: 'high',
  title: 'User-writable role attribute',
  why: 'A user can change every attribute that the client may write with an access token alone. An attribute that code reads as a role or tenant then proves nothing.',
  remediation: 'Remove the attribute from write_attributes, or use groups, which only administrators change.',
  page: 'https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-attributes.html',
  find: ({ clients }) =>
    violations('app client', clients, ({ writeAttributes }) => {
      const found = knownItems(writeAttributes).filter(saysWhoMay).join(', ');
      return { when: found !== '', message: `Users can set their own ${found}.`, after: found };
    }),
});
