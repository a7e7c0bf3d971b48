import { Auth, Integration, type JsonSchema, type LambdaTarget, type RestApi } from '@gatehouse/gateway';
import { type IdentityStack } from './identity-stack';

/**
 * The routes of the API and who may call them: the one file to edit for a new route.
 *
 * @param reports whose scopes access tokens need
 */
export function addRoutes(api: RestApi, service: LambdaTarget, reports: IdentityStack['reports']): void {
  const integration = Integration.lambda(service);
  const read = Auth.accessToken(reports.scope('read'));
  const write = Auth.accessToken(reports.scope('write'));

  api.addRoute('GET /health', {
    auth: Auth.public('Load balancers and uptime checks call it without an account'),
    integration: Integration.mock({ body: { status: 'ok' } }),
  });
  api.addRoute('GET /prices', { auth: Auth.iam('Guests and signed-in people of the app'), integration });
  api.addRoute('GET /me', { auth: Auth.idToken(), integration });
  api.addRoute('GET /reports', { auth: read, integration });
  api.addRoute('POST /reports', { auth: write, integration, body: newReport });
  api.addRoute('GET /reports/{id}', { auth: read, integration });
}

const newReport: JsonSchema = {
  type: 'object',
  required: ['title'],
  properties: { title: { type: 'string', minLength: 1, maxLength: 200 } },
  additionalProperties: false,
};
