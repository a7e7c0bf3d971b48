import { type Gap, gapsFrom } from './gap';
import { makeHttpApi } from './http-api';

const gap = gapsFrom(makeHttpApi);
const badRequest = { status: 400, code: 'BadRequestException' };
const conflict = { status: 409, code: 'ConflictException' };

/** HTTP APIs, their routes, integrations and authorizers. */
export const httpApiParts: Gap[] = [
  gap('CreateApi, UpdateApi (v2): keep ipAddressType', async (aws) => {
    const body = { name: 'b', protocolType: 'HTTP', ipAddressType: 'dualstack' };
    const { apiId } = await aws.rest('apigateway', 'POST', '/v2/apis', body);
    const path = `/v2/apis/${apiId}`;
    expect(await aws.rest('apigateway', 'GET', path)).toMatchObject({ ipAddressType: 'dualstack' });
    await aws.rest('apigateway', 'PATCH', path, { ipAddressType: 'ipv4', disableExecuteApiEndpoint: true });
    expect(await aws.rest('apigateway', 'GET', path)).toMatchObject({
      ipAddressType: 'ipv4',
      disableExecuteApiEndpoint: true,
    });
  }),
  gap('CreateApi (v2): quick create, and an update of its route and target', async (aws) => {
    const { apiId } = await aws.rest('apigateway', 'POST', '/v2/apis', {
      name: 'quick',
      protocolType: 'HTTP',
      routeKey: 'GET /a',
      target: 'https://example.com/a',
    });
    const path = `/v2/apis/${apiId}`;
    await aws.rest('apigateway', 'PATCH', path, { routeKey: 'GET /b', target: 'https://example.com/b' });
    expect(await aws.deployment({ apiId, stage: '$default' })).toMatchObject({
      routes: [
        { routeKey: 'GET /b', integration: { integrationType: 'HTTP_PROXY', integrationUri: 'https://example.com/b' } },
      ],
    });
    expect(await aws.rest('apigateway', 'GET', `${path}/stages/$default`)).toMatchObject({
      apiGatewayManaged: true,
      autoDeploy: true,
    });
  }),
  gap('CreateApi (v2): refuses credentials for every origin', async (aws) => {
    const corsConfiguration = { allowCredentials: true, allowOrigins: ['*'] };
    const body = { name: 'b', protocolType: 'HTTP', corsConfiguration };
    await expect(aws.rest('apigateway', 'POST', '/v2/apis', body)).rejects.toMatchObject({
      ...badRequest,
      reason: "allow-credentials is not supported if 'allow-origin' is *",
    });
  }),
  gap('UpdateRoute (v2): takes scopes and the authorizer away', async (aws, { api, routeId }) => {
    const path = `${api}/routes/${routeId}`;
    await aws.rest('apigateway', 'PATCH', path, { authorizationScopes: [] });
    expect((await aws.rest('apigateway', 'GET', path)).authorizationScopes).toEqual([]);
    await aws.rest('apigateway', 'PATCH', path, { authorizationType: 'NONE', operationName: '' });
    expect(await aws.rest('apigateway', 'GET', path)).toMatchObject({
      authorizationType: 'NONE',
      authorizerId: null,
      operationName: null,
    });
  }),
  gap('CreateRoute (v2): refuses a malformed key', async (aws, { api }) => {
    for (const routeKey of ['get /a', 'GET a', 'GET/a', 'TRACE /a', '$connect']) {
      await expect(aws.rest('apigateway', 'POST', `${api}/routes`, { routeKey })).rejects.toMatchObject({
        ...badRequest,
        reason: expect.stringMatching(/^The provided route key is not formatted properly for HTTP protocol\./),
      });
    }
  }),
  gap('CreateRoute (v2): refuses a key taken, also with another name of the variable', async (aws, { api }) => {
    await aws.rest('apigateway', 'POST', `${api}/routes`, { routeKey: 'GET /reports/{id}' });
    for (const routeKey of ['GET /reports', 'GET /reports/{name}']) {
      await expect(aws.rest('apigateway', 'POST', `${api}/routes`, { routeKey })).rejects.toMatchObject({
        ...conflict,
        reason: `Route with key ${routeKey} already exists for this API`,
      });
    }
  }),
  gap('CreateRoute, UpdateRoute (v2): refuse an authorizer and an integration that do not exist', async (aws, made) => {
    const { api, routeId } = made as Record<'api' | 'routeId', string>;
    const guarded = { routeKey: 'GET /a', authorizationType: 'JWT', authorizerId: 'gone' };
    const reason = 'Setting the authorization type to JWT requires a valid JWT authorizer.';
    await expect(aws.rest('apigateway', 'POST', `${api}/routes`, guarded)).rejects.toMatchObject({
      ...badRequest,
      reason: `Invalid authorizer ID specified. ${reason}`,
    });
    const path = `${api}/routes/${routeId}`;
    await expect(aws.rest('apigateway', 'PATCH', path, { authorizerId: 'gone' })).rejects.toMatchObject(badRequest);
    const target = 'integrations/gone';
    await expect(aws.rest('apigateway', 'PATCH', path, { target })).rejects.toMatchObject(badRequest);
  }),
  gap('UpdateIntegration (v2): clears what is empty', async (aws, { api }) => {
    const { integrationId } = await aws.rest('apigateway', 'POST', `${api}/integrations`, {
      integrationType: 'HTTP_PROXY',
      integrationMethod: 'GET',
      integrationUri: 'https://example.com',
      description: 'a',
      requestParameters: { 'overwrite:path': '/a', 'append:header.a': 'b' },
      responseParameters: { 200: { 'overwrite:statuscode': '201' }, 404: { 'overwrite:statuscode': '403' } },
      tlsConfig: { serverNameToVerify: 'example.com' },
    });
    const path = `${api}/integrations/${integrationId}`;
    await aws.rest('apigateway', 'PATCH', path, {
      description: '',
      requestParameters: { 'append:header.a': '' },
      responseParameters: { 404: {} },
      tlsConfig: {},
    });
    expect(await aws.rest('apigateway', 'GET', path)).toMatchObject({
      description: null,
      requestParameters: { 'overwrite:path': '/a' },
      responseParameters: { 200: { 'overwrite:statuscode': '201' } },
      tlsConfig: null,
    });
  }),
  gap('UpdateIntegration (v2): refuses one of a service that does not name each parameter', async (aws, { api }) => {
    const requestParameters = {
      QueueUrl: 'https://queue.example.com',
      MessageBody: '$request.body',
      DelaySeconds: '5',
    };
    const { integrationId } = await aws.rest('apigateway', 'POST', `${api}/integrations`, {
      integrationType: 'AWS_PROXY',
      integrationSubtype: 'SQS-SendMessage',
      credentialsArn: 'arn:aws:iam::123456789012:role/orders',
      payloadFormatVersion: '1.0',
      requestParameters,
    });
    const path = `${api}/integrations/${integrationId}`;
    const update = (body: object) => aws.rest('apigateway', 'PATCH', path, body);
    await expect(update({ timeoutInMillis: 5000 })).rejects.toMatchObject(badRequest);
    await expect(update({ requestParameters: { ...requestParameters, DelaySeconds: '' } })).rejects.toMatchObject({
      ...badRequest,
      reason: expect.stringContaining('[Mapping expression missing source or destination]'),
    });
    await update({ timeoutInMillis: 5000, requestParameters });
    expect(await aws.rest('apigateway', 'GET', path)).toMatchObject({ timeoutInMillis: 5000, requestParameters });
  }),
  gap('DeleteIntegration, DeleteAuthorizer (v2): refuse one that a route names', async (aws, made) => {
    const { api, authorizerId, integrationId, routeId } = made;
    await expect(aws.rest('apigateway', 'DELETE', `${api}/integrations/${integrationId}`)).rejects.toMatchObject({
      ...conflict,
      reason: `Cannot delete Integration because it is referenced by the following Routes with Ids: [${routeId}]`,
    });
    await expect(aws.rest('apigateway', 'DELETE', `${api}/authorizers/${authorizerId}`)).rejects.toMatchObject({
      ...conflict,
      reason: "Cannot delete authorizer 'users', is referenced in route: GET /reports",
    });
  }),
  gap('CreateAuthorizer (v2): refuses a JWT authorizer without an issuer or an audience', async (aws, { api }) => {
    const configurations = [
      undefined,
      { audience: ['one'] },
      { audience: ['one'], issuer: 'http://example.com' },
      { audience: [], issuer: 'https://example.com' },
    ];
    for (const jwtConfiguration of configurations) {
      const body = { name: 'b', authorizerType: 'JWT', identitySource: ['$request.header.a'], jwtConfiguration };
      await expect(aws.rest('apigateway', 'POST', `${api}/authorizers`, body)).rejects.toMatchObject(badRequest);
    }
  }),
  gap('UpdateRouteResponse', async (aws) => {
    const { apiId } = await aws.rest('apigateway', 'POST', '/v2/apis', { name: 'w', protocolType: 'WEBSOCKET' });
    const routes = `/v2/apis/${apiId}/routes`;
    const { routeId } = await aws.rest('apigateway', 'POST', routes, { routeKey: '$connect' });
    const responses = `${routes}/${routeId}/routeresponses`;
    const { routeResponseId } = await aws.rest('apigateway', 'POST', responses, { routeResponseKey: '$default' });
    const responseModels = { action: 'model' };
    await aws.rest('apigateway', 'PATCH', `${responses}/${routeResponseId}`, { responseModels });
    expect(await aws.rest('apigateway', 'GET', `${responses}/${routeResponseId}`)).toMatchObject({ responseModels });
  }),
  gap('UpdateApi (v2): CORS without members takes it away', async (aws, { api }) => {
    await aws.rest('apigateway', 'PATCH', api!, { corsConfiguration: { allowOrigins: ['https://example.com'] } });
    await aws.rest('apigateway', 'PATCH', api!, { corsConfiguration: {} });
    expect((await aws.rest('apigateway', 'GET', api!)).corsConfiguration).toBeNull();
  }),
  gap('404 NotFoundException for what is gone (v2)', async (aws, { api }) => {
    const gone = ['authorizers', 'integrations', 'routes', 'stages'].map((kind) => `${api}/${kind}/gone`);
    for (const path of [...gone, '/v2/apis/gone', '/v2/vpclinks/gone']) {
      const answer = expect(aws.rest('apigateway', 'DELETE', path)).rejects;
      await answer.toMatchObject({ status: 404, code: 'NotFoundException' });
    }
  }),
];
