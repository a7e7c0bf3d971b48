import { type InvocationFailure } from '../../bridge';

/** The function did not answer: it threw, crashed, timed out or cannot be run here. */
export class FunctionError extends Error {
  /** @param failure absent: it cannot be run here */
  constructor(
    message: string,
    readonly failure?: InvocationFailure,
  ) {
    super(message);
  }
}

/** Lambda does not let the caller in, so the function was not called. */
export class NotPermittedError extends Error {}

export class NotDeployedError extends FunctionError {
  constructor(functionArn: string) {
    super(`function ${functionArn} is not deployed`);
  }
}
