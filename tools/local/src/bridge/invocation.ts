/** A call of a deployed function, from the emulator. */
export interface Invocation {
  readonly functionArn: string;
  /** What the function is given. */
  readonly event: unknown;
  /** Alias or version. @default - none */
  readonly qualifier?: string;
  /**
   * The AWS service that calls, and for which of its resources: it needs the function's permission.
   * @default - a caller that the emulator has let in
   */
  readonly service?: string;
  readonly sourceArn?: string;
  /** How long the caller waits for an answer. @default - as long as the function may run */
  readonly milliseconds?: number;
}

/** Why there is no answer: the handler threw, its process ended, or it took too long. */
export interface InvocationFailure {
  readonly kind: 'thrown' | 'crashed' | 'timeout';
  /** Class of the error, `Error`. */
  readonly name: string;
  readonly message: string;
}

/** What the function answered. */
export type InvocationResult = { readonly payload: unknown } | { readonly error: InvocationFailure };

/** Runs a deployed function; never rejects for what the function does. */
export type ServeFunction = (invocation: Invocation) => Promise<InvocationResult>;

/** Until something runs functions. */
export const nothingRuns: ServeFunction = ({ functionArn }) =>
  Promise.resolve({
    error: {
      kind: 'crashed',
      name: 'FunctionsNotServed',
      message: `${functionArn} cannot be called: functions run in the local gateway, which does not serve yet`,
    },
  });
