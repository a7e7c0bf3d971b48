import { type Row, source } from '../../testing/conformance';
import { asking, type Door } from './door';
import { claimsThrough, through, user } from './provider';
import { Visitor } from './visitor';

const row = (name: string, prove: Row<Door>['prove'], page = 'cognito-user-pools-oidc-flow', differs?: string) => ({
  name,
  source: source.cognitoGuide(page),
  prove,
  ...(differs !== undefined && { differs }),
});

export const federationRows: Row<Door>[] = [
  row(
    'identity_provider: leads to the provider with its scopes, a state and a nonce, and not to /login',
    async (door) => {
      const query = asking(door.web, { identity_provider: 'Google', prompt: 'select_account' });
      const { location, status, params } = await door.visitor().get(`/oauth2/authorize?${query}`);
      expect([status, params.get('client_id'), params.get('redirect_uri'), params.get('scope')]).toEqual([
        302,
        'google-client',
        `${door.url}/oauth2/idpresponse`,
        'openid email profile',
      ]);
      expect(params.get('state')).not.toBe('a b&c');
      expect(location).not.toContain('/login');
    },
    'authorization-endpoint',
  ),
  row(
    'idp_identifier: finds the provider by another name',
    async (door) => {
      const { params } = await door
        .visitor()
        .get(`/oauth2/authorize?${asking(door.web, { idp_identifier: 'corp.example.com' })}`);
      expect(params.get('client_id')).toBe('corp-client');
    },
    'authorization-endpoint',
  ),
  row(
    'login_hint: goes on to OpenID providers, not to Google',
    async (door) => {
      const to = async (identity_provider: string) => {
        const query = asking(door.web, { identity_provider, login_hint: 'eve@example.com' });
        return (await door.visitor().get(`/oauth2/authorize?${query}`)).params.get('login_hint');
      };
      expect([await to('Corp'), await to('Google')]).toEqual(['eve@example.com', null]);
    },
    'authorization-endpoint',
  ),
  row(
    'first sign-in: a user `google_<sub>` in lower case, EXTERNAL_PROVIDER, in the group of the provider',
    async (door) => {
      const found = await claimsThrough(door, { sub: 'ABC-1', email: 'first@example.com', given_name: 'First' });
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
      const found = await claimsThrough(door, { sub: 'identities', email: 'identities@example.com' });
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
      await claimsThrough(door, { sub: 'twice', email: 'twice@example.com', given_name: 'Old' });
      const again = await claimsThrough(door, { sub: 'twice', email: 'new@example.com' });
      expect(again).toMatchObject({ email: 'new@example.com', given_name: 'Old' });
    },
    'cognito-user-pools-specifying-attribute-mapping',
  ),
  row(
    'mapping: a list becomes [a,b], email_verified comes where it is mapped',
    async (door) => {
      const person = { sub: 'lists', email: 'lists@example.com', email_verified: true, groups: ['red', 'blue'] };
      const found = await claimsThrough(door, person, { identity_provider: 'Corp' });
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
    'mapping: an object becomes its JSON text, also in a list',
    async (door) => {
      const groups = ['red', { name: 'blue', lead: true, of: null }];
      const person = { sub: 'objects', email: 'objects@example.com', groups };
      const inList = await claimsThrough(door, person, { identity_provider: 'Corp' });
      expect(inList['custom:team']).toBe('[red,{"name":"blue","lead":true,"of":null}]');
      const alone = await claimsThrough(door, { ...person, groups: groups[1] }, { identity_provider: 'Corp' });
      expect(alone['custom:team']).toBe('{"name":"blue","lead":true,"of":null}');
    },
    'cognito-user-pools-specifying-attribute-mapping',
  ),
  row(
    'mapping: more than 2,048 characters are refused',
    async (door) => {
      const person = { sub: 'long', email: 'long@example.com', groups: ['x'.repeat(2100)] };
      const { params } = await through(door, person, { identity_provider: 'Corp' });
      expect([params.get('error'), params.get('error_description')]).toEqual([
        'invalid_request',
        expect.stringContaining('should not exceed 2048 characters'),
      ]);
    },
    'cognito-user-pools-specifying-attribute-mapping',
  ),
  row(
    'a required attribute that does not come is an error for the application',
    async (door) => {
      const { params } = await through(door, { sub: 'no-mail' });
      expect(Object.fromEntries(params)).toEqual({
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
    const { params } = await visitor.get(back.location);
    expect([params.get('error'), params.get('state')]).toEqual(['access_denied', 'a b&c']);
  }),
  row(
    'a disabled user is refused',
    async (door) => {
      const person = { sub: 'disabled', email: 'gone@example.com' };
      await claimsThrough(door, person);
      await door.aws.idp('AdminDisableUser', { UserPoolId: door.poolId, Username: 'google_disabled' });
      expect((await through(door, person)).params.get('error_description')).toBe('User is disabled.');
    },
    'cognito-user-pools-identity-federation',
  ),
  row('idpresponse: an answer is taken once, in the browser that began', async (door) => {
    const visitor = door.visitor();
    const begun = await visitor.get(`/oauth2/authorize?${asking(door.web, { identity_provider: 'Google' })}`);
    const state = begun.params.get('state')!;
    const answer = `/oauth2/idpresponse?code=x&state=${state}`;
    expect((await door.visitor().get(answer)).location).toMatch(/^\/error\?/);
    expect((await visitor.get(answer)).params.get('error_description')).toBe('Google Error - 400 error getting token');
    expect((await visitor.get(answer)).location).toMatch(/^\/error\?/);
    expect((await visitor.get('/oauth2/idpresponse?code=x&state=made-up')).location).toMatch(/^\/error\?/);
  }),
  row(
    'AdminSetUserPassword makes a federated user CONFIRMED, who still comes through the provider',
    async (door) => {
      const person = { sub: 'password', email: 'password@example.com' };
      await claimsThrough(door, person);
      const Username = 'google_password';
      const password = { Password: 'Correct-horse-9', Permanent: true };
      await door.aws.idp('AdminSetUserPassword', { UserPoolId: door.poolId, Username, ...password });
      expect(await user(door, Username)).toMatchObject({ UserStatus: 'CONFIRMED' });
      expect((await claimsThrough(door, person))['cognito:username']).toBe(Username);
    },
    'cognito-user-pools-identity-federation',
  ),
  row(
    'SAML: refused with a page',
    async (door) => {
      const { params } = await door
        .visitor()
        .get(`/oauth2/authorize?${asking(door.web, { identity_provider: 'Adfs' })}`);
      expect(params.get('error')).toBe('Adfs is a SAML provider, which npm start does not play');
    },
    'cognito-user-pools-managing-saml-idp',
    'no SAML provider is played here; sign-in through one is tried on AWS',
  ),
  row(
    'the stand-in asks who it is at each sign-in',
    async (door) => {
      const { params } = await door
        .visitor()
        .get(`/oauth2/authorize?${asking(door.web, { identity_provider: 'Google' })}`);
      expect(params.get('prompt')).toBe('login');
    },
    'authorization-endpoint',
    'people are tried one after the other, so prompt is not passed on and no session stays at the provider',
  ),
];
