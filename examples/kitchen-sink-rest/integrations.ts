import { Auth, Integration, RequestValue, ResponseValue, type RestApi } from '@gatehouse/gateway';
import { type Guards } from './authorizers';
import { type Backends } from './backends';

/** Every kind of integration that calls a function, a server or nothing. */
export function addIntegrations(api: RestApi, guards: Guards, backends: Backends): void {
  addFunctions(api, guards, backends);
  addServers(api, guards, backends);
  addMocks(api);
}

function addFunctions(api: RestApi, { people }: Guards, { service }: Backends): void {
  api.addRoute('ANY /service/{proxy+}', { ...people, integration: Integration.lambda(service) });
  api.addRoute('POST /custom/lambda', {
    ...people,
    integration: Integration.customLambda(service, {
      requestTemplates: { 'application/json': '{"order":$input.json("$"),"by":"$context.authorizer.claims.sub"}' },
      passthrough: 'whenNoTemplates',
      contentHandling: 'text',
      timeoutMilliseconds: 5000,
      answers: [
        { status: 201, headers: { Location: ResponseValue.body('location') } },
        { status: 422, when: '.*INVALID.*', templates: { 'application/json': '{"message":"Not an order"}' } },
      ],
    }),
  });
}

function addServers(api: RestApi, { partners, people }: Guards, { vpcLinkId }: Backends): void {
  api.addRoute('GET /http/{id}', {
    ...partners,
    integration: Integration.http({ url: 'https://backend.example.com/{id}', timeoutMilliseconds: 10_000 }),
  });
  api.addRoute('GET /network/{id}', {
    ...partners,
    integration: Integration.http({
      url: 'https://backend.internal/{id}',
      vpcLinkId,
      insecureSkipVerification: true,
    }),
  });
  api.addRoute('GET /custom/http/{id}', {
    ...people,
    integration: Integration.customHttp({
      url: 'https://backend.example.com/{version}/{id}',
      method: 'POST',
      parameters: {
        headers: { 'X-User': RequestValue.context('authorizer.claims.sub') },
        querystring: { color: RequestValue.stageVariable('color'), fixed: 'yes' },
        path: { version: RequestValue.header('X-Version') },
      },
      answers: [
        { status: 200, headers: { 'X-Answered-By': 'the backend' } },
        { status: 404, when: '404' },
        { status: 502, when: '5..' },
      ],
    }),
  });
}

function addMocks(api: RestApi): void {
  const auth = Auth.public('uptime checks');
  const throttle = { rateLimit: 1, burstLimit: 2 };
  api.addRoute('GET /health/{id}', {
    auth,
    integration: Integration.mock({ body: { ok: true }, headers: { 'X-Checked': 'yes' } }),
    cached: true,
    cacheNamespace: 'health',
    cacheTtlSeconds: 30,
    throttle,
    loggingLevel: 'INFO',
    metrics: true,
  });
  api.addRoute('GET /version', {
    auth,
    integration: Integration.customMock({
      requestTemplate: '{"statusCode": #if($input.params("of") == "")200#{else}404#end}',
      answers: [
        { status: 200, templates: { 'application/json': '{"stage":"$context.stage"}' } },
        { status: 404, when: '404', headers: { 'X-Request-Id': ResponseValue.context('requestId') } },
      ],
    }),
  });
  api.addRoute('GET /nightly', { auth: Auth.iam('the night job'), integration: Integration.mock({ status: 204 }) });
}
