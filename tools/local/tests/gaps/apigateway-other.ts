import { type Gap, gapsFrom } from './gap';
import { makeRestApi } from './rest-api';

const gap = gapsFrom(makeRestApi);
const notFound = { status: 404, code: 'NotFoundException' };

/** What API Gateway keeps, fills in, refuses and no longer finds. */
export const apiGatewayOther: Gap[] = [
  gap('CreateRestApi: keeps binaryMediaTypes', async (aws) => {
    const made = await aws.rest('apigateway', 'POST', '/restapis', {
      name: 'b',
      binaryMediaTypes: ['image/png'],
    });
    expect(made.binaryMediaTypes).toEqual(['image/png']);
  }),
  gap('CreateAuthorizer: keeps identityValidationExpression', async (aws, { api }) => {
    const made = await aws.rest('apigateway', 'POST', `${api}/authorizers`, {
      name: 'b',
      type: 'TOKEN',
      identitySource: 'method.request.header.X',
      identityValidationExpression: 'a.*',
    });
    expect(made.identityValidationExpression).toBe('a.*');
  }),
  gap('PutIntegration: fills in what AWS fills in', async (aws, { method, resource }) => {
    expect(await aws.rest('apigateway', 'GET', `${method}/integration`)).toMatchObject({
      cacheNamespace: resource,
      passthroughBehavior: 'WHEN_NO_MATCH',
      timeoutInMillis: 29000,
    });
  }),
  gap('PutIntegration: keeps cacheKeyParameters and connectionId', async (aws, { method }) => {
    await aws.rest('apigateway', 'PUT', `${method}/integration`, {
      type: 'HTTP',
      httpMethod: 'GET',
      uri: 'https://example.com',
      connectionType: 'VPC_LINK',
      connectionId: 'abc',
      cacheKeyParameters: ['method.request.path.id'],
    });
    expect(await aws.rest('apigateway', 'GET', `${method}/integration`)).toMatchObject({
      connectionId: 'abc',
      cacheKeyParameters: ['method.request.path.id'],
    });
  }),
  gap('GetTags, TagResource, UntagResource of a REST API and a stage', async (aws, { id }) => {
    for (const path of [`/restapis/${id}`, `/restapis/${id}/stages/dev`]) {
      const tags = `/tags/${encodeURIComponent(`arn:aws:apigateway:eu-west-1::${path}`)}`;
      await aws.rest('apigateway', 'PUT', tags, { tags: { b: '2' } });
      await aws.rest('apigateway', 'DELETE', `${tags}?tagKeys=a`);
      expect(await aws.rest('apigateway', 'GET', tags)).toEqual({ tags: { b: '2' } });
    }
  }),
  gap('PutMethod: refuses an authorizer and a validator that do not exist', async (aws, { method }) => {
    const put = (body: object) => aws.rest('apigateway', 'PUT', method!.replace('GET', 'PUT'), body);
    await expect(put({ authorizationType: 'COGNITO_USER_POOLS', authorizerId: 'gone' })).rejects.toMatchObject({
      code: 'BadRequestException',
    });
    await expect(put({ authorizationType: 'NONE', requestValidatorId: 'gone' })).rejects.toMatchObject({
      code: 'BadRequestException',
    });
  }),
  gap(
    'CreateResource: refuses a name taken, a second variable and a child of a greedy path',
    async (aws, { api, root }) => {
      const make = (parent: string, pathPart: string) =>
        aws.rest('apigateway', 'POST', `${api}/resources/${parent}`, { pathPart });
      await expect(make(root!, 'reports')).rejects.toMatchObject({ status: 409, code: 'ConflictException' });
      const greedy = await make(root!, '{proxy+}');
      await expect(make(root!, '{id}')).rejects.toMatchObject({ code: 'BadRequestException' });
      await expect(make(greedy.id, 'below')).rejects.toMatchObject({ code: 'BadRequestException' });
    },
  ),
  gap('CreateModel: refuses a name taken', async (aws, { api }) => {
    const again = aws.rest('apigateway', 'POST', `${api}/models`, {
      name: 'report',
      contentType: 'application/json',
      schema: '{}',
    });
    await expect(again).rejects.toMatchObject({ status: 409, code: 'ConflictException' });
  }),
  gap('PutGatewayResponse: refuses a type that does not exist', async (aws, { api }) => {
    await expect(aws.rest('apigateway', 'PUT', `${api}/gatewayresponses/BOGUS`, {})).rejects.toMatchObject(notFound);
  }),
  gap('DeleteResource: takes everything below with it', async (aws, { api, root, resource }) => {
    await aws.rest('apigateway', 'POST', `${api}/resources/${resource}`, { pathPart: 'x' });
    await aws.rest('apigateway', 'DELETE', `${api}/resources/${resource}`);
    const left = await aws.rest('apigateway', 'GET', `${api}/resources`);
    expect(left.item).toEqual([{ id: root, path: '/' }]);
  }),
  gap('DeleteDeployment: refuses one that a stage serves', async (aws, { api, deployment }) => {
    await expect(aws.rest('apigateway', 'DELETE', `${api}/deployments/${deployment}`)).rejects.toMatchObject({
      code: 'BadRequestException',
      reason: 'Active stages pointing to this deployment must be moved or deleted',
    });
  }),
  gap('404 NotFoundException for what is gone', async (aws, { api, method, resource }) => {
    const absent = [
      ['GET', `${api}/deployments/gone`],
      ['GET', `${method}/responses/404`],
      ['GET', `${method}/integration/responses/404`],
      ['GET', `${api}/requestvalidators/gone`],
      ['DELETE', `${api}/authorizers/gone`],
      ['DELETE', `${api}/gatewayresponses/THROTTLED`],
      ['DELETE', `${api}/requestvalidators/gone`],
      ['DELETE', `${api}/resources/${resource}/methods/PATCH`],
      ['DELETE', `${api}/resources/${resource}/methods/PATCH/integration`],
      ['DELETE', `${method}/responses/404`],
      ['DELETE', `${method}/integration/responses/404`],
      ['DELETE', '/restapis/gone'],
      ['DELETE', '/usageplans/gone'],
    ] as const;
    for (const [verb, path] of absent) {
      await expect(aws.rest('apigateway', verb, path)).rejects.toMatchObject(notFound);
    }
  }),
  gap('PutRestApi: imports guards, parameters and integrations without an address', async (aws, { api }) => {
    const mock = {
      type: 'mock',
      requestTemplates: { 'application/json': '{"statusCode":200}' },
      cacheKeyParameters: ['method.request.querystring.page'],
      responses: { default: { statusCode: '200', responseTemplates: { 'application/json': '{}' } } },
    };
    const providerARNs = ['arn:aws:cognito-idp:eu-west-1:123456789012:userpool/eu-west-1_two'];
    await aws.rest('apigateway', 'PUT', `${api}?mode=overwrite`, {
      openapi: '3.0.3',
      info: { title: 'imported', version: '1' },
      paths: {
        '/prices/{id}': {
          get: {
            security: [{ people: ['prices/read'] }],
            parameters: [{ name: 'page', in: 'query', required: true }],
            responses: { 200: { description: 'done' } },
            'x-amazon-apigateway-integration': mock,
          },
        },
      },
      components: {
        securitySchemes: {
          people: {
            type: 'apiKey',
            name: 'Authorization',
            in: 'header',
            'x-amazon-apigateway-authtype': 'cognito_user_pools',
            'x-amazon-apigateway-authorizer': { type: 'cognito_user_pools', providerARNs },
          },
        },
      },
    });
    const { item: authorizers } = await aws.rest('apigateway', 'GET', `${api}/authorizers`);
    expect(authorizers).toMatchObject([{ name: 'people', type: 'COGNITO_USER_POOLS', providerARNs }]);
    const { item: resources } = await aws.rest('apigateway', 'GET', `${api}/resources`);
    const paths = resources.map(({ path }: { path: string }) => path);
    expect(paths.sort()).toEqual(['/', '/prices', '/prices/{id}']);
    const { id } = resources.find(({ path }: { path: string }) => path === '/prices/{id}');
    expect(await aws.rest('apigateway', 'GET', `${api}/resources/${id}/methods/GET`)).toMatchObject({
      authorizationType: 'COGNITO_USER_POOLS',
      authorizerId: authorizers[0].id,
      authorizationScopes: ['prices/read'],
      requestParameters: { 'method.request.querystring.page': true },
      methodIntegration: {
        type: 'MOCK',
        cacheKeyParameters: ['method.request.querystring.page'],
        integrationResponses: { 200: { responseTemplates: { 'application/json': '{}' } } },
      },
    });
  }),
];
