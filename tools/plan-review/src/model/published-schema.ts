import { z } from 'zod';
import { reviewSchema } from './schema';

/** `review.schema.json`, for programs that read reviews without this package. */
export const publishedSchema = (): Record<string, unknown> => z.toJSONSchema(reviewSchema, { reused: 'ref' });
