import type { Suppression } from './findings/suppress';
import type { Trusted } from './trusted';
import type { Verdicts } from './verdicts/verdicts';

/** What a team says about the review of its plans: in `libs/rules`, or in a file of `--policy`. */
export interface ReviewPolicy {
  /** Findings that it accepts. */
  readonly suppressions: readonly Suppression[];
  /** Whom it trusts beside its own accounts. */
  readonly trusted: Trusted;
  /** Of its own types, or other ones than Gatehouse’s. */
  readonly verdicts: Verdicts;
}
