import type { Located } from '../model';

/** From "act now" to "this is what you asked for"; what is `expected` never makes a plan risky. */
export const SEVERITIES = ['critical', 'high', 'medium', 'expected'] as const;
/** How bad a finding is. */
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
  /** One sentence: what to do if it is unintended. */
  readonly remediation: string;
  /** One line each, fit to be printed; absent: there is none, or it says nothing more. */
  readonly before?: string;
  readonly after?: string;
  /**
   * What exactly was found, each part in a few words that may be printed: a callback URL, a principal, an action. A
   * suppression accepts these parts and no others. Absent: rule and address say it all.
   */
  readonly of?: readonly string[];
  /** Fields of the environment file that set it: `identity.mfa`. */
  readonly fields?: readonly string[];
}

/** Whether a severity is at least another one. */
export const isAsSevere = (one: Severity, other: Severity): boolean =>
  SEVERITIES.indexOf(one) <= SEVERITIES.indexOf(other);

/** The worst first, then by stack and address. */
export const bySeverity = (a: Finding, b: Finding): number =>
  SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) ||
  compareText(a.stack ?? '', b.stack ?? '') ||
  compareText(a.address, b.address) ||
  compareText(a.rule, b.rule) ||
  compareText(a.subject, b.subject);

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
