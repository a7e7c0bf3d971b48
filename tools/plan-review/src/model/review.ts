import type { z } from 'zod';
import type * as schema from './schema';

/** What plans do to people's access, as plain data without any secret; `review.schema.json` publishes it. */
export type Review = z.infer<typeof schema.reviewSchema>;
/** The stacks of one environment, which are read together. */
export type EnvironmentReview = z.infer<typeof schema.environmentReviewSchema>;
export type StackReview = z.infer<typeof schema.stackSchema>;
export type ChangeReview = z.infer<typeof schema.changeSchema>;
export type AttributeReview = z.infer<typeof schema.attributeSchema>;
export type AccessRow = z.infer<typeof schema.accessRowSchema>;
export type ReviewFinding = z.infer<typeof schema.findingSchema>;
export type SuppressedFinding = z.infer<typeof schema.suppressedSchema>;
export type Verdict = Review['verdict'];
