import { Auth, Integration, RequestValue, ResponseValue, type RestApi } from '@gatehouse/gateway';
import { type Guards } from './authorizers';
import { type Backends } from './backends';

/** Every AWS service that a REST API calls without a function between. */
export function addServices(api: RestApi, guards: Guards, backends: Backends): void {
  addMessages(api, guards, backends);
  addItems(api, guards, backends);
  addFiles(api, guards, backends);
  addExecutions(api, backends);
}

function addMessages(api: RestApi, { machines, office }: Guards, backends: Backends): void {
  const { bus, inOrder, newsInOrder, queue, topic } = backends;
  const order = { messageGroupId: RequestValue.context('identity.sourceIp'), deduplicationId: RequestValue.body('id') };
  const answers = [
    { status: 202, headers: { 'X-Message': ResponseValue.body('SendMessageResponse.SendMessageResult.MessageId') } },
    { status: 400, when: '4\\d{2}', templates: { 'application/json': '{"message":"Not an order"}' } },
  ] as const;
  api.addRoute('POST /orders', { ...office, integration: Integration.sendMessage(queue) });
  api.addRoute('PUT /orders', {
    ...office,
    integration: Integration.sendMessage(inOrder, { ...order, body: RequestValue.body('order'), answers }),
  });
  api.addRoute('POST /news', { ...office, integration: Integration.publish(topic, { subject: 'News' }) });
  const message = RequestValue.body('text');
  api.addRoute('PUT /news', { ...office, integration: Integration.publish(newsInOrder, { ...order, message }) });
  const event = { source: 'com.example.orders', detailType: 'order changed', detail: RequestValue.body('order') };
  api.addRoute('POST /events', { ...machines, integration: Integration.putEvents(bus, event) });
}

function addItems(api: RestApi, { office }: Guards, { role, table }: Backends): void {
  const key = { id: RequestValue.path('id') };
  const title = RequestValue.body('title');
  const item = { ...key, title, price: { number: RequestValue.body('price') } };
  const owner = { owner: RequestValue.querystring('owner') };
  api.addRoute('GET /items', {
    ...office,
    integration: Integration.query(table, { key: owner, index: 'byOwner', limit: 10 }),
  });
  api.addRoute('GET /items/{id}', { ...office, integration: Integration.getItem(table, { key }) });
  api.addRoute('PUT /items/{id}', {
    ...office,
    integration: Integration.putItem(table, { item, unlessExists: 'id', timeoutMilliseconds: 3000 }),
  });
  api.addRoute('PATCH /items/{id}', { ...office, integration: Integration.updateItem(table, { key, set: { title } }) });
  api.addRoute('DELETE /items/{id}', { ...office, integration: Integration.deleteItem(table, { key }) });
  api.addRoute('GET /tables', {
    ...office,
    integration: Integration.aws({
      ...{ service: 'dynamodb', action: 'ListTables', region: 'eu-central-1', roleArn: role.arn },
      requestTemplates: { 'application/json': '{}' },
      answers: [{ status: 200 }],
    }),
  });
}

function addFiles(api: RestApi, { office }: Guards, { bucket, role }: Backends): void {
  const file = { prefix: 'public/', key: RequestValue.path('proxy') };
  api.addRoute('GET /files/{proxy+}', {
    ...office,
    integration: Integration.getObject(bucket, { ...file, contentHandling: 'text' }),
  });
  api.addRoute('PUT /files/{proxy+}', { ...office, integration: Integration.putObject(bucket, file) });
  api.addRoute('HEAD /files/{proxy+}', {
    ...office,
    integration: Integration.aws({
      ...{ service: 's3', path: 'sink-files/public/{proxy}', method: 'HEAD', roleArn: role.arn },
      parameters: { path: { proxy: RequestValue.path('proxy') } },
      answers: [{ status: 200 }, { status: 404, when: '4\\d{2}' }],
    }),
  });
}

function addExecutions(api: RestApi, { machines }: Backends): void {
  const auth = Auth.public('Greetings are for everyone');
  api.addRoute('POST /executions', {
    auth,
    integration: Integration.startExecution(machines.standard, { name: RequestValue.body('name') }),
  });
  api.addRoute('POST /greetings', { auth, integration: Integration.startSyncExecution(machines.express) });
}
