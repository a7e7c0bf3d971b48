/**
 * Runs cdktf without the stack trace that it takes, unlimited in depth, for every token: most of the time of a
 * synthesis. Errors keep their own stacks, which V8 does not take through this function.
 */
export function withoutStackTraces<T>(synthesize: () => T): T {
  const captureStackTrace = Error.captureStackTrace;
  Error.captureStackTrace = () => undefined;
  try {
    return synthesize();
  } finally {
    Error.captureStackTrace = captureStackTrace;
  }
}
