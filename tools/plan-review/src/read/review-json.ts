import { UnreadableError } from '@gatehouse/surface';
import { FORMAT } from '../model/format';
import type { Review } from '../model/review';
import { reviewSchema } from '../model/schema';

/** A review that `--json` wrote. @throws UnreadableError it is of another version, or was changed */
export function parseReview(content: { readonly format: unknown }, where: string): Review {
  if (content.format !== FORMAT) {
    const found = typeof content.format === 'string' ? content.format.slice(0, 60) : typeof content.format;
    const next = 'Make the review again with the same version of plan-review.';
    throw new UnreadableError(`${where}: format`, FORMAT, found, next);
  }
  const { data, error } = reviewSchema.safeParse(content);
  if (data) return data;
  const issue = error.issues[0];
  throw new UnreadableError(
    `${where}: ${issue?.path.join('.') || 'review'}`,
    'a review as plan-review writes it',
    issue?.message ?? 'something else',
    'Make it again.',
  );
}
