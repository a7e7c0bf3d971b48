export interface Answer {
  readonly status: number;
  /** Written as JSON. */
  readonly body: unknown;
  readonly headers?: Record<string, string>;
}

/** An answer in the form that API Gateway gives its own errors. */
export function message(status: number, text: string): Answer {
  return { status, body: { message: text } };
}
