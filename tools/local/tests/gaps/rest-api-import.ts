import { type Gap, gapsFrom } from './gap';
import { makeRestApi } from './rest-api';

const gap = gapsFrom(makeRestApi);

const URI = 'arn:aws:apigateway:eu-west-1:lambda:path/2015-03-31/functions/a/invocations';
const scheme = (authtype: string, authorizer?: object) => ({
  type: 'apiKey',
  name: 'X-Token',
  in: 'header',
  'x-amazon-apigateway-authtype': authtype,
  ...(authorizer && { 'x-amazon-apigateway-authorizer': authorizer }),
});
const integration = { type: 'http_proxy', httpMethod: 'GET', uri: 'https://example.com', timeoutInMillis: 1000 };
const to = (more: object) => ({ 'x-amazon-apigateway-integration': integration, responses: {}, ...more });
const schema = (name: string) => ({
  content: { 'application/json': { schema: { $ref: `#/components/schemas/${name}` } } },
});

const document = {
  openapi: '3.0.3',
  info: { title: 'imported', version: '2', description: 'about' },
  security: [{ token: [] }],
  paths: {
    '/token': { get: to({ operationId: 'getToken', security: [{ token: [] }] }) },
    '/request': { get: to({ security: [{ request: [] }, { key: [] }] }) },
    '/open': { get: to({}) },
    '/models/{id}': {
      parameters: [{ name: 'id', in: 'path', required: true }],
      post: to({
        security: [{ token: [] }],
        requestBody: schema('Order'),
        responses: { 200: { description: 'done', ...schema('Order'), headers: { 'X-A': {} } } },
        'x-amazon-apigateway-request-validator': 'all',
      }),
    },
  },
  components: {
    schemas: {
      Item: { type: 'object', description: 'An item' },
      Order: { type: 'object', properties: { item: { $ref: '#/components/schemas/Item' } } },
    },
    securitySchemes: {
      token: scheme('custom', { type: 'token', authorizerUri: URI, identityValidationExpression: 'a.*' }),
      request: scheme('custom', {
        type: 'request',
        authorizerUri: URI,
        identitySource: 'method.request.header.A, method.request.querystring.b',
        authorizerResultTtlInSeconds: 0,
      }),
      key: { type: 'apiKey', name: 'x-api-key', in: 'header' },
    },
  },
  'x-amazon-apigateway-api-key-source': 'AUTHORIZER',
  'x-amazon-apigateway-binary-media-types': ['image/png'],
  'x-amazon-apigateway-minimum-compression-size': 1024,
  'x-amazon-apigateway-endpoint-configuration': { disableExecuteApiEndpoint: true },
  'x-amazon-apigateway-request-validators': { all: { validateRequestBody: true, validateRequestParameters: true } },
  'x-amazon-apigateway-gateway-responses': {
    THROTTLED: { statusCode: 420, responseTemplates: { 'text/plain': 'slow' } },
  },
  'x-amazon-apigateway-documentation': {
    version: '1',
    documentationParts: [{ location: { type: 'API' }, properties: { description: 'about' } }],
  },
};

