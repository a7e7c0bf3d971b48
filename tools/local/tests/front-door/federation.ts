import { type Row, source } from '../../testing/conformance';
import { claims } from '../gaps/user-pool';
import { addUser, asking, CALLBACK, type Client, type Door, post } from './door';
import { type Seen, Visitor } from './visitor';

const row = (name: string, prove: Row<Door>['prove'], page = 'cognito-user-pools-oidc-flow', differs?: string) => ({
  name,
  source: source.cognitoGuide(page),
  prove,
  ...(differs !== undefined && { differs }),
});

/** Goes to the provider's page, types in a person, and comes back to the application. */
export async function through(
  door: Door,
  person: Record<string, unknown>,
  more: Record<string, string> = {},
  visitor = door.visitor(),
): Promise<Seen> {
  const query = asking(door.web, { identity_provider: 'Google', ...more });
  const begun = await visitor.get(`/oauth2/authorize?${query}`);
  const provider = new Visitor(begun.location);
  const form = await provider.get((await provider.get(begun.location)).location);
  const chosen = await provider.fill(form, { claims: JSON.stringify(person) }, 1);
  const back = await provider.get(chosen.location);
  return visitor.get(back.location);
}

async function tokensThrough(door: Door, person: Record<string, unknown>, more: Record<string, string> = {}) {
  const seen = await through(door, person, more);
  const code = seen.told.get('code');
  if (code === null) throw new Error(`No code: ${seen.status} ${seen.location} ${seen.body}`);
  return redeem(door, code);
}

async function redeem(door: Door, code: string, client: Client = door.web) {
  const form = { grant_type: 'authorization_code', code, redirect_uri: CALLBACK, client_id: client.id };
  const { body } = await post(`${door.url}/oauth2/token`, form);
  return claims(body['id_token']!);
}

const user = (door: Door, Username: string) => door.aws.idp('AdminGetUser', { UserPoolId: door.poolId, Username });
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

