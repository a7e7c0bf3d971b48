import { existsSync } from 'node:fs';
import { isOldDigest, type Review } from '@gatehouse/plan-review';
import { reviewInputs } from '@gatehouse/plan-review/inputs';
import { SetupError } from '../errors';

/** What was reviewed: a digest, as the review prints it, or the review's own JSON, which can tell what differs. */
export type Reviewed = { readonly digest: string } | { readonly review: Review };

/**
 * @param text a digest, or the name of a file that `gatehouse review --json` wrote
 * @throws SetupError it is neither, or of a version that covers less
 */
export function readReviewed(text: string): Reviewed {
  if (isOldDigest(text)) throw old(text, 'this digest');
  if (/^gh\d+-[0-9a-f]+$/.test(text)) return { digest: text };
  if (!existsSync(text)) {
    throw new SetupError(
      `--reviewed ${text}: expected a digest (gh2-…) as the review prints it, or the JSON file of a review.`,
    );
  }
  const { review, problems } = reviewInputs({ files: [text] });
  if (problems.length > 0) throw new SetupError(problems.join('\n'));
  const stacks = review.environments.flatMap((environment) => environment.stacks);
  if (stacks.some(({ digest }) => digest !== undefined && isOldDigest(digest))) throw old(text, 'its digest');
  return { review };
}

const old = (text: string, what: string): SetupError =>
  new SetupError(`--reviewed ${text}: ${what} is of an older version, which covers less. Review again.`);
