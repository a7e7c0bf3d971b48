import { type Row, source } from '../../testing/conformance';
import { addUser, type Door } from './door';
import { claimsThrough, user } from './provider';

const page = 'cognito-user-pools-identity-federation-consolidate-users';
const row = (name: string, prove: Row<Door>['prove'], page: string, differs?: string) => ({
  name,
  source: source.cognitoGuide(page),
  prove,
  ...(differs !== undefined && { differs }),
});

const attributesOf = ({ UserAttributes }: { UserAttributes: { Name: string; Value: string }[] }) =>
  Object.fromEntries(UserAttributes.map(({ Name, Value }) => [Name, Value]));

const link = (door: Door, destination: string, source: Record<string, string>) =>
  door.aws.idp('AdminLinkProviderForUser', {
    UserPoolId: door.poolId,
    DestinationUser: { ProviderName: 'Cognito', ProviderAttributeValue: destination },
    SourceUser: source,
  });

const ofGoogle = (sub: string) => ({
  ProviderName: 'Google',
  ProviderAttributeName: 'Cognito_Subject',
  ProviderAttributeValue: sub,
});

export const linkingRows: Row<Door>[] = [
  row(
    'AdminLinkProviderForUser: the person signs in as the linked user, whose name and groups stay',
    async (door) => {
      await addUser(door.aws, door.poolId, 'linked@example.com');
      await link(door, 'linked@example.com', ofGoogle('linked-1'));
      const { Username, ...linked } = await user(door, 'linked@example.com');
      expect(JSON.parse(attributesOf(linked)['identities']!)).toMatchObject([{ userId: 'linked-1', primary: false }]);
      const found = await claimsThrough(door, { sub: 'linked-1', email: 'linked@example.com', given_name: 'Linked' });
      expect(found).toMatchObject({ 'cognito:username': Username, given_name: 'Linked' });
      expect(found['cognito:groups']).toBeUndefined();
    },
    page,
  ),
  row(
    'AdminLinkProviderForUser: by another claim, of OpenID providers alone',
    async (door) => {
      await addUser(door.aws, door.poolId, 'claim@example.com');
      const byMail = { ProviderAttributeName: 'email', ProviderAttributeValue: 'claim@example.com' };
      await link(door, 'claim@example.com', { ProviderName: 'Corp', ...byMail });
      const { Username } = await user(door, 'claim@example.com');
      const found = await claimsThrough(
        door,
        { sub: 'any', email: 'claim@example.com' },
        { identity_provider: 'Corp' },
      );
      expect(found['cognito:username']).toBe(Username);
      await expect(link(door, 'claim@example.com', { ProviderName: 'Google', ...byMail })).rejects.toMatchObject({
        code: 'InvalidParameterException',
      });
    },
    page,
  ),
  row(
    'AdminLinkProviderForUser: refused for a person who signed in before, or is linked already',
    async (door) => {
      await addUser(door.aws, door.poolId, 'late@example.com');
      await claimsThrough(door, { sub: 'late', email: 'late@example.com' });
      await expect(link(door, 'late@example.com', ofGoogle('late'))).rejects.toMatchObject({
        code: 'InvalidParameterException',
      });
      await link(door, 'late@example.com', ofGoogle('taken'));
      await expect(link(door, 'late@example.com', ofGoogle('taken'))).rejects.toMatchObject({
        code: 'InvalidParameterException',
        message: expect.stringContaining('already linked to DestinationUser'),
      });
      await addUser(door.aws, door.poolId, 'other@example.com');
      await expect(link(door, 'other@example.com', ofGoogle('taken'))).rejects.toMatchObject({
        code: 'AliasExistsException',
      });
    },
    page,
  ),
  row(
    'AdminLinkProviderForUser: at most five, to a user and a provider that exist',
    async (door) => {
      const Username = 'five@example.com';
      await addUser(door.aws, door.poolId, Username);
      for (const sub of ['1', '2', '3', '4', '5']) await link(door, Username, ofGoogle(`five-${sub}`));
      await expect(link(door, Username, ofGoogle('five-6'))).rejects.toMatchObject({ code: 'LimitExceededException' });
      await expect(link(door, 'nobody@example.com', ofGoogle('x'))).rejects.toMatchObject({
        code: 'UserNotFoundException',
      });
      await expect(link(door, Username, { ...ofGoogle('x'), ProviderName: 'Facebook' })).rejects.toMatchObject({
        code: 'ResourceNotFoundException',
      });
    },
    page,
  ),
  row(
    'AdminDisableProviderForUser: takes a link away; the person gets a user of their own',
    async (door) => {
      await addUser(door.aws, door.poolId, 'unlinked@example.com');
      await link(door, 'unlinked@example.com', ofGoogle('unlinked'));
      await door.aws.idp('AdminDisableProviderForUser', { UserPoolId: door.poolId, User: ofGoogle('unlinked') });
      const found = await claimsThrough(door, { sub: 'unlinked', email: 'other@example.com' });
      expect(found['cognito:username']).toBe('google_unlinked');
    },
    page,
  ),
];
