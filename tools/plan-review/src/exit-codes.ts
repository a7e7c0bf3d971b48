import type { Verdict } from './model/review';

/** Exit codes of the command line. */
export const EXIT = {
  /** Everything was looked at, and nothing risky is in it. */
  clean: 0,
  /** Something could not be read. What could be is in the review all the same. */
  unreadable: 1,
  /** At least one finding, or a stack that was not fully reviewed. */
  risky: 2,
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

export const exitCodeOf = (verdict: Verdict): ExitCode => (verdict === 'clean' ? EXIT.clean : EXIT.risky);
