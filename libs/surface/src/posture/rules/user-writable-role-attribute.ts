import { poolOf, writableThrough } from '../../cognito/writable-attributes';
import { isEmpty, knownItems } from '../../model/lists';
import { postureRule } from '../../findings/rule';
import { violations } from '../../findings/violations';
import { servesUsers } from '../clients';
import { saysWhoMay } from '../role-attribute';

export const userWritableRoleAttribute = postureRule({
  id: 'user-writable-role-attribute',
  severity: 'high',
  title: 'User-writable role attribute',
  why: 'A user can change every attribute that the client may write with an access token alone. An attribute that code reads as a role or tenant then proves nothing. A client without write_attributes may write every mutable attribute.',
  remediation:
    'List in writeAttributes (write_attributes) what users may change, without this attribute, or use groups, which only administrators change.',
  page: 'https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-attributes.html',
  find: ({ clients, userPools }) =>
    violations('app client', clients.filter(servesUsers), (client) => {
      const { writeAttributes } = client;
      const writable = writableThrough(client, poolOf(client, userPools)) ?? knownItems(writeAttributes);
      const attributes = writable.filter(saysWhoMay);
      const found = attributes.join(', ');
      const why = isEmpty(writeAttributes) ? ': the client has no write_attributes' : '';
      return { when: found !== '', message: `Users can set their own ${found}${why}.`, after: found, of: attributes };
    }),
});