/** A document becomes a REST API. */
export const restApiImport: Gap[] = [
  gap(
    'PutRestApi: Lambda authorizers, API keys; security of the whole document is not read',
    async (aws, { api, id }) => {
      await aws.rest('apigateway', 'PUT', `${api}?mode=overwrite`, document);
      await aws.rest('apigateway', 'POST', `${api}/deployments`, { stageName: 'dev' });
      const { authorizers, routes } = await aws.deployment({ apiId: id!, stage: 'dev' });
      const idOf = (name: string) => authorizers.find((each: { name: string }) => each.name === name).id;
      expect(authorizers).toMatchObject([
        {
          name: 'token',
          type: 'TOKEN',
          identitySource: 'method.request.header.X-Token',
          identityValidationExpression: 'a.*',
        },
        {
          name: 'request',
          type: 'REQUEST',
          identitySource: 'method.request.header.A,method.request.querystring.b',
          authorizerResultTtlInSeconds: 0,
        },
      ]);
      const custom = { authorizationType: 'CUSTOM', integration: { type: 'HTTP_PROXY', timeoutInMillis: 1000 } };
      expect(routes).toMatchObject([
        { path: '/models/{id}', ...custom, authorizerId: idOf('token') },
        { path: '/open', authorizationType: 'NONE', apiKeyRequired: false },
        { path: '/request', ...custom, authorizerId: idOf('request'), apiKeyRequired: true },
        { path: '/token', ...custom, operationName: 'getToken' },
      ]);
    },
  ),
  gap('PutRestApi: models, validators, gateway responses and documentation', async (aws, { api, id }) => {
    await aws.rest('apigateway', 'PUT', `${api}?mode=overwrite`, document);
    await aws.rest('apigateway', 'POST', `${api}/deployments`, { stageName: 'dev' });
    const { gatewayResponses, models, requestValidators, routes } = await aws.deployment({ apiId: id!, stage: 'dev' });
    expect(models).toMatchObject([{ name: 'Item', description: 'An item' }, { name: 'Order' }]);
    expect(JSON.parse(models[1].schema).properties.item).toEqual({
      $ref: `https://apigateway.amazonaws.com/restapis/${id}/models/Item`,
    });
    expect(routes[0]).toMatchObject({
      path: '/models/{id}',
      requestModels: { 'application/json': 'Order' },
      requestParameters: { 'method.request.path.id': true },
      requestValidatorId: requestValidators[0].id,
      methodResponses: {
        200: {
          responseModels: { 'application/json': 'Order' },
          responseParameters: { 'method.response.header.X-A': false },
        },
      },
    });
    expect(gatewayResponses).toMatchObject([{ responseType: 'THROTTLED', statusCode: '420' }]);
    expect(await aws.rest('apigateway', 'GET', `${api}/documentation/parts`)).toMatchObject({
      item: [{ location: { type: 'API' } }],
    });
    expect(await aws.rest('apigateway', 'GET', `${api}/documentation/versions/1`)).toMatchObject({ version: '1' });
  }),
  gap('PutRestApi: settings of the API', async (aws, { api }) => {
    await aws.rest('apigateway', 'PUT', `${api}?mode=overwrite`, document);
    expect(await aws.rest('apigateway', 'GET', api!)).toMatchObject({
      name: 'imported',
      description: 'about',
      version: '2',
      apiKeySource: 'AUTHORIZER',
      binaryMediaTypes: ['image/png'],
      minimumCompressionSize: 1024,
      disableExecuteApiEndpoint: true,
    });
  }),
  gap('PutRestApi: a merge keeps what the document does not name', async (aws, { api, id, authorizer }) => {
    await aws.patch(api!, { op: 'add', path: '/binaryMediaTypes/image~1gif' });
    const paths = { '/reports': { get: to({ security: [] }) }, '/more': { get: to({ security: [] }) } };
    await aws.rest('apigateway', 'PUT', `${api}?mode=merge`, {
      openapi: '3.0.3',
      info: { title: 'b', version: '1' },
      paths,
    });
    await aws.rest('apigateway', 'POST', `${api}/deployments`, { stageName: 'dev' });
    expect(await aws.deployment({ apiId: id!, stage: 'dev' })).toMatchObject({
      routes: [
        { method: 'GET', path: '/more' },
        { method: 'GET', path: '/reports', authorizationType: 'NONE' },
        { method: 'POST', path: '/reports', authorizerId: authorizer },
      ],
      settings: { binaryMediaTypes: ['image/gif'] },
    });
  }),
  gap('PutRestApi: refuses a guard that is not defined, and leaves the API as it was', async (aws, { api, id }) => {
    const paths = { '/a': { get: to({ security: [{ gone: [] }] }) } };
    await expect(aws.rest('apigateway', 'PUT', `${api}?mode=overwrite`, { ...document, paths })).rejects.toMatchObject({
      status: 400,
      code: 'BadRequestException',
    });
    await aws.rest('apigateway', 'POST', `${api}/deployments`, { stageName: 'dev' });
    expect((await aws.deployment({ apiId: id!, stage: 'dev' })).routes).toMatchObject([
      { method: 'GET', path: '/reports', authorizationType: 'COGNITO_USER_POOLS' },
      { method: 'POST', path: '/reports' },
    ]);
  }),
  gap('PutRestApi: reports warnings, and fails on them where that is asked for', async (aws, { api }) => {
    const paths = { '/a': { post: to({ requestBody: schema('Gone') }) } };
    const warning = expect.stringMatching(/Gone is missing$/);
    const failing = aws.rest('apigateway', 'PUT', `${api}?mode=overwrite&failonwarnings=true`, { ...document, paths });
    await expect(failing).rejects.toMatchObject({ status: 400, reason: warning });
    const put = await aws.rest('apigateway', 'PUT', `${api}?mode=overwrite`, { ...document, paths });
    expect(put.warnings).toEqual([warning]);
  }),
  gap('ImportRestApi: guards', async (aws) => {
    const { id } = await aws.rest('apigateway', 'POST', '/restapis?mode=import', document);
    const { item } = await aws.rest('apigateway', 'GET', `/restapis/${id}/authorizers`);
    expect(item).toMatchObject([{ type: 'TOKEN' }, { type: 'REQUEST' }]);
  }),
];
