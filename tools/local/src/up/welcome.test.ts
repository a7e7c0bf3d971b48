import { type Environment } from '@gatehouse/environment';
import { createColors } from '@gatehouse/cli-kit';
import {
  aMachineClient,
  anApi,
  anAuthorizer,
  aPool,
  aRoute,
  aSurface,
  poolArn,
  poolId,
} from '../gateway/testing/surface';
import { type Served } from './curl-lines';
import { welcome } from './welcome';

const environment = { name: 'local', project: 'gatehouse', region: 'eu-west-1' } as Environment;
const cognito = (...scopes: string[]) => ({ kind: 'cognito', authorizerId: 'auth1', scopes }) as const;
const app = aMachineClient({ id: 'app-id', name: 'app', hasSecret: false, oauthFlows: [], oauthEnabled: false });
const machine = aMachineClient({ oauthEnabled: true });
const demoUser = { username: 'demo@example.com', email: 'demo@example.com', password: 'pass' };

const reports = anApi({
  name: 'gatehouse-local-reports',
  authorizers: [anAuthorizer({ userPoolArns: [poolArn] })],
  routes: [
    aRoute('GET /reports/{id}', { auth: cognito('reports/read') }),
    aRoute('GET /reports', { auth: cognito('reports/read') }),
    aRoute('GET /me', { auth: cognito() }),
  ],
  cors: [
    {
      address: 'a',
      path: '/me',
      method: 'OPTIONS',
      origins: ['http://localhost:3000'],
      credentials: false,
      methods: ['GET'],
      headers: ['Authorization'],
    },
  ],
});
const open = anApi({ id: 'api2', name: 'status', routes: [aRoute('GET /health')] });

const served = (parts: Partial<Served> = {}): Served => ({
  environment,
  surface: aSurface({ apis: [reports], httpApis: [], clients: [app, machine] }),
  machines: [{ client: machine, secret: 'hush' }],
  pools: [
    { name: 'users', pool: aPool(), demoUser, people: [demoUser], passwordClient: { client: app, admin: false } },
  ],
  outputs: {
    environment: 'local',
    region: 'eu-west-1',
    apis: { reports: { url: 'http://127.0.0.1:4510/local' } },
    userPools: {
      users: {
        id: poolId,
        issuer: 'https://issuer',
        domain: 'http://127.0.0.1:4540',
        clients: { app: { id: 'app-id', scopes: [], callbackUrls: ['http://localhost:3000/'], logoutUrls: [] } },
        machineClients: { machine: { id: 'machine-client', scopes: ['reports/read'] } },
      },
    },
    identityPools: {},
    cognitoEndpoint: 'http://127.0.0.1:4599',
    playground: 'http://127.0.0.1:4530/#key',
    demoUsers: { users: demoUser },
  },
  ...parts,
});

const printed = (of: Served) => welcome(of, createColors(false)).split('\n');

