/** First field of a review's JSON: tells it from a plan, and a newer format from this one. */
export const FORMAT = 'gatehouse-review/1' as const;
