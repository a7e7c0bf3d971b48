/** The function did not answer: it threw, crashed, timed out or cannot be run here. */
export class FunctionError extends Error {}