export const federationRows: Row<Door>[] = [
  row(
    'identity_provider: leads to the provider with its scopes, a state and a nonce, and not to /login',
    async (door) => {
      const query = asking(door.web, { identity_provider: 'Google', prompt: 'select_account' });
      const { location, status, told } = await door.visitor().get(`/oauth2/authorize?${query}`);
      expect([status, told.get('client_id'), told.get('redirect_uri'), told.get('scope')]).toEqual([
        302,
        'google-client',
        `${door.url}/oauth2/idpresponse`,
        'openid email profile',
      ]);
      expect(told.get('state')).not.toBe('a b&c');
      expect(location).not.toContain('/login');
    },
    'authorization-endpoint',
  ),
  row(
    'idp_identifier: finds the provider by another name',
    async (door) => {
      const { told } = await door
        .visitor()
        .get(`/oauth2/authorize?${asking(door.web, { idp_identifier: 'corp.example.com' })}`);
      expect(told.get('client_id')).toBe('corp-client');
    },
    'authorization-endpoint',
  ),
  row(
    'login_hint: goes on to OpenID providers, not to Google',
    async (door) => {
      const to = async (identity_provider: string) => {
        const query = asking(door.web, { identity_provider, login_hint: 'eve@example.com' });
        return (await door.visitor().get(`/oauth2/authorize?${query}`)).told.get('login_hint');
      };
      expect([await to('Corp'), await to('Google')]).toEqual(['eve@example.com', null]);
    },
    'authorization-endpoint',
  ),
  row(
    'first sign-in: a user `google_<sub>` in lower case, EXTERNAL_PROVIDER, in the group of the provider',
    async (door) => {
      const found = await tokensThrough(door, { sub: 'ABC-1', email: 'first@example.com', given_name: 'First' });
      expect(found).toMatchObject({
        'cognito:username': 'google_abc-1',
        'cognito:groups': [`${door.poolId}_Google`],
        email: 'first@example.com',
        email_verified: false,
        given_name: 'First',
      });
      expect(await user(door, 'google_abc-1')).toMatchObject({ UserStatus: 'EXTERNAL_PROVIDER', Enabled: true });
    },
    'cognito-user-pools-identity-federation',
  ),
  row(
    'identities: in the ID token, its flags and dates as strings',
    async (door) => {
      const found = await tokensThrough(door, { sub: 'identities', email: 'identities@example.com' });
      expect(found['identities']).toEqual([
        {
          ...{ userId: 'identities', providerName: 'Google', providerType: 'Google', issuer: null },
          ...{ primary: 'true', dateCreated: expect.stringMatching(/^\d{13}$/) },
        },
      ]);
    },
    'amazon-cognito-user-pools-using-the-id-token',
  ),
  row(
    'mapping: at each sign-in; a claim that is absent keeps its value',
    async (door) => {
      await tokensThrough(door, { sub: 'twice', email: 'twice@example.com', given_name: 'Old' });
      const again = await tokensThrough(door, { sub: 'twice', email: 'new@example.com' });
      expect(again).toMatchObject({ email: 'new@example.com', given_name: 'Old' });
    },
    'cognito-user-pools-specifying-attribute-mapping',
  ),
  row(
    'mapping: a list becomes [a,b], email_verified comes where it is mapped',
    async (door) => {
      const person = { sub: 'lists', email: 'lists@example.com', email_verified: true, groups: ['red', 'blue'] };
      const found = await tokensThrough(door, person, { identity_provider: 'Corp' });
      expect(found).toMatchObject({
        'cognito:username': 'corp_lists',
        'custom:team': '[red,blue]',
        email_verified: true,
      });
      expect(found['identities']).toMatchObject([{ issuer: 'https://login.corp.example.com', providerType: 'OIDC' }]);
    },
    'cognito-user-pools-specifying-attribute-mapping',
  ),
  row(
    'mapping: more than 2,048 characters are refused',
    async (door) => {
      const person = { sub: 'long', email: 'long@example.com', groups: ['x'.repeat(2100)] };
      const { told } = await through(door, person, { identity_provider: 'Corp' });
      expect([told.get('error'), told.get('error_description')]).toEqual([
        'invalid_request',
        expect.stringContaining('should not exceed 2048 characters'),
      ]);
    },
    'cognito-user-pools-specifying-attribute-mapping',
  ),
  row(
    'a required attribute that does not come is told to the application',
    async (door) => {
      const { told } = await through(door, { sub: 'no-mail' });
      expect(Object.fromEntries(told)).toEqual({
        error: 'invalid_request',
        error_description: 'attributes required: [email]',
        state: 'a b&c',
      });
    },
    'authorization-endpoint',
  ),
  row('a person who cancels at the provider goes back with its error', async (door) => {
    const visitor = door.visitor();
    const begun = await visitor.get(`/oauth2/authorize?${asking(door.web, { identity_provider: 'Google' })}`);
    const provider = new Visitor(begun.location);
    const form = await provider.get((await provider.get(begun.location)).location);
    const back = await provider.get((await provider.fill(form, { cancel: 'true' }, 1)).location);
    const { told } = await visitor.get(back.location);
    expect([told.get('error'), told.get('state')]).toEqual(['access_denied', 'a b&c']);
  }),
  row(
    'a disabled user is refused',
    async (door) => {
      const person = { sub: 'disabled', email: 'gone@example.com' };
      await tokensThrough(door, person);
      await door.aws.idp('AdminDisableUser', { UserPoolId: door.poolId, Username: 'google_disabled' });
      expect((await through(door, person)).told.get('error_description')).toBe('User is disabled.');
    },
    'cognito-user-pools-identity-federation',
  ),
  row('idpresponse: an answer is taken once, in the browser that began', async (door) => {
    const visitor = door.visitor();
    const begun = await visitor.get(`/oauth2/authorize?${asking(door.web, { identity_provider: 'Google' })}`);
    const state = begun.told.get('state')!;
    const answer = `/oauth2/idpresponse?code=x&state=${state}`;
    expect((await door.visitor().get(answer)).location).toMatch(/^\/error\?/);
    expect((await visitor.get(answer)).told.get('error_description')).toBe('Google Error - 400 error getting token');
    expect((await visitor.get(answer)).location).toMatch(/^\/error\?/);
    expect((await visitor.get('/oauth2/idpresponse?code=x&state=made-up')).location).toMatch(/^\/error\?/);
  }),
  row(
    'AdminSetUserPassword makes a federated user CONFIRMED, who still comes through the provider',
    async (door) => {
      const person = { sub: 'password', email: 'password@example.com' };
      await tokensThrough(door, person);
      const Username = 'google_password';
      const password = { Password: 'Correct-horse-9', Permanent: true };
      await door.aws.idp('AdminSetUserPassword', { UserPoolId: door.poolId, Username, ...password });
      expect(await user(door, Username)).toMatchObject({ UserStatus: 'CONFIRMED' });
      expect((await tokensThrough(door, person))['cognito:username']).toBe(Username);
    },
    'cognito-user-pools-identity-federation',
  ),
  row(
    'SAML: refused with a page',
    async (door) => {
      const { told } = await door.visitor().get(`/oauth2/authorize?${asking(door.web, { identity_provider: 'Adfs' })}`);
      expect(told.get('error')).toBe('Adfs is a SAML provider, which npm start does not play');
    },
    'cognito-user-pools-managing-saml-idp',
    'no SAML provider is played here; sign-in through one is tried on AWS',
  ),
  row(
    'the stand-in asks who it is at each sign-in',
    async (door) => {
      const { told } = await door
        .visitor()
        .get(`/oauth2/authorize?${asking(door.web, { identity_provider: 'Google' })}`);
      expect(told.get('prompt')).toBe('login');
    },
    'authorization-endpoint',
    'people are tried one after the other, so prompt is not passed on and no session stays at the provider',
  ),
];

