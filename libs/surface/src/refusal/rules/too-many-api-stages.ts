import { apiQuota } from '../api-quota';

export const tooManyApiStages = apiQuota({
  id: 'too-many-api-stages',
  what: 'stages',
  quota: 10,
  raised: true,
  kind: 'API',
  page: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/limits.html',
  instead: 'Give each environment an API of its own',
  amount: ({ api }) => api.stages.length,
});
