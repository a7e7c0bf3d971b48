import { Auth, Integration, RequestValue, ResponseValue, type RestApi } from '@gatehouse/gateway';
import { type Guards } from './authorizers';
import { type Backends } from './backends';

/** Every kind of integration. */
export function addIntegrations(api: RestApi, guards: Guards, backends: Backends): void {
  addProxies(api, guards, backends);
  addServices(api, guards, backends);
}

function addProxies(api: RestApi, { people, partners }: Guards, { service }: Backends): void {
  api.addRoute('ANY /service/{proxy+}', { ...people, integration: Integration.lambda(service) });
  api.addRoute('POST /custom/lambda', {
    ...people,
    integration: Integration.customLambda(service, {
      requestTemplates: { 'application/json': '{"order":$input.json("$"),"by":"$context.authorizer.claims.sub"}' },
      answers: [
        { status: 201, headers: { Location: ResponseValue.body('location') } },
        { status: 422, when: '.*INVALID.*', templates: { 'application/json': '{"message":"Not an order"}' } },
      ],
    }),
  });
  api.addRoute('GET /http/{id}', {
    ...partners,
    integration: Integration.http({ url: 'https://backend.example.com/{id}' }),
  });
  api.addRoute('GET /custom/http/{id}', {
    ...people,
    integration: Integration.customHttp({
      url: 'https://backend.example.com/{id}',
      parameters: { headers: { 'X-User': RequestValue.context('authorizer.claims.sub') } },
      answers: [{ status: 200 }, { status: 404, when: '404' }, { status: 502, when: '5..' }],
    }),
  });
  api.addRoute('GET /health/{id}', {
    auth: Auth.public('uptime checks'),
    integration: Integration.mock({ body: { ok: true } }),
    cached: true,
  });
  api.addRoute('GET /nightly', { auth: Auth.iam('the night job'), integration: Integration.mock() });
}

function addServices(api: RestApi, { machines, office }: Guards, backends: Backends): void {
  const { bucket, bus, queue, table, topic } = backends;
  const key = { id: RequestValue.path('id') };
  const title = RequestValue.body('title');
  const event = { source: 'com.example.orders', detailType: 'order changed' };
  const file = { prefix: 'public/', key: RequestValue.path('proxy') };
  api.addRoute('POST /orders', { ...office, integration: Integration.sendMessage(queue) });
  api.addRoute('POST /news', { ...office, integration: Integration.publish(topic, { subject: 'News' }) });
  api.addRoute('POST /events', { ...machines, integration: Integration.putEvents(bus, event) });
  api.addRoute('GET /items/{id}', { ...office, integration: Integration.getItem(table, { key }) });
  api.addRoute('PUT /items/{id}', { ...office, integration: Integration.putItem(table, { item: { ...key, title } }) });
  api.addRoute('PATCH /items/{id}', { ...office, integration: Integration.updateItem(table, { key, set: { title } }) });
  api.addRoute('DELETE /items/{id}', { ...office, integration: Integration.deleteItem(table, { key }) });
  api.addRoute('GET /files/{proxy+}', { ...office, integration: Integration.getObject(bucket, file) });
  api.addRoute('PUT /files/{proxy+}', { ...office, integration: Integration.putObject(bucket, file) });
}
