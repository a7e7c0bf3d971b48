import { type Aws } from './aws';
import { type Gap, gapsFrom } from './gap';
import { makeHttpApi } from './http-api';
import { makeRestApi } from './rest-api';

const rest = gapsFrom(makeRestApi);
const http = gapsFrom(makeHttpApi);

/** `METHOD /path` of what is served. */
async function routesOf(aws: Aws, query: Record<string, string>): Promise<string[]> {
  const { routes } = (await aws.deployment(query)) as { routes: { method: string; path: string }[] };
  return routes.map(({ method, path }) => `${method} ${path}`);
}

/** A stage serves what was frozen when it was deployed. */
export const deployments: Gap[] = [
  rest(
    'CreateDeployment (REST): a route that was removed later is served until the next deployment',
    async (aws, made) => {
      const { api, id, resource } = made as Record<'api' | 'id' | 'resource', string>;
      await aws.rest('apigateway', 'DELETE', `${api}/resources/${resource}/methods/GET`);
      expect(await routesOf(aws, { apiId: id, stage: 'dev' })).toEqual(['GET /reports', 'POST /reports']);
      expect(await routesOf(aws, { apiId: id, current: 'true' })).toEqual(['POST /reports']);

      const { id: deploymentId } = await aws.rest('apigateway', 'POST', `${api}/deployments`, { stageName: 'dev' });
      expect(await routesOf(aws, { apiId: id, stage: 'dev' })).toEqual(['POST /reports']);
      expect(await routesOf(aws, { apiId: id, deploymentId })).toEqual(['POST /reports']);
    },
  ),
  rest('CreateDeployment (REST): freezes guards, integrations and settings', async (aws, made) => {
    const { api, authorizer, id, method } = made as Record<'api' | 'authorizer' | 'id' | 'method', string>;
    await aws.patch(method, { op: 'replace', path: '/authorizationType', value: 'NONE' });
    await aws.patch(`${method}/integration`, { op: 'replace', path: '/uri', value: 'https://example.com/b' });
    await aws.patch(api, { op: 'add', path: '/binaryMediaTypes/image~1png' });
    expect(await aws.deployment({ apiId: id, stage: 'dev' })).toMatchObject({
      apiId: id,
      kind: 'REST',
      routes: [
        {
          method: 'GET',
          path: '/reports',
          authorizationType: 'COGNITO_USER_POOLS',
          authorizerId: authorizer,
          authorizationScopes: ['reports/read'],
          integration: { type: 'HTTP', uri: 'https://example.com/a' },
        },
        { method: 'POST' },
      ],
      authorizers: [{ id: authorizer, name: 'users' }],
      settings: { binaryMediaTypes: [] },
    });
  }),
  rest('GetExport: the operations that the stage serves, not those of the API', async (aws, made) => {
    const { api, resource } = made as Record<'api' | 'resource', string>;
    const path = `${api}/resources/${resource}/methods`;
    await aws.rest('apigateway', 'DELETE', `${path}/GET`);
    await aws.rest('apigateway', 'PUT', `${path}/ANY`, { authorizationType: 'AWS_IAM' });
    await aws.rest('apigateway', 'PUT', `${path}/ANY/integration`, { type: 'MOCK' });
    const exported = async () => {
      const { paths } = await aws.rest('apigateway', 'GET', `${api}/stages/dev/exports/oas30`);
      return Object.keys((paths as Record<string, object>)['/reports'] ?? {}).sort();
    };
    expect(await exported()).toEqual(['get', 'post']);

    await aws.rest('apigateway', 'POST', `${api}/deployments`, { stageName: 'dev' });
    expect(await exported()).toEqual(['post', 'x-amazon-apigateway-any-method']);
  }),
  rest('CreateDeployment (REST): a stage that exists keeps its settings', async (aws, { api, id }) => {
    await aws.patch(`${api}/stages/dev`, { op: 'replace', path: '/variables/a', value: '1' });
    await aws.rest('apigateway', 'POST', `${api}/deployments`, { stageName: 'dev' });
    expect(await aws.rest('apigateway', 'GET', `${api}/stages/dev`)).toMatchObject({
      tags: { a: '1' },
      variables: { a: '1' },
    });
    expect(await routesOf(aws, { apiId: id!, stage: 'dev' })).toHaveLength(2);
  }),
  rest(
    'CreateDeployment (REST): refuses an API without methods, and a method without an integration',
    async (aws, { api, resource }) => {
      await aws.rest('apigateway', 'PUT', `${api}/resources/${resource}/methods/PUT`, { authorizationType: 'AWS_IAM' });
      await expect(aws.rest('apigateway', 'POST', `${api}/deployments`, {})).rejects.toMatchObject({
        code: 'BadRequestException',
        reason: 'No integration defined for method',
      });
      const { id } = await aws.rest('apigateway', 'POST', '/restapis', { name: 'empty' });
      await expect(aws.rest('apigateway', 'POST', `/restapis/${id}/deployments`, {})).rejects.toMatchObject({
        code: 'BadRequestException',
        reason: "The REST API doesn't contain any methods",
      });
    },
  ),
  http('CreateDeployment, GetDeployments, UpdateDeployment, DeleteDeployment (v2)', async (aws, { api }) => {
    const path = `${api}/deployments`;
    const made = await aws.rest('apigateway', 'POST', path, { description: 'first' });
    expect(made).toMatchObject({ autoDeployed: false, deploymentStatus: 'DEPLOYED', description: 'first' });
    await aws.rest('apigateway', 'PATCH', `${path}/${made.deploymentId}`, { description: 'second' });
    expect(await aws.rest('apigateway', 'GET', path)).toMatchObject({ items: [{ description: 'second' }] });

    const stage = { stageName: 'dev', deploymentId: made.deploymentId };
    expect(await aws.rest('apigateway', 'POST', `${api}/stages`, stage)).toMatchObject(stage);
    await expect(aws.rest('apigateway', 'DELETE', `${path}/${made.deploymentId}`)).rejects.toMatchObject({
      status: 400,
      reason: 'Active stages pointing to this deployment must be moved or deleted',
    });
    await aws.rest('apigateway', 'DELETE', `${api}/stages/dev`);
    await aws.rest('apigateway', 'DELETE', `${path}/${made.deploymentId}`);
    await expect(aws.rest('apigateway', 'GET', `${path}/${made.deploymentId}`)).rejects.toMatchObject({ status: 404 });
  }),
  http(
    'CreateDeployment (v2): a route that was removed later is served until the next deployment',
    async (aws, made) => {
      const { api, apiId, routeId } = made as Record<'api' | 'apiId' | 'routeId', string>;
      const { deploymentId } = await aws.rest('apigateway', 'POST', `${api}/deployments`, {});
      await aws.rest('apigateway', 'POST', `${api}/stages`, { stageName: 'dev', deploymentId });
      await aws.rest('apigateway', 'POST', `${api}/routes`, { routeKey: '$default' });
      await aws.rest('apigateway', 'DELETE', `${api}/routes/${routeId}`);
      expect(await aws.deployment({ apiId, stage: 'dev' })).toMatchObject({
        kind: 'HTTP',
        deploymentId,
        routes: [
          {
            method: 'GET',
            path: '/reports',
            routeKey: 'GET /reports',
            authorizationType: 'JWT',
            integration: { integrationType: 'HTTP_PROXY', integrationUri: 'https://example.com/a' },
          },
        ],
        authorizers: [{ jwtConfiguration: { audience: ['one'] } }],
      });
      await aws.rest('apigateway', 'POST', `${api}/deployments`, { stageName: 'dev' });
      expect(await routesOf(aws, { apiId, stage: 'dev' })).toEqual(['ANY $default']);
    },
  ),
  http('CreateStage (v2): with auto-deploy it serves the API as it is', async (aws, made) => {
    const { api, apiId, routeId } = made as Record<'api' | 'apiId' | 'routeId', string>;
    const { deploymentId } = await aws.rest('apigateway', 'POST', `${api}/stages`, {
      stageName: '$default',
      autoDeploy: true,
    });
    await aws.rest('apigateway', 'POST', `${api}/routes`, { routeKey: '$default' });
    await aws.rest('apigateway', 'DELETE', `${api}/routes/${routeId}`);
    expect(await routesOf(aws, { apiId, stage: '$default' })).toEqual(['ANY $default']);
    expect(await routesOf(aws, { apiId, deploymentId })).toEqual(['GET /reports']);
    const stage = await aws.rest('apigateway', 'GET', `${api}/stages/$default`);
    expect(stage.deploymentId).not.toBe(deploymentId);
  }),
  http('CreateDeployment (v2): refuses an API without routes', async (aws, { api, routeId }) => {
    await aws.rest('apigateway', 'DELETE', `${api}/routes/${routeId}`);
    await expect(aws.rest('apigateway', 'POST', `${api}/deployments`, {})).rejects.toMatchObject({
      code: 'BadRequestException',
      reason: 'Unable to deploy API because no routes exist in this API',
    });
  }),
  http('CreateStage (v2): refuses a deployment that does not exist, and a name taken', async (aws, { api }) => {
    const stage = { stageName: 'dev', deploymentId: 'gone' };
    await expect(aws.rest('apigateway', 'POST', `${api}/stages`, stage)).rejects.toMatchObject({ status: 404 });
    await aws.rest('apigateway', 'POST', `${api}/stages`, { stageName: 'dev' });
    await expect(aws.rest('apigateway', 'POST', `${api}/stages`, { stageName: 'dev' })).rejects.toMatchObject({
      status: 409,
      code: 'ConflictException',
    });
  }),
];
