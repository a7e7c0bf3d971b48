/** Exit codes of the command line; those of `plan` are Terraform's `-detailed-exitcode` and one of ours. */
export const EXIT = {
  /** Done; for `plan`: nothing would change. */
  ok: 0,
  error: 1,
  /** `plan`: something would change; `drift`: something was changed outside of Terraform. */
  changes: 2,
  /** `plan`: a stack could not be planned, because one that it depends on is not applied yet. */
  upstreamNotApplied: 3,
  /** Stopped by Ctrl-C or SIGTERM. */
  interrupted: 130,
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

const WORST_FIRST: readonly ExitCode[] = [
  EXIT.interrupted,
  EXIT.error,
  EXIT.upstreamNotApplied,
  EXIT.changes,
  EXIT.ok,
];

/** One exit code for several stacks or environments: the most serious. */
export const worst = (codes: readonly ExitCode[]): ExitCode =>
  WORST_FIRST.find((code) => codes.includes(code)) ?? EXIT.ok;
