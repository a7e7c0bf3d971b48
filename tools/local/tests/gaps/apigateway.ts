import { type Gap, gapsFrom } from './gap';
import { makeRestApi } from './rest-api';

const gap = gapsFrom(makeRestApi);
const json = 'application/json';
const replace = (path: string, value: string) => ({ op: 'replace', path, value });
const add = (path: string, value?: string) => ({ op: 'add', path, value });
const remove = (path: string, value?: string) => ({ op: 'remove', path, value });

/** The update operations of API Gateway. */
export const apiGatewayUpdates: Gap[] = [
  gap('UpdateMethod', async (aws, { method }) => {
    await aws.patch(
      method!,
      add('/authorizationScopes', 'reports/write'),
      remove('/authorizationScopes', 'reports/read'),
      replace('/apiKeyRequired', 'true'),
      add('/requestModels/application~1json', 'report'),
      remove('/requestParameters/method.request.querystring.page'),
    );
    expect(await aws.rest('apigateway', 'GET', method!)).toMatchObject({
      authorizationScopes: ['reports/write'],
      apiKeyRequired: true,
      requestModels: { [json]: 'report' },
      requestParameters: {},
    });
  }),
  gap('UpdateMethod: refuses an unknown path and changes nothing', async (aws, { method }) => {
    const patch = aws.patch(method!, replace('/operationName', 'x'), replace('/colour', 'red'));
    await expect(patch).rejects.toMatchObject({
      status: 400,
      code: 'BadRequestException',
      reason: expect.stringMatching(/^Invalid patch path {2}'\/colour' specified for op 'replace'. Must be one of: \[/),
    });
    expect((await aws.rest('apigateway', 'GET', method!)).operationName).toBeFalsy();
  }),
  gap('UpdateMethod: refuses an operation the path does not take', async (aws, { method }) => {
    await expect(aws.patch(method!, add('/authorizationType', 'NONE'))).rejects.toMatchObject({
      code: 'BadRequestException',
      reason: "Invalid patch path  '/authorizationType' specified for op 'add'. Please choose supported operations",
    });
  }),
  gap('UpdateMethod: refuses an authorizer that does not exist', async (aws, { method }) => {
    await expect(aws.patch(method!, replace('/authorizerId', 'gone'))).rejects.toMatchObject({
      code: 'BadRequestException',
      reason: expect.stringContaining('Invalid authorizer ID specified'),
    });
  }),
  gap('UpdateMethod: 404 for a method that does not exist', async (aws, { method }) => {
    const absent = method!.replace('GET', 'DELETE');
    await expect(aws.patch(absent, replace('/operationName', 'x'))).rejects.toMatchObject({
      status: 404,
      code: 'NotFoundException',
    });
  }),
  gap('UpdateIntegration', async (aws, { method }) => {
    await aws.patch(
      `${method}/integration`,
      replace('/uri', 'https://example.com/b'),
      replace('/timeoutInMillis', '5000'),
      replace('/requestTemplates/application~1json', '{"a":1}'),
      replace('/tlsConfig/insecureSkipVerification', 'true'),
      add('/cacheKeyParameters/method.request.path.id'),
    );
    expect(await aws.rest('apigateway', 'GET', `${method}/integration`)).toMatchObject({
      uri: 'https://example.com/b',
      timeoutInMillis: 5000,
      requestTemplates: { [json]: '{"a":1}' },
      tlsConfig: { insecureSkipVerification: true },
      cacheKeyParameters: ['method.request.path.id'],
    });
  }),
  gap('UpdateMethodResponse', async (aws, { method }) => {
    const header = 'method.response.header.Vary';
    await aws.patch(`${method}/responses/200`, add(`/responseParameters/${header}`, 'true'));
    expect(await aws.rest('apigateway', 'GET', `${method}/responses/200`)).toMatchObject({
      responseParameters: { [header]: true },
    });
  }),
  gap('UpdateIntegrationResponse', async (aws, { method }) => {
    const path = `${method}/integration/responses/200`;
    await aws.patch(path, replace('/responseTemplates/text~1plain', 'b'), replace('/selectionPattern', '2..'));
    expect(await aws.rest('apigateway', 'GET', path)).toMatchObject({
      responseTemplates: { 'text/plain': 'b' },
      selectionPattern: '2..',
    });
  }),
  gap('UpdateResource', async (aws, { api, resource }) => {
    await aws.patch(`${api}/resources/${resource}`, replace('/pathPart', 'papers'));
    expect(await aws.rest('apigateway', 'GET', `${api}/resources/${resource}`)).toMatchObject({
      path: '/papers',
    });
  }),
  gap('UpdateModel', async (aws, { api }) => {
    await aws.patch(`${api}/models/report`, replace('/schema', '{"type":"object"}'));
    const model = await aws.rest('apigateway', 'GET', `${api}/models/report`);
    expect(model.schema).toBe('{"type":"object"}');
  }),
  gap('UpdateRequestValidator: 400 for an unknown path', async (aws, { api, validator }) => {
    await expect(aws.patch(`${api}/requestvalidators/${validator}`, replace('/colour', 'red'))).rejects.toMatchObject({
      code: 'BadRequestException',
    });
  }),
  gap('UpdateGatewayResponse', async (aws, { api }) => {
    const path = `${api}/gatewayresponses/DEFAULT_4XX`;
    await aws.patch(path, add('/statusCode', '418'), add('/responseTemplates/application~1json', '{}'));
    expect(await aws.rest('apigateway', 'GET', path)).toMatchObject({
      statusCode: '418',
      responseTemplates: { [json]: '{}' },
    });
  }),
  gap('UpdateDeployment', async (aws, { api, deployment }) => {
    const path = `${api}/deployments/${deployment}`;
    await aws.patch(path, replace('/description', 'second'));
    expect(await aws.rest('apigateway', 'GET', path)).toMatchObject({ description: 'second' });
  }),
  gap('UpdateAuthorizer: pools are added and removed', async (aws, { api, authorizer }) => {
    const pool = (name: string) => `arn:aws:cognito-idp:eu-west-1:123456789012:userpool/eu-west-1_${name}`;
    const path = `${api}/authorizers/${authorizer}`;
    await aws.patch(path, add('/providerARNs', pool('two')), remove('/providerARNs', pool('one')));
    expect(await aws.rest('apigateway', 'GET', path)).toMatchObject({ providerARNs: [pool('two')] });
  }),
  gap('UpdateRestApi: binary media types, one by one', async (aws, { api }) => {
    await aws.patch(api!, add('/binaryMediaTypes/image~1png'), add('/binaryMediaTypes/image~1gif'));
    await aws.patch(api!, remove('/binaryMediaTypes/image~1png'));
    expect(await aws.rest('apigateway', 'GET', api!)).toMatchObject({ binaryMediaTypes: ['image/gif'] });
  }),
  gap('UpdateRestApi: compression, and an endpoint enabled again', async (aws, { api }) => {
    await aws.patch(api!, replace('/minimumCompressionSize', '1024'), replace('/disableExecuteApiEndpoint', 'false'));
    expect(await aws.rest('apigateway', 'GET', api!)).toMatchObject({
      minimumCompressionSize: 1024,
      disableExecuteApiEndpoint: false,
    });
  }),
  gap('UpdateStage: settings of one method are set and removed', async (aws, { api }) => {
    const path = `${api}/stages/dev`;
    await aws.patch(path, replace('/reports/list/GET/throttling/rateLimit', '5.5'));
    const set = await aws.rest('apigateway', 'GET', path);
    expect(set.methodSettings['reports/list/GET'].throttlingRateLimit).toBe(5.5);
    await aws.patch(path, remove('/reports/list/GET'));
    expect((await aws.rest('apigateway', 'GET', path)).methodSettings).toEqual({});
  }),
  gap('UpdateStage: refuses a deployment that does not exist', async (aws, { api }) => {
    await expect(aws.patch(`${api}/stages/dev`, replace('/deploymentId', 'gone'))).rejects.toMatchObject({
      code: 'BadRequestException',
      reason: 'Deployment id does not exist',
    });
  }),
  gap('UpdateUsagePlan: quota as a number, throttling of one method', async (aws, { id }) => {
    const plan = await aws.rest('apigateway', 'POST', '/usageplans', {
      name: 'p',
      apiStages: [{ apiId: id, stage: 'dev' }],
    });
    const stage = `/apiStages/${id}:dev/throttle`;
    await aws.patch(
      `/usageplans/${plan.id}`,
      replace('/quota/limit', '100'),
      replace('/throttle/rateLimit', '1.5'),
      replace(`${stage}//reports/GET/burstLimit`, '2'),
    );
    expect(await aws.rest('apigateway', 'GET', `/usageplans/${plan.id}`)).toMatchObject({
      quota: { limit: 100 },
      throttle: { rateLimit: 1.5 },
      apiStages: [{ apiId: id, stage: 'dev', throttle: { '/reports/GET': { burstLimit: 2 } } }],
    });
  }),
  gap('UpdateDomainName', async (aws) => {
    const path = '/domainnames/api.example.com';
    const regionalCertificateArn = 'arn:aws:acm:eu-west-1:123456789012:certificate/a';
    await aws.rest('apigateway', 'POST', '/domainnames', {
      domainName: 'api.example.com',
      regionalCertificateArn,
      endpointConfiguration: { types: ['REGIONAL'] },
    });
    await aws.patch(path, {
      op: 'replace',
      path: '/regionalCertificateArn',
      value: regionalCertificateArn.replace('/a', '/b'),
    });
    expect(await aws.rest('apigateway', 'GET', path)).toMatchObject({
      regionalCertificateArn: regionalCertificateArn.replace('/a', '/b'),
    });
    await aws.rest('apigateway', 'DELETE', path);
  }),
];
