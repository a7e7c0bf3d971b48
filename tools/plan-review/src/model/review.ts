import type { z } from 'zod';
import type * as schema from './schema';

/** What plans do to people's access, as plain data without any secret; `review.schema.json` publishes it. */
export type Review = z.infer<typeof schema.reviewSchema>;
/** The stacks of one environment, which are read together. */
export type EnvironmentReview = z.infer<typeof schema.environmentReviewSchema>;
/** What the plan of one stack does. */
export type StackReview = z.infer<typeof schema.stackSchema>;
/** What a plan does to one resource. */
export type ChangeReview = z.infer<typeof schema.changeSchema>;
/** An argument that changes, with what may be said of its values. */
export type AttributeReview = z.infer<typeof schema.attributeSchema>;
/** Who may call a route before and after. */
export type AccessRow = z.infer<typeof schema.accessRowSchema>;
/** What a rule found. */
export type ReviewFinding = z.infer<typeof schema.findingSchema>;
/** What a rule found and a team accepted, with its reason. */
export type SuppressedFinding = z.infer<typeof schema.suppressedSchema>;
/** Whether a review found a risk, or could not read everything. */
export type Verdict = Review['verdict'];
