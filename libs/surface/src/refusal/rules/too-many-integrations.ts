import { apiQuota } from '../api-quota';

export const tooManyIntegrations = apiQuota({
  id: 'too-many-integrations',
  what: 'integrations',
  quota: 300,
  raised: false,
  kind: 'HTTP API',
  page: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-quotas.html',
  instead: 'Share integrations between routes, or split the API',
  amount: (api) => (api.kind === 'HTTP' && api.api.protocol === 'HTTP' ? (api.api.integrations ?? []).length : 0),
});
