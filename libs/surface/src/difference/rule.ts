import type { RuleInfo, Severity } from '../findings/finding';
import type { Located } from '../model';
import type { Comparison } from './comparison';

export { locatedOf as at } from '../model/located';

/** What a rule found; what it leaves out is as its `RuleInfo` says. */
export interface Difference extends Located {
  /** What a person calls it: `POST /reports`, `user pool people`. */
  readonly subject: string;
  /** One sentence: what it means for people's access. */
  readonly message: string;
  readonly severity?: Severity;
  readonly remediation?: string;
  readonly before?: string;
  readonly after?: string;
}

/** A rule on what changes; its file has the name of its id, and docs/rules.md a row. */
export interface DifferenceRule extends RuleInfo {
  readonly find: (comparison: Comparison) => readonly Difference[];
}
