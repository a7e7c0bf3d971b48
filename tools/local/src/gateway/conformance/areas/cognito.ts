import { accessToken, idToken } from '../../testing/call';
import { type Area } from '../area';
import { pages } from '../pages';
import { api, bearer, issuerOf, passes, refused, rows, second } from './cognito-api';

const { differs, row } = rows;

const kinds = [
  passes('Without scopes an ID token passes', pages.cognito, '/me', idToken),
  refused(
    'Without scopes an access token is refused',
    pages.cognito401,
    '/me',
    () => accessToken('reports/read'),
    'an access token with',
  ),
  passes('With scopes an access token with one of them passes', pages.cognito, '/read', () =>
    accessToken('openid reports/admin'),
  ),
  refused(
    'With scopes none in common is 401, not 403',
    pages.cognito,
    '/read',
    () => accessToken('reports/write'),
    'an access token with reports/write',
  ),
  refused(
    'A scope that begins like one is none',
    pages.cognito,
    '/read',
    () => accessToken('reports reports/readers'),
    'an access token with',
  ),
  refused(
    'An access token without scope claim has no scope',
    pages.cognito,
    '/read',
    () => accessToken('', { scope: undefined }),
    'with no scope',
  ),
  refused(
    'The scope of a sign-in without OAuth is not enough',
    pages.cognito,
    '/read',
    () => accessToken('aws.cognito.signin.user.admin'),
    'signin.user.admin',
  ),
  refused(
    'With scopes an ID token is refused, also with a scope claim',
    pages.cognito,
    '/read',
    () => idToken({ scope: 'reports/read' }),
    'an ID token',
  ),
  row('The scopes of each method count, also for a token that is cached', pages.cognito, async ({ call }) => {
    const sent = bearer(await accessToken('reports/read'));
    expect((await call('GET /read', sent)).status).toBe(200);
    expect((await call('GET /write', sent)).status).toBe(401);
    expect((await call('GET /read', sent)).status).toBe(200);
  }),
];

const values = [
  row('Without the header it is 401', pages.gatewayResponseTypes, async ({ call, refusals }) => {
    expect((await call('GET /me')).status).toBe(401);
    expect(refusals).toEqual([
      'GET /local/me: no token in the header Authorization. Who may call it: signed-in user (ID token).',
    ]);
  }),
  ...['', 'Bearer', 'Bearer ', 'Basic YTpi', 'a.b.c', 'x', '....'].map((value) =>
    row(`The value "${value}" is no token`, pages.gatewayResponseTypes, async ({ call }) => {
      expect((await call('GET /me', bearer(value))).status).toBe(401);
    }),
  ),
  passes('A token without Bearer passes', pages.cognitoToken, '/me', idToken),
  passes('A token with Bearer passes', pages.cognitoToken, '/me', async () => `Bearer ${await idToken()}`),
  differs(
    'Bearer may be written in any case, with several spaces',
    pages.cognitoToken,
    'AWS does not say which spellings it takes',
    async ({ call }) => {
      expect((await call('GET /me', bearer(`bEARER   ${await idToken()}`))).status).toBe(200);
    },
  ),
  passes('The name of the header is matched in any case', pages.createAuthorizer, '/me', idToken, 'aUTHORIZATION'),
  passes('The identity source may be another header', pages.createAuthorizer, '/token', idToken, 'X-Token'),
  refused(
    'Authorization is not read then',
    pages.createAuthorizer,
    '/token',
    idToken,
    'no token in the header X-Token',
  ),
];

const pools = [
  passes('Any app client of the pool passes', pages.cognito, '/me', () => idToken({ aud: 'any-client' })),
  passes('An authorizer may have several pools: the first', pages.cognito, '/two', idToken),
  passes('An authorizer may have several pools: the second', pages.cognito, '/two', () =>
    idToken({ iss: issuerOf(second) }),
  ),
  passes('A validation expression that matches aud passes', pages.createAuthorizer, '/aud', idToken),
  refused(
    'A validation expression that does not match aud is 401',
    pages.createAuthorizer,
    '/aud',
    () => idToken({ aud: 'web' }),
    'its token is for another audience',
  ),
  differs(
    'A validation expression must match aud as a whole',
    pages.createAuthorizer,
    'AWS does not say whether a part is enough; this is the safe reading',
    async ({ call }) => {
      expect((await call('GET /aud', bearer(await idToken({ aud: 'my-app-client' })))).status).toBe(401);
    },
  ),
  refused(
    'A validation expression refuses every access token: it has no aud',
    pages.cognito,
    '/aud-read',
    () => accessToken('reports/read'),
    'its token is for another audience',
  ),
  row(
    'An authorizer that does not exist is 500, and its reason is printed',
    pages.gatewayResponseTypes,
    async ({ call, problems }) => {
      const answer = await call('GET /gone', bearer(await idToken()));
      expect([answer.status, answer.header('x-amzn-errortype')]).toEqual([500, 'AuthorizerConfigurationException']);
      expect(problems[0]).toContain('names authorizer gone, which the API does not have');
    },
  ),
  row('An authorizer of another type is 500', pages.gatewayResponseTypes, async ({ call }) => {
    expect((await call('GET /other-type', bearer(await idToken()))).status).toBe(500);
  }),
];

/** Authorizers of type COGNITO_USER_POOLS. */
export const cognito: Area = { apis: [api], rows: [...kinds, ...values, ...pools] };
