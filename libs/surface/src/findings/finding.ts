import type { Located } from '../model';

/** From "act now" to "this is what you asked for"; what is `expected` never makes a plan risky. */
export const SEVERITIES = ['critical', 'high', 'medium', 'expected'] as const;
export type Severity = (typeof SEVERITIES)[number];

/** What one rule says about one place. Plain data; holds no value of a secret attribute. */
export interface Finding extends Located {
  /** Id of the rule: its file's name, and its row in docs/rules.md. */
  readonly rule: string;
  readonly severity: Severity;
  /** What a person calls it: `POST /reports`, `user pool people`, `app client app`. */
  readonly subject: string;
  /** One sentence: what it means for people's access. */
  readonly message: string;
  /** One sentence: what to do when it is not meant. */
  readonly remediation: string;
  /** One line each, fit to be printed; absent: there is none, or it says nothing more. */
  readonly before?: string;
  readonly after?: string;
}

/** What every rule says of itself; `docs/rules.md` has a row of it. */
export interface RuleInfo {
  /** Name of the rule's file. */
  readonly id: string;
  /** The worst that it finds. */
  readonly severity: Severity;
  /** One line, for a list of rules and for SARIF. */
  readonly title: string;
  readonly why: string;
  readonly remediation: string;
  /** The page that `why` comes from. */
  readonly page: string;
}
