import { CognitoUserPool } from '@cdktf/provider-aws/lib/cognito-user-pool';
import { routeTable, surfaceFromSynth } from '@gatehouse/surface';
import { synth } from '@gatehouse/testing';
import { type Construct } from 'constructs';
import { lambda, stage, userPool } from '../../testing/api';
import { httpRefusal, httpStage } from '../../testing/http-api';
import { restShapes } from '../../testing/rest-shapes';
import { routeShapes } from '../../testing/rest-shapes-routes';
import {
  Auth,
  HttpApi,
  type HttpApiIntegration,
  IdentitySource,
  Integration,
  RestApi,
  type RestApiProps,
  type RouteKey,
} from '../index';

type Both = Integration & HttpApiIntegration;
type Row = readonly [key: RouteKey, auth: Auth];

const cors = { allowOrigins: ['https://app.example.com', 'https://admin.example.com'] };
const read = Auth.accessToken('reports/read');
const queue = {
  url: 'https://sqs.eu-west-1.amazonaws.com/123456789012/q',
  arn: 'arn:aws:sqs:eu-west-1:123456789012:q',
};
const machine = { arn: 'arn:aws:states:eu-west-1:123456789012:stateMachine:m' };
const bus = { name: 'b', arn: 'arn:aws:events:eu-west-1:123456789012:event-bus/b' };

const proxies: readonly (readonly [string, (scope: Construct) => Both])[] = [
  ['a Lambda function', (scope) => Integration.lambda(lambda(scope))],
  ['an HTTP backend', () => Integration.http({ url: 'https://backend.example.com' })],
];

const services: typeof proxies = [
  ['a message to a queue', () => Integration.sendMessage(queue)],
  ['an event', () => Integration.putEvents(bus, { source: 's', detailType: 'd' })],
  ['an execution', () => Integration.startExecution(machine)],
  ['an execution that is waited for', () => Integration.startSyncExecution(machine)],
];

/** Verbs, paths and callers that both kinds of API have. */
const rows: readonly Row[] = [
  ...(['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'ANY'] as const).map((verb) => [`${verb} /a`, read] as const),
  ['GET /', read],
  ['GET /shops/{shop}/tills/{till}', read],
  ['ANY /files/{proxy+}', read],
  ['GET /a', Auth.accessToken('reports/read', 'reports/write')],
  ['GET /a', Auth.iam('Guests')],
  ['GET /a', Auth.custom('Partners')],
  ['GET /a', Auth.public('A price list')],
];

/** A guarded ANY of an HTTP API asks for an open route for preflights, which would be a row of its own. */
const pagesOf = (key: RouteKey) => (key.startsWith('ANY ') ? {} : { cors });

/** The table of one route, of a pool of the stack. */
function restTable([key, auth]: Row, make: (scope: Construct) => Both, props: Partial<RestApiProps>) {
  const stack = synth((scope) => {
    const pool = new CognitoUserPool(scope, 'pool', { name: 'people' });
    const api = new RestApi(scope, 'api', { name: 'reports', stage, ...pagesOf(key), ...props });
    api.addCognitoAuthorizer('users', { userPools: [{ userPoolArn: pool.arn }] });
    api.addRequestAuthorizer('partners', {
      ...{ function: lambda(scope, 'check'), resultsCacheTtlSeconds: 300 },
      identitySources: [IdentitySource.header('X-Key')],
    });
    api.addRoute(key, { auth, integration: make(scope) });
  });
  return routeTable(surfaceFromSynth([{ ...stack }]));
}

function httpTable([key, auth]: Row, make: (scope: Construct) => Both) {
  const stack = synth((scope) => {
    const pool = new CognitoUserPool(scope, 'pool', { name: 'people' });
    const api = new HttpApi(scope, 'api', { name: 'reports', stage: httpStage, ...pagesOf(key) });
    api.addJwtAuthorizer('users', {
      userPool: { issuer: `https://${pool.endpoint}` },
      clients: [{ clientIds: ['abc123'] }],
    });
    api.addLambdaAuthorizer('partners', {
      ...{ function: lambda(scope, 'check'), resultsCacheTtlSeconds: 300 },
      identitySources: [IdentitySource.header('X-Key')],
    });
    api.addRoute(key, { auth, integration: make(scope) });
  });
  return routeTable(surfaceFromSynth([{ ...stack }]));
}

describe.each(proxies)('the route table of an HTTP API, with %s', (_integration, make) => {
  it.each(rows.map((row) => [row[0], row[1].kind, row] as const))(
    'is that of a REST API: %s, %s',
    (_key, _kind, row) => {
      const table = httpTable(row, make);

      expect(table).toHaveLength(1);
      expect(table).toEqual(restTable(row, make, {}));
      expect(table).toEqual(restTable(row, make, { definition: 'openapi' }));
    },
  );
});

describe.each(services)('%s', (_integration, make) => {
  it('is called for the same callers by both kinds of API, each in its own words', () => {
    const row: Row = ['POST /a', read];
    const without = (table: ReturnType<typeof httpTable>) => table.map(({ integration: _words, ...said }) => said);
    const [table, rest] = [httpTable(row, make), restTable(row, make, { definition: 'openapi' })];

    expect(table[0]?.integration?.kind).toMatch(/^AWS /);
    expect(rest[0]?.integration?.kind).toMatch(/^AWS/);
    expect(without(table)).toEqual(without(rest));
  });
});

/** Routes of the catalogue of REST APIs, as they are added. */
const added = [...restShapes, ...routeShapes].flatMap(({ name, build }) => {
  const routes: (readonly [string, RouteKey, Integration, Auth])[] = [];
  synth((scope) => {
    const api = new RestApi(scope, 'api', { name: 'reports', stage });
    api.addCognitoAuthorizer('users', { userPools: [userPool] });
    const add = api.addRoute.bind(api);
    api.addRoute = (key, options) => {
      routes.push([name, key, options.integration, options.auth]);
      return add(key, options);
    };
    build(api, scope);
  });
  return routes;
});

describe('an HTTP API refuses, of the routes of REST APIs,', () => {
  it.each(added.filter(([, , integration]) => !('bindHttp' in integration)))('%s: %s', (_name, key, integration) => {
    const auth = Auth.public('a test');
    expect(httpRefusal((api) => api.addRoute(key, { auth, integration: integration as never }))).toBe(
      `test/api, ${key}, integration: expected an integration that HTTP APIs have, such as Integration.lambda, .http or .private, ` +
        `found "${integration.madeBy}". HTTP APIs make no answers of their own and call no templates: use one of these, or a RestApi.`,
    );
  });

  it('each that asks for an ID token', () => {
    const keys = [...new Set(added.filter(([, , , { kind }]) => kind === 'idToken').map(([, key]) => key))];
    const integration = Integration.http({ url: 'https://backend.example.com' });
    expect(keys.length).toBeGreaterThan(10);
    expect(keys.map((key) => httpRefusal((api) => api.addRoute(key, { auth: Auth.idToken(), integration })))).toEqual(
      keys.map(
        (key) =>
          `test/api, ${key}, auth: expected Auth.accessToken(scope), found "Auth.idToken()". A JWT authorizer cannot tell an ID token ` +
          'from an access token. Ask for a scope, which ID tokens have none of, or make it a RestApi.',
      ),
    );
  });
});
