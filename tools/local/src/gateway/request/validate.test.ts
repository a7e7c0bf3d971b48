import { type Model, type RestRoute } from '@gatehouse/surface';
import { testGateway } from '../testing/call';
import { anApi, aRoute } from '../testing/surface';

const model = (name: string, schema: object): Model => ({
  address: `aws_api_gateway_model.${name}`,
  name,
  contentType: 'application/json',
  schema: JSON.stringify(schema),
});

const report = model('Report', {
  $schema: 'http://json-schema.org/draft-04/schema#',
  type: 'object',
  required: ['title'],
  properties: { title: { type: 'string', minLength: 1 }, pages: { minimum: 0, exclusiveMinimum: true } },
  additionalProperties: false,
});

const gatewayWith = (route: Partial<RestRoute>, models: Model[] = [report], key = 'POST /reports/{id}') =>
  testGateway(anApi({ models, routes: [aRoute(key, route)] }));

const json: [string, string][] = [['Content-Type', 'application/json']];

describe('rule 24: required parameters', () => {
  const route: Partial<RestRoute> = {
    validator: { parameters: true, body: false },
    requestParameters: {
      'method.request.querystring.qs1': true,
      'method.request.path.issuer': true,
      'method.request.header.x-header-param': true,
      'method.request.header.optional': false,
    },
  };

  it('fails with all missing names, sorted by their full mapping', async () => {
    const gateway = await gatewayWith(route);
    const answer = await gateway.call('POST /local/reports/1');
    expect(answer).toMatchObject({
      status: 400,
      body: '{"message":"Missing required request parameters: [x-header-param, issuer, qs1]"}',
    });
    expect(answer.header('x-amzn-errortype')).toBe('BadRequestException');
    expect(gateway.events).toEqual([]);
  });

  it('fails when a parameter is there but blank', async () => {
    const gateway = await gatewayWith({
      ...route,
      requestParameters: { 'method.request.querystring.qs1': true, 'method.request.header.h': true },
    });
    const answer = await gateway.call('POST /local/reports/1?qs1=%20', { headers: [['h', '']] });
    expect(answer.body).toBe('{"message":"Missing required request parameters: [h, qs1]"}');
  });

  it('fails when a header has another case, as recorded on AWS', async () => {
    const gateway = await gatewayWith({
      ...route,
      requestParameters: { 'method.request.header.X-Tenant': true },
    });
    expect((await gateway.call('POST /local/reports/1', { headers: [['x-tenant', 'a']] })).status).toBe(400);
    expect((await gateway.call('POST /local/reports/1', { headers: [['X-Tenant', 'a']] })).status).toBe(200);
  });

  it('lets a request with all of them through', async () => {
    const requestParameters = { 'method.request.path.id': true, 'method.request.querystring.a': true };
    const gateway = await gatewayWith({ ...route, requestParameters });
    expect((await gateway.call('POST /local/reports/1?a=b')).status).toBe(200);
  });

  it('is off without a validator, and with one for bodies only', async () => {
    for (const validator of [undefined, { parameters: false, body: true }]) {
      const gateway = await gatewayWith({ ...route, validator });
      expect((await gateway.call('POST /local/reports/1')).status).toBe(200);
    }
  });
});

describe('rule 25: the body', () => {
  const route: Partial<RestRoute> = {
    validator: { parameters: false, body: true },
    requestModels: { 'application/json': 'Report' },
  };

  it('lets a body through that its model describes', async () => {
    const gateway = await gatewayWith(route);
    const answer = await gateway.call('POST /local/reports/1', {
      headers: json,
      body: '{"title":"Q3","pages":1}',
    });
    expect(answer.status).toBe(200);
  });

  it('fails when the body does not fit, is no JSON, or is empty', async () => {
    const gateway = await gatewayWith(route);
    for (const body of ['{"title":3}', '{}', '{"title":"a","x":1}', 'title', '', '[]', 'null']) {
      const answer = await gateway.call('POST /local/reports/1', { headers: json, body });
      expect(answer).toMatchObject({ status: 400, body: '{"message":"Invalid request body"}' });
    }
    expect(gateway.events).toEqual([]);
  });

  it('reads schemas as draft 4, where exclusiveMinimum is a boolean', async () => {
    const gateway = await gatewayWith(route);
    const answer = await gateway.call('POST /local/reports/1', {
      headers: json,
      body: '{"title":"a","pages":0}',
    });
    expect(answer.status).toBe(400);
  });

  it('validates an empty body as an empty object', async () => {
    const gateway = await gatewayWith(route, [model('Report', { type: 'object' })]);
    expect((await gateway.call('POST /local/reports/1')).status).toBe(200);
  });

  it('takes JSON as the content type when none is named, and ignores parameters of it', async () => {
    const gateway = await gatewayWith(route);
    for (const headers of [[], [['content-type', 'application/json; charset=utf-8']]] as [string, string][][]) {
      expect((await gateway.call('POST /local/reports/1', { headers, body: '{}' })).status).toBe(400);
    }
  });

  it('does not look at other content types without a $default model', async () => {
    const headers: [string, string][] = [['Content-Type', 'text/plain']];
    const open = await gatewayWith(route);
    expect((await open.call('POST /local/reports/1', { headers, body: '{}' })).status).toBe(200);
    const closed = await gatewayWith({ ...route, requestModels: { $default: 'Report' } });
    expect((await closed.call('POST /local/reports/1', { headers, body: '{}' })).status).toBe(400);
  });

  it('follows a reference to another model by its URL', async () => {
    const list = model('Reports', {
      type: 'array',
      items: { $ref: 'https://apigateway.amazonaws.com/restapis/api1/models/Report' },
    });
    const gateway = await gatewayWith({ ...route, requestModels: { 'application/json': 'Reports' } }, [list, report]);
    expect((await gateway.call('POST /local/reports/1', { body: '[{"title":"a"}]' })).status).toBe(200);
    expect((await gateway.call('POST /local/reports/1', { body: '[{"title":1}]' })).status).toBe(400);
  });

  it('checks the parameters first', async () => {
    const gateway = await gatewayWith({
      ...route,
      validator: { parameters: true, body: true },
      requestParameters: { 'method.request.querystring.a': true },
    });
    const answer = await gateway.call('POST /local/reports/1', { body: 'x' });
    expect(answer.body).toBe('{"message":"Missing required request parameters: [a]"}');
  });

  it('knows the models Empty and Error, which AWS makes', async () => {
    const gateway = await gatewayWith({ ...route, requestModels: { 'application/json': 'Empty' } }, []);
    expect((await gateway.call('POST /local/reports/1', { body: '{"any":1}' })).status).toBe(200);
    expect((await gateway.call('POST /local/reports/1', { body: '3' })).status).toBe(400);
  });

  it('fails at creation when a model is missing, naming the method', async () => {
    await expect(gatewayWith({ ...route, requestModels: { 'application/json': 'Gone' } })).rejects.toThrow(
      'aws_api_gateway_method.post_reports_id_: request model "Gone": the API has no model of that name (it has: Report)',
    );
  });

  it('fails at creation when a referred model is missing', async () => {
    const dangling = model('Report', { $ref: 'https://apigateway.amazonaws.com/restapis/api1/models/Gone' });
    await expect(gatewayWith(route, [dangling])).rejects.toThrow(/request model "Report": can't resolve reference/);
  });
});
