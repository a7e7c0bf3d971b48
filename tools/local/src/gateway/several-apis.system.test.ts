import { type RestApi, type Surface } from '@gatehouse/surface';
import { startGateway } from './index';
import { testKeys } from './testing/call';
import { anApi, aRoute, aStage, aSurface, lambdaIntegration } from './testing/surface';

const integration = lambdaIntegration({
  type: 'MOCK',
  requestTemplates: { 'application/json': '{"statusCode":200}' },
  responses: [{ statusCode: '200', responseParameters: {}, responseTemplates: {} }],
});

const anApiWith = (id: string, path: string) =>
  anApi({ id, routes: [aRoute(`GET ${path}`, { integration })], stages: [aStage({ deploymentId: id })] });

const start = (surface: Surface) =>
  startGateway({
    surface,
    keys: testKeys,
    functionRoots: [],
    onRefusal: () => undefined,
  });

describe('the gateway serves', () => {
  it('several APIs, each on a port of its own', async () => {
    const [reports, orders] = [anApiWith('api1', '/reports'), anApiWith('api2', '/orders')];
    const gateway = await start(aSurface({ apis: [reports, orders], functions: [] }));
    const statuses = async (of: RestApi) => {
      const answers = ['/reports', '/orders'].map((path) => fetch(`${gateway.urlOf(of)}/local${path}`));
      return (await Promise.all(answers)).map(({ status }) => status);
    };

    expect(gateway.urlOf(reports)).toBe(gateway.url);
    expect(gateway.urlOf(orders)).not.toBe(gateway.url);
    expect(await statuses(reports)).toEqual([200, 403]);
    expect(await statuses(orders)).toEqual([403, 200]);

    await gateway.reload(aSurface({ apis: [orders], functions: [] }));
    expect(await statuses(reports)).toEqual([403, 403]);
    expect(await statuses(orders)).toEqual([403, 200]);
    await gateway.close();
  });

  it('none, and answers so', async () => {
    const gateway = await start(aSurface({ apis: [], functions: [] }));

    expect((await fetch(`${gateway.url}/local/me`)).status).toBe(403);
    expect(() => gateway.urlOf(anApi())).toThrow('aws_api_gateway_rest_api.api is not served here');
    await gateway.close();
  });
});
