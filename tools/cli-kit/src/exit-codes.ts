/** Exit codes of every command; docs/commands.md explains them. */
export const EXIT = {
  /** Done, and nothing found. */
  ok: 0,
  /** Not done: wrong input, something that cannot be read, a failure. */
  error: 1,
  /** Done, and something found: a risk, a change, drift, a violation. */
  findings: 2,
  /** `plan`: a stack depends on one that is not applied yet; the others were planned. */
  upstreamNotApplied: 3,
  /** Stopped by Ctrl-C or SIGTERM. */
  interrupted: 130,
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

const WORST_FIRST: readonly ExitCode[] = [
  EXIT.interrupted,
  EXIT.error,
  EXIT.upstreamNotApplied,
  EXIT.findings,
  EXIT.ok,
];

/** One exit code for several stacks or environments: the most serious. */
export const worst = (codes: readonly ExitCode[]): ExitCode =>
  WORST_FIRST.find((code) => codes.includes(code)) ?? EXIT.ok;
