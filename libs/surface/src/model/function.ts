import type { Located, Table } from './value';

/** `aws_lambda_function`. */
export interface LambdaFunction<U = never> extends Located {
  readonly name: string | U;
  readonly arn: string | U;
  readonly invokeArn: string | U;
  /** `file.export`; empty for a container image. */
  readonly handler: string | U;
  readonly runtime: string | U;
  /** As written, relative to the stack's folder. */
  readonly filename?: string | U;
  readonly sourceCodeHash?: string | U;
  /** Seconds. */
  readonly timeout: number | U;
  /** MB. */
  readonly memory: number | U;
  /** Read from state only, to run the function; plans and synthesized JSON give names and hide the values. */
  readonly environment: Table<string, U>;
}
