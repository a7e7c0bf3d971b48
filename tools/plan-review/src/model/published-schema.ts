import { z } from 'zod';
import { policySchema } from '../read/policy-schema';
import { reviewSchema } from './schema';

/** `review.schema.json`, for programs that read reviews without this package. */
export const publishedSchema = (): Record<string, unknown> => z.toJSONSchema(reviewSchema, { reused: 'ref' });

/** `policy.schema.json`, for editors. */
export const publishedPolicySchema = (): Record<string, unknown> => z.toJSONSchema(policySchema, { io: 'input' });
