import { placeOf } from '@gatehouse/surface';
import { aShown, api, app, IDENTITY_POOL, ORIGIN, surface } from '../testing/shown';
import { aRoute, issuer, poolId } from '../../gateway/testing/surface';
import { playgroundData } from './playground-data';

const EMULATOR = 'http://127.0.0.1:4599';
const options = {
  ...{ origin: ORIGIN, revision: 3, changes: ['new GET /me: anyone'] },
  apiKeyValue: (id: string) => Promise.resolve(`value of ${id}`),
};
const ID_TOKEN = `id-token ${poolId}`;
const [GUEST, SIGNED_IN] = [`guest ${IDENTITY_POOL}`, `signed-in ${IDENTITY_POOL}`];
const PARTNERS = 'authorizer  aws_api_gateway_authorizer.partners';

describe('what the page shows', () => {
  it('is every route of an API, who may call it, and a request that reaches it', async () => {
    const notes = () => new Map([[placeOf(aRoute('GET /health')), 'Uptime checks call it']]);
    const { apis, page, ...data } = await playgroundData(aShown(EMULATOR, { notes }), options);

    expect(apis).toEqual([
      {
        ...{ id: 'api1', name: 'reports' },
        stages: [{ name: 'local', url: 'http://127.0.0.1:4510/local' }],
        routes: [
          route('GET /health', {
            ...{ who: 'anyone', guard: 'none', note: 'Uptime checks call it', principals: ['anyone'] },
          }),
          route('GET /me', { ...byToken('signed-in user (ID token)'), principals: [ID_TOKEN] }),
          route(
            'GET /reports/{id}',
            {
              ...{ ...byToken('access token with reports/read'), scopes: ['reports/read'] },
              principals: ['access-token app-client', 'machine machine-client'],
            },
            { path: '/reports/1?page=1' },
          ),
          route(
            'POST /reports',
            {
              ...{ ...byToken('access token with reports/write and an API key'), scopes: ['reports/write'] },
              ...{ apiKeyRequired: true, principals: [] },
            },
            {
              headers: { 'Content-Type': 'application/json' },
              ...{ body: '{"title":"example"}', badBody: '{}' },
            },
          ),
          route('GET /prices', { who: 'IAM principal', guard: 'iam', principals: [GUEST, SIGNED_IN] }),
          route('GET /orders', { who: 'IAM principal', guard: 'iam', principals: [SIGNED_IN] }),
          route('GET /partners', {
            ...{ who: 'caller that Lambda authorizer partners allows', guard: 'custom', principals: [PARTNERS] },
          }),
        ],
      },
      {
        ...{ id: 'http1', name: 'events', stages: [{ name: '$default', url: 'http://127.0.0.1:4510' }] },
        routes: [
          {
            ...{ key: 'events GET /events/{id}', method: 'GET', path: '/events/{id}', who: 'anyone', guard: 'none' },
            ...{ scopes: [], apiKeyRequired: false, principals: ['anyone'] },
            example: { method: 'GET', path: '/events/1', headers: {} },
          },
          {
            ...{ key: 'events ANY $default', method: 'ANY', path: '$default', who: 'access token with reports/read' },
            ...{ guard: 'cognito', scopes: ['reports/read'], apiKeyRequired: false },
            principals: ['access-token app-client'],
            example: { method: 'GET', path: '/1', headers: {} },
          },
        ],
      },
    ]);
    expect(page).toEqual({ origin: ORIGIN, callbackUrl: `${ORIGIN}/`, closedTo: [] });
    expect(data).toMatchObject({
      ...{ revision: 3, changes: ['new GET /me: anyone'], cognitoEndpoint: EMULATOR },
      environment: { name: 'local', project: 'gatehouse', region: 'eu-west-1' },
      notServed: [{ kind: 'WebSocket API', name: 'chat', routes: [{ title: '$connect', who: 'anyone' }] }],
      apiKeys: [{ value: 'value of key1', usagePlan: 'partners', stages: [{ apiId: 'api1', stage: 'local' }] }],
    });
    expect(data.snippets.map(({ title }) => title)).toEqual([
      'Amplify 6',
      'AWS SDK for JavaScript 3',
      'OpenID Connect (openid-client 6)',
    ]);
  });

  it('is who may call, in the order of the picture; a role that may call nothing is not there', async () => {
    const { principals } = await playgroundData(aShown(EMULATOR), options);

    expect(principals.map(({ detail, id, name, scopes }) => [id, name, detail, scopes.join(' ')])).toEqual([
      ['anyone', 'Anyone', undefined, ''],
      [ID_TOKEN, 'Person with an ID token', 'users', ''],
      [
        `access-token ${poolId}`,
        'Person with an access token',
        'users, by password or SRP',
        'aws.cognito.signin.user.admin',
      ],
      [
        'access-token app-client',
        'Person with an access token',
        'users, client app by its sign-in page',
        'openid reports/read',
      ],
      ['machine machine-client', 'Machine client machine', 'users', 'reports/read'],
      [GUEST, 'Guest with AWS credentials', 'people', ''],
      [SIGNED_IN, 'Signed-in person with AWS credentials', 'people', ''],
      [PARTNERS, 'Whom Lambda authorizer partners allows', undefined, ''],
    ]);
  });

  it('is the pools, with what signing in to them takes', async () => {
    const { identityPools, userPools } = await playgroundData(aShown(EMULATOR), options);

    expect(userPools).toEqual([
      {
        ...{ id: poolId, name: 'users', issuer, provider: issuer.replace('https://', '') },
        ...{ signInUrl: 'http://127.0.0.1:4540', selfSignUp: true, mfa: 'OPTIONAL', mfaMethods: ['TOTP'] },
        ...{ usernameAttributes: ['email'], requiredAttributes: ['email'], identityProviders: [] },
        passwordPolicy: 'at least 12 characters, with a lower case letter, an upper case letter and a digit',
        clients: [
          {
            ...{ id: 'app-client', name: 'app', hasSecret: false, scopes: ['openid', 'reports/read'] },
            flows: { password: true, srp: true, choice: false, signInPage: true },
            ...{ callbackUrls: [`${ORIGIN}/`], logoutUrls: [], idTokenMinutes: 60, accessTokenMinutes: 15 },
          },
        ],
        machineClients: [
          {
            ...{ id: 'machine-client', name: 'machine', secret: 'hush', scopes: ['reports/read'] },
            tokenUrl: 'http://127.0.0.1:4540/oauth2/token',
          },
        ],
        people: [{ username: 'demo@example.com', email: 'demo@example.com', password: 'Demo-horse-7' }],
      },
    ]);
    expect(identityPools).toEqual([
      {
        ...{ id: IDENTITY_POOL, name: 'people', guests: true, guestRole: 'guests', signedInRole: 'people' },
        providers: [{ provider: issuer.replace('https://', ''), clientId: 'app-client' }],
        roleMappings: false,
      },
    ]);
  });

  it('says where the page is kept out, and why', async () => {
    const { page, userPools } = await playgroundData(aShown(EMULATOR), { ...options, origin: 'http://127.0.0.1:9999' });

    expect(page.closedTo).toEqual(['reports']);
    expect(userPools[0]?.clients[0]).toMatchObject({
      flows: { signInPage: false },
      noSignInPage:
        'The client’s callback URLs do not list http://127.0.0.1:9999/. Add it, and this page can sign in there.',
    });
  });

  it('names a client of an ID token where an authorizer tells clients apart', async () => {
    const other = { ...app, id: 'other-client', name: 'other' };
    const [users] = api.authorizers;
    const limited = { ...api, authorizers: [{ ...users!, identityValidationExpression: 'app-client' }] };
    const shown = aShown(EMULATOR, {
      surface: {
        ...surface,
        apis: [{ ...limited, routes: [aRoute('GET /me', { auth: cognito })] }],
        clients: [app, other],
      },
    });
    const { apis, principals } = await playgroundData(shown, options);

    expect(apis[0]?.routes[0]?.principals).toEqual(['id-token app-client']);
    expect(principals.filter(({ kind }) => kind === 'id-token').map(({ detail }) => detail)).toEqual([
      'users, client app',
      'users, client other',
    ]);
  });
});

const cognito = { kind: 'cognito', authorizerId: 'auth1', scopes: [] } as const;

const byToken = (who: string) => ({ who, by: 'pool gatehouse-local-users', guard: 'cognito' });

function route(title: string, changes: object, example: object = {}): object {
  const [method, path = ''] = title.split(' ');
  return {
    ...{ key: `reports ${title}`, method, path, scopes: [], apiKeyRequired: false, ...changes },
    example: { method, path, headers: {}, ...example },
  };
}
