import { apiQuota } from '../api-quota';

export const tooManyApiAuthorizers = apiQuota({
  id: 'too-many-api-authorizers',
  what: 'authorizers',
  quota: 10,
  raised: true,
  kind: 'API',
  page: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/limits.html',
  instead: 'Share authorizers between routes, or split the API',
  amount: ({ api }) => api.authorizers.length,
});
