/** The function did not answer: it threw, crashed, timed out or cannot be run here. */
export class FunctionError extends Error {}

/** Lambda does not let the caller in, so the function was not called. */
export class NotPermittedError extends Error {}