describe('what npm start prints at its end', () => {
  it('is where things are, and lines to paste for each kind of caller', () => {
    expect(printed(served())).toEqual([
      '',
      '  Playground    http://127.0.0.1:4530/#key',
      '  API           http://127.0.0.1:4510/local',
      `  User pool     ${poolId}`,
      '  App client    app-id',
      '  Sign-in page  http://127.0.0.1:4540/login?response_type=code&client_id=app-id&redirect_uri=http%3A%2F%2Flocalhost%3A3000%2F',
      '  Cognito       http://127.0.0.1:4599',
      '  Demo user     demo@example.com  pass',
      '',
      '# Sign in with e-mail and password, call with the ID token',
      expect.stringMatching(
        /^ID_TOKEN=\$\(curl .*"ClientId":"app-id".*"USERNAME":"demo@example.com","PASSWORD":"pass"/,
      ),
      'curl -s -i http://127.0.0.1:4510/local/me -H "Authorization: Bearer $ID_TOKEN"',
      '',
      '# Machine client: an access token with one scope',
      expect.stringMatching(
        /^ACCESS_TOKEN=\$\(curl -s http:\/\/127.0.0.1:4540\/oauth2\/token -u 'machine-client:hush' -d 'grant_type=client_credentials&scope=reports\/read'/,
      ),
      'curl -s -i http://127.0.0.1:4510/local/reports -H "Authorization: Bearer $ACCESS_TOKEN"',
      '',
      '# Without a token: 401',
      'curl -s -i http://127.0.0.1:4510/local/reports',
      '',
      '# CORS preflight',
      "curl -s -i -X OPTIONS http://127.0.0.1:4510/local/me -H 'Origin: http://localhost:3000' -H 'Access-Control-Request-Method: GET' -H 'Access-Control-Request-Headers: authorization'",
      '',
      'Also in apps/local/outputs.json, without client secrets; code for Amplify, the AWS SDK and OpenID Connect: apps/local/clients.md.',
      'Access log of the APIs: apps/local/access.log.',
      'Ctrl-C stops everything.',
    ]);
  });

  it('names each API where there are several, and says what is not served', () => {
    const two = served();
    const httpApis = [{ name: 'events', protocol: 'WEBSOCKET' }] as unknown as Served['surface']['httpApis'];
    const surface = aSurface({ apis: [reports, open], httpApis, clients: [] });
    const apis = { ...two.outputs.apis, status: { url: 'http://127.0.0.1:4511/local' } };
    const lines = printed({ ...two, surface, machines: [], outputs: { ...two.outputs, apis } });

    expect(lines).toEqual(
      expect.arrayContaining([
        '  API reports   http://127.0.0.1:4510/local',
        '  API status    http://127.0.0.1:4511/local',
        '  API events    WebSocket APIs are deployed, but not served here',
        '# reports: Without a token: 401',
        '# status: Open to anyone',
        'curl -s -i http://127.0.0.1:4511/local/health',
      ]),
    );
    expect(lines.join('\n')).not.toContain('ACCESS_TOKEN');
  });

  it('has lines for credentials of guests and of people who are signed in, and a request signed with them', () => {
    const api = anApi({ ...reports, routes: [...reports.routes, aRoute('GET /prices', { auth: { kind: 'iam' } })] });
    const provider = aPool().endpoint;
    const identityPools = { people: { id: 'eu-west-1:p', guests: true, providers: [provider] } };
    const of = served();
    const lines = printed({
      ...of,
      surface: aSurface({ apis: [api], httpApis: [], clients: [app] }),
      outputs: { ...of.outputs, identityPools },
    });

    expect(lines).toContain('  Identity pool  eu-west-1:p');
    expect(lines).toContain('# Guest: AWS credentials of identity pool people, in a shell of its own');
    expect(lines).toContain(
      'IDENTITY=$(aws cognito-identity get-id --identity-pool-id eu-west-1:p --query IdentityId --endpoint-url http://127.0.0.1:4599 --region eu-west-1 --no-sign-request --output text)',
    );
    expect(lines).toContain(
      'curl -s -i --aws-sigv4 aws:amz:eu-west-1:execute-api --user "$AWS_ACCESS_KEY_ID:$AWS_SECRET_ACCESS_KEY" -H "x-amz-security-token: $AWS_SESSION_TOKEN" http://127.0.0.1:4510/local/prices',
    );
    expect(lines.filter((line) => line.includes(`--logins "${provider}=$ID_TOKEN"`))).toHaveLength(2);
  });

  it('shows each user of the file', () => {
    const of = served();
    const [access] = of.pools;
    const people = ['ada', 'eve'].map((username) => ({ username, password: 'pass', email: '' }));
    const lines = printed({ ...of, pools: [{ ...access!, people, demoUser: people[0]! }] });

    expect(lines).toEqual(expect.arrayContaining(['  User          ada  pass', '  User          eve  pass']));
  });

  it('has no lines where nothing is deployed', () => {
    const nothing = { playground: undefined, apis: {}, userPools: {}, demoUsers: {} };
    const empty = served({ surface: aSurface({ apis: [], httpApis: [], clients: [] }), pools: [], machines: [] });

    expect(printed({ ...empty, outputs: { ...empty.outputs, ...nothing } })).toEqual([
      '',
      '  Cognito  http://127.0.0.1:4599',
      '',
      'Also in apps/local/outputs.json, without client secrets; code for Amplify, the AWS SDK and OpenID Connect: apps/local/clients.md.',
      'Access log of the APIs: apps/local/access.log.',
      'Ctrl-C stops everything.',
    ]);
  });
});
