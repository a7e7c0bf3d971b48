import type { Violation } from '../findings/rule';

/** One violation for each of these fields of the environment file. */
export const fieldViolations = (fields: readonly string[], message: string, after?: string): Violation[] =>
  fields.map((field) => ({
    at: { address: field },
    subject: field,
    message,
    fields: [field],
    ...(after === undefined ? {} : { after }),
  }));
