import { Aws } from '../../../tests/gaps/aws';
import { type Emulator, startEmulator } from '../../emulator';
import { snapshotsAt, startGateway } from '../index';
import { idToken, testKeys } from '../testing/call';
import { anHttpApi, anHttpIntegration, anHttpRoute, anHttpStage } from '../testing/http-surface';
import { anApi, anAuthorizer, aRoute, aStage, aSurface, lambdaIntegration, poolArn } from '../testing/surface';

// The shape of what the emulator tells; docs/gateway-conformance.md has what is made of it.

let emulator: Emulator;
let aws: Aws;

beforeAll(async () => {
  emulator = await startEmulator();
  aws = new Aws(emulator.url);
});

afterAll(() => emulator?.stop());

const json = 'application/json';
const mock = lambdaIntegration({
  type: 'MOCK',
  requestTemplates: { [json]: '{"statusCode":200}' },
  responses: [{ statusCode: '200', responseParameters: {}, responseTemplates: { [json]: 'as applied' } }],
});

/** `GET /kept` and `GET /gone`, deployed; then `GET /gone` is removed. */
async function makeApi(): Promise<{ id: string; deploymentId: string }> {
  const rest = (method: string, path: string, body?: object) => aws.rest('apigateway', method, path, body);
  const { id, rootResourceId } = await rest('POST', '/restapis', { name: 'frozen' });
  const api = `/restapis/${id}`;
  for (const pathPart of ['kept', 'gone']) {
    const { id: resource } = await rest('POST', `${api}/resources/${rootResourceId}`, { pathPart });
    const method = `${api}/resources/${resource}/methods/GET`;
    await rest('PUT', method, { authorizationType: 'NONE' });
    await rest('PUT', `${method}/responses/200`, { responseParameters: { 'method.response.header.X-Seen': true } });
    await rest('PUT', `${method}/integration`, { type: 'MOCK', requestTemplates: { [json]: '{"statusCode":200}' } });
    await rest('PUT', `${method}/integration/responses/200`, {
      responseTemplates: { [json]: 'as deployed' },
      responseParameters: { 'method.response.header.X-Seen': "'yes'" },
    });
  }
  const { id: deploymentId } = await rest('POST', `${api}/deployments`, { stageName: 'local' });
  return { id, deploymentId };
}

/** The same by import, guarded by a user pool; each import gives everything another id. */
const document = (...paths: string[]) => ({
  openapi: '3.0.1',
  info: { title: 'frozen', version: '1' },
  components: {
    securitySchemes: {
      users: {
        ...{
          type: 'apiKey',
          name: 'Authorization',
          in: 'header',
          'x-amazon-apigateway-authtype': 'cognito_user_pools',
        },
        'x-amazon-apigateway-authorizer': { type: 'cognito_user_pools', providerARNs: [poolArn] },
      },
    },
  },
  paths: Object.fromEntries(
    paths.map((path) => [
      path,
      {
        get: {
          security: [{ users: [] }],
          responses: { 200: { description: 'OK' } },
          'x-amazon-apigateway-integration': {
            type: 'mock',
            requestTemplates: { [json]: '{"statusCode":200}' },
            responses: { default: { statusCode: '200', responseTemplates: { [json]: 'as deployed' } } },
          },
        },
      },
    ]),
  ),
});

it('a path that an import removed is served, and guarded, until its stage is deployed', async () => {
  const rest = (method: string, path: string, body?: object) => aws.rest('apigateway', method, path, body);
  const { id } = await rest('POST', '/restapis', { name: 'frozen' });
  await rest('PUT', `/restapis/${id}?mode=overwrite`, document('/kept', '/gone'));
  const { id: deploymentId } = await rest('POST', `/restapis/${id}/deployments`, { stageName: 'local' });
  await rest('PUT', `/restapis/${id}?mode=overwrite`, document('/kept'));
  const auth = { kind: 'cognito', authorizerId: 'users', scopes: [] } as const;
  const gateway = await startGateway({
    surface: aSurface({
      apis: [
        anApi({
          id,
          name: 'frozen',
          authorizers: [anAuthorizer({ id: 'users' })],
          routes: [aRoute('GET /kept', { auth, integration: mock })],
          stages: [aStage({ deploymentId })],
        }),
      ],
      functions: [],
    }),
    keys: testKeys,
    snapshots: snapshotsAt(emulator.url),
    functionRoots: [],
  });
  try {
    const text = async (path: string, headers: Record<string, string> = {}) => {
      const answer = await fetch(`${gateway.url}/local${path}`, { headers });
      return [answer.status, await answer.text()];
    };
    const signedIn = { authorization: await idToken() };
    expect(await text('/gone')).toEqual([401, '{"message":"Unauthorized"}']);
    expect(await text('/gone', signedIn)).toEqual([200, 'as deployed']);
    expect(await text('/kept', signedIn)).toEqual([200, 'as applied']);
  } finally {
    await gateway.close();
  }
});

