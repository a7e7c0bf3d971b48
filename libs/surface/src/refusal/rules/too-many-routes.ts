import { apiQuota } from '../api-quota';

export const tooManyRoutes = apiQuota({
  id: 'too-many-routes',
  what: 'routes',
  quota: 300,
  raised: true,
  kind: 'HTTP API',
  page: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-quotas.html',
  instead: 'Split it into several APIs under one domain, or use {proxy+} paths',
  amount: (api) => (api.kind === 'HTTP' && api.api.protocol === 'HTTP' ? api.api.routes.length : 0),
});
