import { cacheSizes } from '@gatehouse/checks';
import { object, oneOf, whole } from './fields';

export const cache = object(
  'Keeps answers of public GET routes that say `cached`, encrypted. Answers of guarded routes are never kept. https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-caching.html',
  {
    sizeGb: oneOf(
      cacheSizes,
      'one of the sizes that API Gateway has, in GB',
      'Size in GB. AWS charges by the hour, used or not.',
    ),
    ttlSeconds: whole(1, 3600, 'seconds', 'How long an answer is kept, in seconds.'),
  },
);
