import { generateKeyPair, SignJWT } from 'jose';
import { accessToken, bearer, idToken } from '../../testing/call';
import { aJwtAuthorizer } from '../../testing/http-surface';
import { issuer } from '../../testing/surface';
import { type Area } from '../area';
import { conformanceHttpApi, echo } from '../http-functions';
import { httpPages } from '../http-pages';
import { askedFor } from '../issuer';
import { message, rowsOf } from '../row';
import { type Conformance } from '../served';

const jwt = (authorizerId: string, ...scopes: string[]) => ({ auth: { kind: 'jwt' as const, authorizerId, scopes } });
const outside = (id: string) => aJwtAuthorizer({ id, name: id, issuer: `BACKEND/issuer/${id}` });

const api = conformanceHttpApi('http-jwt', {
  authorizers: [
    aJwtAuthorizer(),
    aJwtAuthorizer({ id: 'query', identitySources: ['$request.querystring.token'] }),
    outside('abroad'),
    outside('cached'),
    outside('down'),
  ],
  routes: [
    echo('GET /any', jwt('jwt1')),
    echo('GET /scoped', jwt('jwt1', 'reports/read', 'reports/write')),
    echo('GET /query', jwt('query')),
    echo('GET /abroad', jwt('abroad')),
    echo('GET /cached', jwt('cached')),
    echo('GET /down', jwt('down')),
    echo('GET /missing', jwt('gone')),
    echo('GET /open'),
  ],
});
const { differs, row } = rowsOf(api);

const authorizerOf = (answer: { json(): { requestContext: { authorizer: { jwt: object } } } }) =>
  answer.json().requestContext.authorizer.jwt as { claims: Record<string, string>; scopes: string[] | null };

const invalid = (description: string, scope = '') =>
  `Bearer scope="${scope}" error="invalid_token" error_description="${description}"`;

type Token = () => Promise<string> | string;

async function refuses({ call, refusals }: Conformance, path: string, token: string, header: string): Promise<void> {
  const answer = await call(`GET ${path}`, bearer(token));
  expect([answer.status, answer.body]).toEqual([401, message('Unauthorized')]);
  expect(answer.header('www-authenticate')).toBe(header);
  expect(refusals).toHaveLength(1);
}

const refused = (name: string, source: string, token: Token, description: string, path = '/any', scope = '') =>
  row(name, source, async (served) => refuses(served, path, await token(), invalid(description, scope)));

const OURS = 'AWS names only some reasons; the text of this one is ours';
const refusedInOurWords = (name: string, token: Token, description: string) =>
  differs(name, httpPages.jwt, OURS, async (served) => refuses(served, '/any', await token(), invalid(description)));

const lets = (name: string, source: string, path: string, token: Token) =>
  row(name, source, async ({ call }) => {
    expect((await call(`GET ${path}`, bearer(await token()))).status).toBe(200);
  });

const now = (): number => Math.floor(Date.now() / 1000);

/** Signed by nobody whom the issuer knows. */
async function forged(): Promise<string> {
  const { privateKey } = await generateKeyPair('RS256');
  const claims = { iss: issuer, aud: 'app-client', exp: now() + 60 };
  return new SignJWT(claims).setProtectedHeader({ alg: 'RS256', kid: 'unknown' }).sign(privateKey);
}

const symmetric = (): Promise<string> =>
  new SignJWT({ iss: issuer, aud: 'app-client', exp: now() + 60 })
    .setProtectedHeader({ alg: 'HS256' })
    .sign(new TextEncoder().encode('a secret of thirty-two characters'));

const tampered = async (): Promise<string> =>
  (await idToken()).replace(/\.([^.]+)\./, (_, payload: string) => {
    const claims = JSON.parse(Buffer.from(payload, 'base64url').toString()) as object;
    return `.${Buffer.from(JSON.stringify({ ...claims, sub: 'someone-else' })).toString('base64url')}.`;
  });

