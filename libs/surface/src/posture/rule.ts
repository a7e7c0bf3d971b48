import type { RuleInfo, Severity } from '../findings/finding';
import type { Located, Surface, Unknown } from '../model';

/** What one surface should never be. Only what is known breaks a rule: an `Unknown` value never does. */
export interface PostureRule extends RuleInfo {
  /** Checks of other tools that this one stands for: `cdk-nag APIG1`, `CKV_AWS_76`. */
  readonly matches: readonly string[];
  /** Pure. */
  readonly check: (surface: Surface<Unknown>) => readonly Violation[];
}

/** One place that breaks a rule; what else a finding says, the rule says. */
export interface Violation {
  readonly at: Located;
  readonly subject: string;
  readonly message: string;
  /** @default the rule's */
  readonly severity?: Severity;
  /** What was found there, in a few words. */
  readonly found?: string;
}
