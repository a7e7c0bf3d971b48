import { generateKeyPair, SignJWT } from 'jose';
import { createTokenSigner } from '../../testing/token-signer';
import { idToken, testSigner } from '../../testing/call';
import { issuer } from '../../testing/surface';
import { type Area } from '../area';
import { pages } from '../pages';
import { message } from '../row';
import { api, bearer, issuerOf, passes, refused, rows, second, seconds } from './cognito-api';

const { row } = rows;

const otherKey = async () => {
  const { privateKey } = await generateKeyPair('RS256');
  return new SignJWT({ iss: issuer, token_use: 'id' })
    .setProtectedHeader({ alg: 'RS256', kid: (await testSigner()).key.kid })
    .setExpirationTime('1h')
    .sign(privateKey);
};

const withHeader = async (header: object) => {
  const [, payload, signature] = (await idToken()).split('.');
  return [Buffer.from(JSON.stringify(header)).toString('base64url'), payload, signature].join('.');
};

const forged = [
  refused(
    'A claim changed after signing is refused',
    pages.gatewayResponseTypes,
    '/me',
    async () => {
      const [header, , signature] = (await idToken()).split('.');
      return [header, (await idToken({ email: 'eve@example.com' })).split('.')[1], signature].join('.');
    },
    'its token is not valid',
  ),
  refused(
    'A key with the name of a trusted one is refused',
    pages.gatewayResponseTypes,
    '/me',
    otherKey,
    'its token is not valid',
  ),
  refused(
    'The algorithm none is refused',
    pages.gatewayResponseTypes,
    '/me',
    async () => withHeader({ alg: 'none', kid: (await testSigner()).key.kid }),
    'its token is not valid',
  ),
  refused(
    'The algorithm HS256 is refused',
    pages.gatewayResponseTypes,
    '/me',
    async () => withHeader({ alg: 'HS256', kid: (await testSigner()).key.kid }),
    'its token is not valid',
  ),
  refused(
    'A token without key id is refused',
    pages.gatewayResponseTypes,
    '/me',
    () => withHeader({ alg: 'RS256' }),
    'its token is not valid',
  ),
  refused(
    'A token of an unknown key is refused',
    pages.gatewayResponseTypes,
    '/me',
    async () => (await createTokenSigner()).sign({ iss: issuer, token_use: 'id', exp: seconds(60) }),
    'its token is not valid',
  ),
  refused(
    'A token of another pool is refused, though the key is trusted',
    pages.cognito,
    '/me',
    () => idToken({ iss: issuerOf(second) }),
    'its token is not valid',
  ),
  refused(
    'An issuer that only begins like the pool is refused',
    pages.cognito,
    '/me',
    () => idToken({ iss: `${issuer}/` }),
    'its token is not valid',
  ),
  refused(
    'A token that is neither ID nor access token is refused',
    pages.cognito,
    '/me',
    () => idToken({ token_use: 'refresh' }),
    'its token is not valid',
  ),
];

const times = [
  row('An expired token is 401 with a message of its own', pages.gatewayResponseTypes, async ({ call, refusals }) => {
    const answer = await call('GET /me', bearer(await idToken({ exp: seconds(-1) })));
    expect([answer.status, answer.body]).toEqual([401, message('The incoming token has expired')]);
    expect(refusals[0]).toContain('its token has expired');
  }),
  refused(
    'An expired token that is forged is 401 as any other',
    pages.gatewayResponseTypes,
    '/me',
    async () => (await createTokenSigner()).sign({ iss: issuer, token_use: 'id', exp: 1 }),
    'its token is not valid',
  ),
  refused(
    'A token without exp is refused, though its key is trusted',
    pages.cognito,
    '/me',
    () => idToken({ exp: undefined }),
    'its token has no exp',
  ),
  refused(
    'An exp that is no number is refused',
    pages.cognito,
    '/me',
    () => idToken({ exp: 'never' as unknown as number }),
    'its token',
  ),
  refused(
    'A token that is not good yet is refused',
    pages.cognito,
    '/me',
    () => idToken({ nbf: seconds(600) }),
    'its token is not valid',
  ),
  passes('A token stays good after a sign-out, until it expires', pages.signOut, '/me', () =>
    idToken({ origin_jti: 'signed-out' }),
  ),
];

const claimsOf = (name: string, token: () => Promise<string>, expected: object) =>
  row(name, pages.claims, async ({ call }) => {
    const { claims } = (await call('GET /me', bearer(await token()))).json().requestContext.authorizer;
    expect(claims).toMatchObject(expected);
  });

const claims = [
  claimsOf('exp and iat are dates as Java writes them', () => idToken({ exp: 4_102_444_799, iat: 1_469_814_773 }), {
    exp: 'Thu Dec 31 23:59:59 UTC 2099',
    iat: 'Fri Jul 29 17:52:53 UTC 2016',
  }),
  claimsOf('Days below ten have a zero in front', () => idToken({ iat: 1_483_315_449 }), {
    iat: 'Mon Jan 02 00:04:09 UTC 2017',
  }),
  claimsOf('auth_time stays a number of seconds', () => idToken({ auth_time: 1_469_814_773 }), {
    auth_time: '1469814773',
  }),
  claimsOf('Booleans are words', () => idToken({ email_verified: true }), { email_verified: 'true' }),
  claimsOf('Groups are joined by commas', () => idToken({ 'cognito:groups': ['a', 'b'] }), { 'cognito:groups': 'a,b' }),
  claimsOf('Objects are JSON', () => idToken({ identities: [{ userId: '1' }] }), { identities: '{"userId":"1"}' }),
  row('requestContext.authorizer has the claims and nothing else', pages.context, async ({ call }) => {
    const { authorizer } = (await call('GET /me', bearer(await idToken({ name: null })))).json().requestContext;
    expect(Object.keys(authorizer)).toEqual(['claims']);
    expect(Object.keys(authorizer.claims).sort()).toEqual([
      'aud',
      'auth_time',
      'email',
      'exp',
      'iat',
      'iss',
      'sub',
      'token_use',
    ]);
  }),
];

/** Tokens of user pools: good, forged and old ones, and what is handed on of them. */
export const cognitoTokens: Area = { apis: [api], rows: [...forged, ...times, ...claims] };
