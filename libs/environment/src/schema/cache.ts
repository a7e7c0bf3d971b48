import { z } from 'zod';
import { whole } from './fields';

/** https://docs.aws.amazon.com/apigateway/latest/api/API_CreateStage.html */
const SIZES = [0.5, 1.6, 6.1, 13.5, 28.4, 58.2, 118, 237] as const;

export const cache = z
  .strictObject({
    sizeGb: z
      .union(
        SIZES.map((size) => z.literal(size)),
        { error: `one of the sizes that API Gateway has, in GB: ${SIZES.join(', ')}` },
      )
      .meta({ description: 'Size in GB. AWS charges by the hour, used or not.' }),
    ttlSeconds: whole(1, 3600, 'seconds', 'How long an answer is kept, in seconds.'),
  })
  .meta({
    description:
      'Keeps answers of public GET routes that say `cached`, encrypted. Answers of guarded routes are never kept. https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-caching.html',
  });
