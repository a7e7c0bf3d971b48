import { accessToken, bearer } from '../../testing/call';
import { aJwtAuthorizer, anHttpStage } from '../../testing/http-surface';
import { issuer } from '../../testing/surface';
import { type FrozenHttpRoute, type HttpSnapshot } from '../../snapshots';
import { type Area } from '../area';
import { conformanceHttpApi, echo, httpFunctionArn } from '../http-functions';
import { httpPages } from '../http-pages';
import { rowsOf } from '../row';

const integration = { integrationType: 'AWS_PROXY', integrationUri: httpFunctionArn, payloadFormatVersion: '2.0' };
const frozen = (routeKey: string, more: Partial<FrozenHttpRoute> = {}): FrozenHttpRoute => ({
  ...{ routeKey, authorizationType: 'NONE', integration },
  ...more,
});
const jwt = { authorizationType: 'JWT', authorizerId: 'before', authorizationScopes: ['reports/read'] };

const before: HttpSnapshot = {
  routes: [
    frozen('GET /kept'),
    frozen('GET /gone'),
    frozen('GET /opened', jwt),
    frozen('GET /moved', { integration: { ...integration, payloadFormatVersion: '1.0' } }),
  ],
  authorizers: [
    {
      ...{ authorizerId: 'before', name: 'before', authorizerType: 'JWT' },
      ...{ identitySource: ['$request.header.Authorization'], jwtConfiguration: { issuer, audience: ['app-client'] } },
    },
  ],
  settings: { corsConfiguration: { allowOrigins: ['https://before.example.com'] } },
};
const now: HttpSnapshot = {
  routes: ['GET /kept', 'GET /opened', 'GET /moved', 'GET /new'].map((routeKey) => frozen(routeKey)),
  authorizers: [],
  settings: { corsConfiguration: { allowOrigins: ['https://now.example.com'] } },
};

const api = conformanceHttpApi('http-deployed', {
  routes: now.routes.map(({ routeKey }) => echo(routeKey)),
  authorizers: [aJwtAuthorizer()],
  cors: { origins: ['https://now.example.com'], credentials: false, methods: [], headers: [] },
  stages: [
    anHttpStage({ autoDeploy: false, deploymentId: 'before' }),
    anHttpStage({ name: 'auto' }),
    anHttpStage({ name: 'empty', autoDeploy: false }),
  ],
});
const { row } = rowsOf(api);
const page = httpPages.deployment;

const from = (origin: string): { headers: [string, string][] } => ({ headers: [['Origin', origin]] });

/** A stage without auto-deploy serves what was deployed to it. */
export const httpApiDeployments: Area = {
  httpApis: [api],
  snapshots: { 'http-deployed/before': before, 'http-deployed': now },
  rows: [
    row('A route that was removed is served until the stage is deployed', page, async ({ call, notes }) => {
      expect((await call('GET /gone')).status).toBe(200);
      expect(notes()).toContain(
        'API http-deployed, stage $default: live, though the configuration does not have it: GET /gone. A new deployment of the stage ends it.',
      );
    }),
    row('A route that was added is not served before', page, async ({ call }) => {
      expect([(await call('GET /new')).status, (await call('GET /kept')).status]).toEqual([404, 200]);
    }),
    row('A guard that was taken away guards until then', page, async ({ call }) => {
      expect((await call('GET /opened')).status).toBe(401);
      expect((await call('GET /opened', bearer(await accessToken('other')))).status).toBe(403);
      expect((await call('GET /opened', bearer(await accessToken('reports/read')))).status).toBe(200);
    }),
    row('An integration stays as it was', page, async ({ call }) => {
      expect((await call('GET /moved')).json().version).toBe('1.0');
    }),
    row('CORS stays as it was', page, async ({ call }) => {
      const allowed = async (path: string, origin: string) =>
        (await call(`GET ${path}`, from(origin))).header('access-control-allow-origin');
      expect(await allowed('/kept', 'https://before.example.com')).toBe('https://before.example.com');
      expect(await allowed('/kept', 'https://now.example.com')).toBeUndefined();
      expect(await allowed('/auto/kept', 'https://now.example.com')).toBe('https://now.example.com');
    }),
    row('A stage with auto-deploy serves the API as it is', page, async ({ call }) => {
      const paths = ['gone', 'new', 'opened'].map(async (path) => (await call(`GET /auto/${path}`)).status);
      expect(await Promise.all(paths)).toEqual([404, 200, 200]);
    }),
    row('A stage that nothing is deployed to serves nothing', page, async ({ call }) => {
      expect((await call('GET /empty/kept')).status).toBe(404);
    }),
  ],
};
