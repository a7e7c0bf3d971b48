import { EXIT, worst, type ExitCode } from '@gatehouse/cli-kit';

/** What a command did with one stack. */
export interface StackResult {
  readonly stack: string;
  readonly outcome: Outcome;
  readonly add?: number;
  readonly change?: number;
  readonly remove?: number;
  /** Stacks that have to be applied before this one can be planned. */
  readonly dependsOn?: readonly string[];
  /** `drift`: what was changed outside of Terraform, by address. */
  readonly drift?: readonly string[];
  /** Why it failed, as it was printed. */
  readonly error?: string;
}

/** `not started`: an earlier stack or environment failed. */
export type Outcome =
  | 'no changes'
  | 'changes'
  | 'drift'
  | 'applied'
  | 'upstream not applied'
  | 'failed'
  | 'interrupted'
  | 'not started';

const CODES: Readonly<Record<Outcome, ExitCode>> = {
  'no changes': EXIT.ok,
  applied: EXIT.ok,
  changes: EXIT.findings,
  drift: EXIT.findings,
  'upstream not applied': EXIT.upstreamNotApplied,
  failed: EXIT.error,
  interrupted: EXIT.interrupted,
  // What stopped it has a code of its own.
  'not started': EXIT.ok,
};

/** One exit code for many stacks: the most serious. */
export const exitCodeOf = (results: readonly StackResult[]): ExitCode =>
  worst(results.map(({ outcome }) => CODES[outcome]));