it('a method that was removed from the API is served until its stage is deployed', async () => {
  const { deploymentId, id } = await makeApi();
  const { item } = (await aws.rest('apigateway', 'GET', `/restapis/${id}/resources`)) as {
    item: { id: string; path: string }[];
  };
  const gone = item.find(({ path }) => path === '/gone')!.id;
  await aws.rest('apigateway', 'DELETE', `/restapis/${id}/resources/${gone}`);
  const api = anApi({
    id,
    name: 'frozen',
    routes: [aRoute('GET /kept', { integration: mock })],
    stages: [aStage({ deploymentId })],
  });
  const gateway = await startGateway({
    surface: aSurface({ apis: [api], functions: [] }),
    keys: testKeys,
    snapshots: snapshotsAt(emulator.url),
    functionRoots: [],
  });
  try {
    const answer = await fetch(`${gateway.url}/local/gone`);
    expect([answer.status, answer.headers.get('x-seen'), await answer.text()]).toEqual([200, 'yes', 'as deployed']);
    // What did not change is as Terraform has it, which says more than the emulator keeps.
    expect(await (await fetch(`${gateway.url}/local/kept`)).text()).toBe('as applied');
    expect(gateway.notes()).toEqual([
      'API frozen, stage local: live, though the configuration does not have it: GET /gone. A new deployment of the stage ends it.',
    ]);

    const { id: next } = await aws.rest('apigateway', 'POST', `/restapis/${id}/deployments`, { stageName: 'local' });
    await gateway.reload(aSurface({ apis: [{ ...api, stages: [aStage({ deploymentId: next })] }], functions: [] }));
    expect((await fetch(`${gateway.url}/local/gone`)).status).toBe(403);
    expect(gateway.notes()).toEqual([]);
  } finally {
    await gateway.close();
  }
});

/** `GET /kept` and `GET /gone` of an HTTP API, deployed to `$default`; then `GET /gone` is removed. */
async function makeHttpApi(): Promise<{ id: string; deploymentId: string }> {
  const rest = (method: string, path: string, body?: object) => aws.rest('apigateway', method, `/v2/apis${path}`, body);
  const { apiId } = await rest('POST', '', { name: 'frozen', protocolType: 'HTTP' });
  const { integrationId } = await rest('POST', `/${apiId}/integrations`, {
    ...{ integrationType: 'HTTP_PROXY', integrationMethod: 'GET', payloadFormatVersion: '1.0' },
    integrationUri: `${emulator.url}/moto-api/gatehouse`,
  });
  const [, gone] = await Promise.all(
    ['GET /kept', 'GET /gone'].map((routeKey) =>
      rest('POST', `/${apiId}/routes`, { routeKey, target: `integrations/${integrationId}` }),
    ),
  );
  const { deploymentId } = await rest('POST', `/${apiId}/deployments`, {});
  await rest('POST', `/${apiId}/stages`, { stageName: '$default', deploymentId });
  await rest('DELETE', `/${apiId}/routes/${gone?.['routeId']}`);
  return { id: apiId as string, deploymentId: deploymentId as string };
}

it('so is a route that was removed from an HTTP API', async () => {
  const { deploymentId, id } = await makeHttpApi();
  const uri = `${emulator.url}/moto-api/gatehouse`;
  const integration = anHttpIntegration({ type: 'HTTP_PROXY', method: 'GET', uri, payloadFormat: '1.0' });
  const api = anHttpApi({
    id,
    routes: [anHttpRoute('GET /kept', { integration })],
    stages: [anHttpStage({ autoDeploy: false, deploymentId })],
  });
  const gateway = await startGateway({
    surface: aSurface({ apis: [], httpApis: [api], functions: [] }),
    keys: testKeys,
    snapshots: snapshotsAt(emulator.url),
    functionRoots: [],
  });
  try {
    const answered = ['kept', 'gone', 'never'].map(async (path) => (await fetch(`${gateway.url}/${path}`)).status);
    expect(await Promise.all(answered)).toEqual([200, 200, 404]);

    const next = await aws.rest('apigateway', 'POST', `/v2/apis/${id}/deployments`, { stageName: '$default' });
    const stages = [anHttpStage({ autoDeploy: false, deploymentId: String(next['deploymentId']) })];
    await gateway.reload(aSurface({ apis: [], httpApis: [{ ...api, stages }], functions: [] }));
    expect((await fetch(`${gateway.url}/gone`)).status).toBe(404);
  } finally {
    await gateway.close();
  }
});
