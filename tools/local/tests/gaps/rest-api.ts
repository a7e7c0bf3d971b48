import { type Aws } from './aws';
import { type Made } from './gap';

/** A REST API with a Cognito authorizer, `GET` and `POST /reports`, a deployment and a stage. */
export async function makeRestApi(aws: Aws): Promise<Made> {
  const put = (path: string, body: object) => aws.rest('apigateway', 'PUT', path, body);
  const post = (path: string, body: object) => aws.rest('apigateway', 'POST', path, body);
  const { id, rootResourceId: root } = await post('/restapis', { name: 'api', tags: { a: '1' } });
  const api = `/restapis/${id}`;
  const { id: authorizer } = await post(`${api}/authorizers`, {
    name: 'users',
    type: 'COGNITO_USER_POOLS',
    providerARNs: ['arn:aws:cognito-idp:eu-west-1:123456789012:userpool/eu-west-1_one'],
    identitySource: 'method.request.header.Authorization',
  });
  const { id: resource } = await post(`${api}/resources/${root}`, { pathPart: 'reports' });
  const { id: validator } = await post(`${api}/requestvalidators`, {
    name: 'body',
    validateRequestBody: true,
  });
  await post(`${api}/models`, { name: 'report', contentType: 'application/json', schema: '{}' });
  const path = `${api}/resources/${resource}`;
  for (const verb of ['GET', 'POST']) {
    await put(`${path}/methods/${verb}`, {
      authorizationType: 'COGNITO_USER_POOLS',
      authorizerId: authorizer,
      authorizationScopes: ['reports/read'],
      requestParameters: { 'method.request.querystring.page': false },
    });
    await put(`${path}/methods/${verb}/integration`, {
      type: 'HTTP',
      httpMethod: 'GET',
      uri: 'https://example.com/a',
      requestTemplates: { 'application/json': '{}' },
    });
  }
  await put(`${path}/methods/GET/responses/200`, { responseParameters: {} });
  await put(`${path}/methods/GET/integration/responses/200`, { responseTemplates: { 'text/plain': 'a' } });
  const { id: deployment } = await post(`${api}/deployments`, {});
  await post(`${api}/stages`, { stageName: 'dev', deploymentId: deployment, tags: { a: '1' } });
  return { api, id, root, authorizer, resource, validator, deployment, method: `${path}/methods/GET` };
}