const tokens = [
  lets('An ID token passes by its aud', httpPages.jwt, '/any', () => idToken()),
  lets('An access token without aud passes by its client_id', httpPages.jwt, '/any', () => accessToken('a')),
  lets('A list of audiences passes by any one', httpPages.jwt, '/any', () => idToken({ aud: ['other', 'app-client'] })),
  row('Bearer is optional, in any case', httpPages.jwt, async ({ call }) => {
    const token = await idToken();
    for (const value of [token, `Bearer ${token}`, `bearer ${token}`]) {
      expect((await call('GET /any', { headers: [['Authorization', value]] })).status).toBe(200);
    }
  }),
  row('The token may be in the query string', httpPages.jwt, async ({ call }) => {
    expect((await call(`GET /query?token=${await idToken()}`)).status).toBe(200);
    expect((await call('GET /query', bearer(await idToken()))).status).toBe(401);
  }),
  row(
    'Without a token it is 401 with www-authenticate: Bearer',
    httpPages.jwtTroubleshooting,
    async ({ call, refusals }) => {
      const answer = await call('GET /any');
      expect([answer.status, answer.body, answer.header('www-authenticate')]).toEqual([
        401,
        message('Unauthorized'),
        'Bearer',
      ]);
      expect(refusals[0]).toContain(
        'no token in $request.header.Authorization. Who may call it: any valid token (JWT)',
      );
    },
  ),
  refused(
    'What is no JWT is 401',
    'https://www.rfc-editor.org/rfc/rfc7519',
    () => 'nothing',
    'token contains an invalid number of segments',
  ),
  refused(
    'A token for another audience is 401',
    httpPages.jwtTroubleshooting,
    () => idToken({ aud: 'other' }),
    'the token does not have a valid audience',
  ),
  refused(
    'Where both are there, aud counts and client_id does not',
    httpPages.jwtTroubleshooting,
    () => idToken({ aud: 'other', client_id: 'app-client' }),
    'the token does not have a valid audience',
  ),
  refused(
    'An expired token is 401, with the scopes of the route',
    httpPages.jwtTroubleshooting,
    () => accessToken('reports/read', { exp: now() - 60 }),
    'the token has expired',
    '/scoped',
    'reports/read reports/write',
  ),
  refused(
    'A token of another issuer is 401, a slash more too',
    httpPages.jwt,
    () => idToken({ iss: `${issuer}/` }),
    'issuer does not match',
  ),
  refusedInOurWords('A changed token is 401', tampered, 'signature is invalid'),
  refusedInOurWords('A token with an unknown key is 401', forged, 'unable to find a key for the token'),
  refusedInOurWords('An algorithm other than RSA is 401', symmetric, 'signing method HS256 is invalid'),
  refusedInOurWords(
    'A token that is not valid yet is 401',
    () => idToken({ nbf: now() + 600 }),
    'the token is not valid yet',
  ),
  refusedInOurWords(
    'A token that is issued in the future is 401',
    () => idToken({ iat: now() + 600 }),
    'the token was issued in the future',
  ),
  refusedInOurWords('A token without exp is 401', () => idToken({ exp: undefined }), 'the token has expired'),
];

const scopes = [
  lets('Any one scope of the route is enough', httpPages.jwt, '/scoped', () => accessToken('x reports/write')),
  lets('The claim scp counts as scope does', httpPages.jwt, '/scoped', () => idToken({ scp: ['reports/read'] })),
  row('A token without any of them is 403', httpPages.claims, async ({ call, refusals }) => {
    for (const token of [await accessToken('other'), await idToken()]) {
      const answer = await call('GET /scoped', bearer(token));
      expect([answer.status, answer.body]).toEqual([403, message('Forbidden')]);
    }
    expect(refusals).toEqual([
      expect.stringContaining(
        'its token has the scopes other. Who may call it: access token with reports/read or reports/write.',
      ),
      expect.stringContaining('its token has no scope'),
    ]);
  }),
  row('A function gets no scopes of a route that asks for none', httpPages.claims, async ({ call }) => {
    expect(authorizerOf(await call('GET /any', bearer(await accessToken('a b')))).scopes).toBeNull();
  }),
  row('Of a route with scopes it gets all that the token has', httpPages.claims, async ({ call }) => {
    const answer = await call('GET /scoped', bearer(await accessToken('reports/read other')));
    expect(authorizerOf(answer).scopes).toEqual(['reports/read', 'other']);
  }),
  row('Claims are strings, lists in brackets, objects as JSON, null left out', httpPages.claims, async ({ call }) => {
    const claims = {
      'cognito:groups': ['admins', 'readers'],
      flag: true,
      deep: { a: 1 },
      nothing: null,
      exp: now() + 99,
    };
    expect(authorizerOf(await call('GET /any', bearer(await idToken(claims)))).claims).toMatchObject({
      'cognito:groups': '[admins readers]',
      flag: 'true',
      deep: '{"a":1}',
      exp: String(claims.exp),
    });
    expect(authorizerOf(await call('GET /any', bearer(await idToken(claims)))).claims).not.toHaveProperty('nothing');
  }),
  row('A route without an authorizer tells nothing of a token', httpPages.event, async ({ call }) => {
    expect((await call('GET /open', bearer(await idToken()))).json().requestContext.authorizer).toBeUndefined();
  }),
];

const issuers = [
  row('Keys of an outside issuer are found by its openid-configuration', httpPages.jwt, async ({ backend, call }) => {
    const token = (name: string) => idToken({ iss: `${backend}/issuer/${name}` });
    expect((await call('GET /abroad', bearer(await token('abroad')))).status).toBe(200);
    expect((await call('GET /abroad', bearer(await idToken()))).status).toBe(401);
  }),
  row('Keys are kept, not asked for at each request', httpPages.quotas, async ({ backend, call }) => {
    const token = bearer(await idToken({ iss: `${backend}/issuer/cached` }));
    for (let count = 0; count < 3; count += 1) expect((await call('GET /cached', token)).status).toBe(200);
    expect(askedFor('/issuer/cached/.well-known/keys')).toBe(1);
  }),
  row(
    'An issuer that does not answer is 401',
    'https://github.com/ministackorg/ministack/issues/999',
    async (served) => {
      const token = await idToken({ iss: `${served.backend}/issuer/down` });
      await refuses(served, '/down', token, invalid('OIDC discovery endpoint communication error'));
    },
  ),
  row('An authorizer that the API does not have is 500', httpPages.jwt, async ({ call, problems }) => {
    const answer = await call('GET /missing', bearer(await idToken()));
    expect([answer.status, answer.body]).toEqual([500, message('Internal Server Error')]);
    expect(problems[0]).toContain('names authorizer gone, which the API does not have');
  }),
];

/** JWT authorizers. */
export const httpApiJwt: Area = { httpApis: [api], rows: [...tokens, ...scopes, ...issuers] };