export const linkingRows: Row<Door>[] = [
  row(
    'AdminLinkProviderForUser: the person signs in as the linked user, whose name and groups stay',
    async (door) => {
      await addUser(door.aws, door.poolId, 'linked@example.com');
      await link(door, 'linked@example.com', ofGoogle('linked-1'));
      const { Username, ...linked } = await user(door, 'linked@example.com');
      expect(JSON.parse(attributesOf(linked)['identities']!)).toMatchObject([{ userId: 'linked-1', primary: false }]);
      const found = await tokensThrough(door, { sub: 'linked-1', email: 'linked@example.com', given_name: 'Linked' });
      expect(found).toMatchObject({ 'cognito:username': Username, given_name: 'Linked' });
      expect(found['cognito:groups']).toBeUndefined();
    },
    'cognito-user-pools-identity-federation-consolidate-users',
  ),
  row(
    'AdminLinkProviderForUser: by another claim, of OpenID providers alone',
    async (door) => {
      await addUser(door.aws, door.poolId, 'claim@example.com');
      const byMail = { ProviderAttributeName: 'email', ProviderAttributeValue: 'claim@example.com' };
      await link(door, 'claim@example.com', { ProviderName: 'Corp', ...byMail });
      const { Username } = await user(door, 'claim@example.com');
      const found = await tokensThrough(
        door,
        { sub: 'any', email: 'claim@example.com' },
        { identity_provider: 'Corp' },
      );
      expect(found['cognito:username']).toBe(Username);
      await expect(link(door, 'claim@example.com', { ProviderName: 'Google', ...byMail })).rejects.toMatchObject({
        code: 'InvalidParameterException',
      });
    },
    'cognito-user-pools-identity-federation-consolidate-users',
  ),
  row(
    'AdminLinkProviderForUser: refused for a person who signed in before, or is linked already',
    async (door) => {
      await addUser(door.aws, door.poolId, 'late@example.com');
      await tokensThrough(door, { sub: 'late', email: 'late@example.com' });
      await expect(link(door, 'late@example.com', ofGoogle('late'))).rejects.toMatchObject({
        code: 'InvalidParameterException',
      });
      await link(door, 'late@example.com', ofGoogle('taken'));
      await expect(link(door, 'late@example.com', ofGoogle('taken'))).rejects.toMatchObject({
        code: 'AliasExistsException',
      });
    },
    'cognito-user-pools-identity-federation-consolidate-users',
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
    'cognito-user-pools-identity-federation-consolidate-users',
  ),
  row(
    'AdminDisableProviderForUser: takes a link away; the person gets a user of their own',
    async (door) => {
      await addUser(door.aws, door.poolId, 'unlinked@example.com');
      await link(door, 'unlinked@example.com', ofGoogle('unlinked'));
      await door.aws.idp('AdminDisableProviderForUser', { UserPoolId: door.poolId, User: ofGoogle('unlinked') });
      const found = await tokensThrough(door, { sub: 'unlinked', email: 'other@example.com' });
      expect(found['cognito:username']).toBe('google_unlinked');
    },
    'cognito-user-pools-identity-federation-consolidate-users',
  ),
];
