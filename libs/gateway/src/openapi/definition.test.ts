import { surfaceFromSynth } from '@gatehouse/surface';
import { Fn } from 'cdktf';
import { lambda, synthApi } from '../../testing/api';
import { Auth, Integration, type RestApi, type RestApiProps } from '../index';

const cors = { allowOrigins: ['https://app.example.com'] };
const integration = Integration.mock({ body: { price: '${5}' } });

function addRoutes(api: RestApi): void {
  api.addRoute('GET /health', { auth: Auth.public('Uptime checks have no account'), integration });
  api.addRoute('POST /reports/{id}', {
    auth: Auth.accessToken('reports/write'),
    integration,
    body: { type: 'object', required: ['title'] },
  });
}

const bodyOf = (build: (api: RestApi) => void, props: Partial<RestApiProps> = {}) => {
  const { resource } = synthApi(build, { definition: 'openapi', ...props });
  return JSON.parse(String(resource.aws_api_gateway_rest_api?.api?.body)) as Record<string, never>;
};

const deploymentOf = (build: (api: RestApi) => void) =>
  synthApi(build, { definition: 'openapi' }).resource.aws_api_gateway_deployment?.api?.triggers;

describe("an API with definition: 'openapi'", () => {
  it('is one body instead of a resource for each part', () => {
    const { resource } = synthApi(addRoutes, { definition: 'openapi', cors });

    expect(Object.keys(resource).filter((type) => type.startsWith('aws_api_gateway_'))).toEqual([
      'aws_api_gateway_deployment',
      'aws_api_gateway_method_settings',
      'aws_api_gateway_rest_api',
      'aws_api_gateway_stage',
    ]);
  });

  it('guards, checks and answers as the routes say', () => {
    const { components, paths } = bodyOf(addRoutes, { cors }) as Record<string, Record<string, unknown>>;

    expect(Object.keys(paths ?? {})).toEqual(['/health', '/reports/{id}']);
    expect(paths?.['/health']).toMatchObject({
      get: { security: [], 'x-gatehouse-public': 'Uptime checks have no account' },
      options: { summary: 'CORS preflight' },
    });
    expect(paths?.['/reports/{id}']).toMatchObject({
      post: {
        parameters: [{ name: 'id', in: 'path', required: true, schema: { type: 'string' } }],
        requestBody: {
          required: true,
          content: { 'application/json': { schema: { $ref: '#/components/schemas/PostReportsById' } } },
        },
        security: [{ users: ['reports/write'] }],
        'x-amazon-apigateway-request-validator': 'body',
      },
    });
    expect(components?.['schemas']).toMatchObject({ PostReportsById: { type: 'object', required: ['title'] } });
  });

  it('makes errors readable for pages that may call', () => {
    expect(Object.keys(bodyOf(addRoutes, { cors })['x-amazon-apigateway-gateway-responses'] ?? {})).toEqual([
      'DEFAULT_4XX',
      'DEFAULT_5XX',
    ]);
  });

  it('may have two paths that would want one Terraform address', () => {
    const { paths } = bodyOf((api) => {
      for (const path of ['/a/b', '/a_b', '/a--b'] as const) {
        api.addRoute(`GET ${path}`, { auth: Auth.idToken(), integration });
      }
    });

    expect(Object.keys(paths ?? {})).toEqual(['/a--b', '/a/b', '/a_b']);
  });

  it('is deployed anew when a guard changes, and not for a reworded reason', () => {
    const open = (reason: 'one' | 'two') => (api: RestApi) =>
      void api.addRoute('GET /a', { auth: Auth.public(reason), integration });
    const guarded = (api: RestApi) => void api.addRoute('GET /a', { auth: Auth.idToken(), integration });

    expect(deploymentOf(open('one'))).toEqual(deploymentOf(open('two')));
    expect(deploymentOf(open('one'))).not.toEqual(deploymentOf(guarded));
  });

  it('is read by the review where it has functions of Terraform in it', () => {
    const stack = synthApi(
      (api, scope) => {
        const { functionName } = lambda(scope);
        const [known, later] = [Fn.join('/', ['https:/', 'a.test', 'b']), Fn.join('/', ['https:/', functionName])];
        api.addRoute('GET /known', { auth: Auth.idToken(), integration: Integration.http({ url: known }) });
        api.addRoute('GET /later', { auth: Auth.idToken(), integration: Integration.http({ url: later }) });
      },
      { definition: 'openapi' },
    );
    const [api] = surfaceFromSynth([{ ...stack }]).apis;

    expect(stack.resource.aws_api_gateway_rest_api?.api?.body).toContain('"uri":"${join(\"/\", [\"https:/\", ');
    expect(api?.complete).toBe(true);
    expect(api?.routes.map(({ integration: backend, path }) => [path, backend?.uri])).toEqual([
      ['/known', 'https://a.test/b'],
      ['/later', 'https://service'],
    ]);
  });
});
