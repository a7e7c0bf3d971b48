import type { Review } from '../model/review';

/** The review as data, by review.schema.json; can be given to `plan-review` again, together with others. */
export const renderJson = (review: Review): string => `${JSON.stringify(review, null, 2)}\n`;
