import { type Gap, gapsFrom } from './gap';
import { makeHttpApi } from './http-api';

const gap = gapsFrom(makeHttpApi);

const jwt = {
  type: 'oauth2',
  'x-amazon-apigateway-authorizer': {
    type: 'jwt',
    identitySource: '$request.header.Authorization',
    jwtConfiguration: { audience: ['one'], issuer: 'https://example.com/one' },
  },
};
const lambda = {
  type: 'apiKey',
  name: 'X-Token',
  in: 'header',
  'x-amazon-apigateway-authorizer': {
    type: 'request',
    identitySource: '$request.header.X-Token, $request.querystring.a',
    authorizerUri: 'arn:aws:apigateway:eu-west-1:lambda:path/2015-03-31/functions/a/invocations',
    authorizerPayloadFormatVersion: '2.0',
    authorizerResultTtlInSeconds: 60,
    enableSimpleResponses: true,
  },
};
const integration = { type: 'http_proxy', httpMethod: 'GET', uri: 'https://example.com', payloadFormatVersion: '1.0' };
const to = (more: object) => ({ 'x-amazon-apigateway-integration': integration, ...more });
const document = {
  openapi: '3.0.1',
  info: { title: 'imported', version: '2', description: 'about' },
  'x-amazon-apigateway-cors': { allowOrigins: ['https://example.com'], maxAge: 5 },
  paths: {
    '/jwt': { get: to({ security: [{ jwt: ['a/read'] }] }) },
    '/lambda': { post: to({ security: [{ lambda: [] }] }) },
    '/signed': { get: to({ security: [{ signed: [] }] }) },
    '/open': {
      'x-amazon-apigateway-any-method': {
        'x-amazon-apigateway-integration': { $ref: '#/components/x-amazon-apigateway-integrations/shared' },
      },
    },
  },
  components: {
    securitySchemes: {
      jwt,
      lambda,
      signed: { type: 'apiKey', name: 'Authorization', in: 'header', 'x-amazon-apigateway-authtype': 'awsSigv4' },
    },
    'x-amazon-apigateway-integrations': { shared: { ...integration, timeoutInMillis: 5000 } },
  },
};

/** A document becomes an HTTP API. */
export const httpApiImport: Gap[] = [
  gap('ReimportApi: guards, integrations, CORS; stages stay', async (aws, { api, apiId }) => {
    await aws.rest('apigateway', 'POST', `${api}/stages`, { stageName: '$default', autoDeploy: true });
    await aws.rest('apigateway', 'PUT', api!, { body: JSON.stringify(document) });
    expect(await aws.rest('apigateway', 'GET', api!)).toMatchObject({
      name: 'imported',
      version: '2',
      description: 'about',
      corsConfiguration: { allowOrigins: ['https://example.com'] },
    });
    const served = await aws.deployment({ apiId: apiId!, stage: '$default' });
    const idOf = (name: string) => served.authorizers.find((each: { name: string }) => each.name === name).authorizerId;
    expect(served.routes).toMatchObject([
      { routeKey: 'ANY /open', authorizationType: 'NONE', integration: { timeoutInMillis: 5000 } },
      { routeKey: 'GET /jwt', authorizationType: 'JWT', authorizerId: idOf('jwt'), authorizationScopes: ['a/read'] },
      { routeKey: 'GET /signed', authorizationType: 'AWS_IAM', authorizerId: null },
      { routeKey: 'POST /lambda', authorizationType: 'CUSTOM', authorizerId: idOf('lambda') },
    ]);
    expect(served.authorizers).toMatchObject([
      { authorizerType: 'JWT', jwtConfiguration: { audience: ['one'], issuer: 'https://example.com/one' } },
      {
        authorizerType: 'REQUEST',
        identitySource: ['$request.header.X-Token', '$request.querystring.a'],
        authorizerResultTtlInSeconds: 60,
        enableSimpleResponses: true,
      },
    ]);
  }),
  gap('ReimportApi: refuses a guard that is not defined, and leaves the API as it was', async (aws, { api }) => {
    const paths = { '/a': { get: to({ security: [{ gone: [] }] }) } };
    await expect(
      aws.rest('apigateway', 'PUT', api!, { body: JSON.stringify({ ...document, paths }) }),
    ).rejects.toMatchObject({ status: 400, code: 'BadRequestException' });
    const { items } = await aws.rest('apigateway', 'GET', `${api}/routes`);
    expect(items).toMatchObject([{ routeKey: 'GET /reports', authorizationType: 'JWT' }]);
  }),
  gap('ReimportApi: warnings fail where that is asked for', async (aws, { api }) => {
    const paths = { '/a': { get: { 'x-amazon-apigateway-integration': { ...integration, type: 'aws' } } } };
    const body = JSON.stringify({ ...document, paths });
    await expect(aws.rest('apigateway', 'PUT', `${api}?failOnWarnings=true`, { body })).rejects.toMatchObject({
      status: 400,
      reason: expect.stringMatching(/^Warnings found during import:\n\t/),
    });
  }),
  gap('ReimportApi: refuses OpenAPI 2', async (aws, { api }) => {
    const body = JSON.stringify({ swagger: '2.0', info: {}, paths: {} });
    await expect(aws.rest('apigateway', 'PUT', api!, { body })).rejects.toMatchObject({
      status: 400,
      code: 'BadRequestException',
    });
  }),
  gap('ImportApi', async (aws) => {
    const { apiId, name } = await aws.rest('apigateway', 'PUT', '/v2/apis', { body: JSON.stringify(document) });
    expect(name).toBe('imported');
    expect((await aws.rest('apigateway', 'GET', `/v2/apis/${apiId}/routes`)).items).toHaveLength(4);
  }),
];
