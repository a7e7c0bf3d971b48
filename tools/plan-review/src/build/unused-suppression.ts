import { type RuleSet, type Suppressed, type Suppression, suppressionMistakes } from '@gatehouse/surface';
import type { EnvironmentReview } from '../model/review';

interface Listed extends Pick<Suppressed, 'unused' | 'missed'> {
  /** Of the `--policy` file. */
  readonly listed: readonly Suppression[];
  /** Its name. */
  readonly file: string;
  readonly rules: RuleSet;
}

/** A suppression that matches no finding; with the mistake in it, where the review can name one. */
export const unusedSuppression =
  ({ listed, file, rules, unused, missed }: Listed) =>
  (entry: Suppression): EnvironmentReview['unusedSuppressions'][number] => {
    const where = listed.includes(entry) ? file : 'acknowledge';
    const isMistake = listed.includes(entry) || missed.has(entry);
    return {
      rule: entry.rule,
      reason: entry.reason,
      address: entry.address?.toString(),
      ...(isMistake && { problem: suppressionMistakes(where, [entry], { unused, missed }, rules.all)[0] }),
    };
  };
