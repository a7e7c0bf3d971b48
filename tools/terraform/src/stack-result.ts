import { EXIT, worst, type ExitCode } from '@gatehouse/cli-kit';
import { type ChangeSummary } from './ui-events';

/** What a command did with one stack. */
export interface StackResult extends Partial<Pick<ChangeSummary, 'add' | 'change' | 'remove'>> {
  readonly stack: string;
  readonly outcome: Outcome;
  /** Stacks that have to be applied before this one can be planned. */
  readonly dependsOn?: readonly string[];
  /** `drift`: what was changed outside of Terraform. */
  readonly drift?: readonly DriftFinding[];
  /** Why it failed, as it was printed. */
  readonly error?: string;
}

/** Addresses and names of arguments, no values. */
export interface DriftFinding {
  /** Such as `aws_cognito_user_pool.users (mfa_configuration)`. */
  readonly found: string;
  /** What a person can do about it: for each way its name and a command, such as `put it back: npx nx deploy dev`. */
  readonly reconcile: readonly string[];
}

const CODES = {
  'no changes': EXIT.ok,
  applied: EXIT.ok,
  changes: EXIT.findings,
  drift: EXIT.findings,
  'upstream not applied': EXIT.upstreamNotApplied,
  /** A state that no stack has: it fails no deploy of those that there are. */
  orphaned: EXIT.ok,
  failed: EXIT.error,
  interrupted: EXIT.interrupted,
  /** An earlier stack or environment failed, which has a code of its own. */
  'not started': EXIT.ok,
} as const satisfies Readonly<Record<string, ExitCode>>;

export type Outcome = keyof typeof CODES;

/** One exit code for many stacks: the most serious. */
export const exitCodeOf = (results: readonly StackResult[]): ExitCode =>
  worst(results.map(({ outcome }) => CODES[outcome]));
