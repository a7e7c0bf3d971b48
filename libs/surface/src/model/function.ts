import type { Located } from './located';
import type { Table } from './value';

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

/** `aws_lambda_permission`: who may call a function from outside of its account's own policies. */
export interface FunctionPermission<U = never> extends Located {
  /** Name or ARN. */
  readonly functionName: string | U;
  /** Address of the function, when it is part of the surface. */
  readonly function?: string;
  /** The alias or version that may be called. Absent: the function itself. */
  readonly qualifier?: string | U;
  readonly action: string | U;
  /** `apigateway.amazonaws.com`, an account, or `*`. */
  readonly principal: string | U;
  /** Absent: any caller of that principal. */
  readonly sourceArn?: string | U;
  /** Absent: resources of any account. */
  readonly sourceAccount?: string | U;
  /** Only accounts of this organization. */
  readonly organization?: string | U;
}

/** `aws_lambda_function_url`: a way to a function that no API guards. */
export interface FunctionUrl<U = never> extends Located {
  readonly functionName: string | U;
  readonly function?: string;
  readonly auth: 'NONE' | 'AWS_IAM' | U;
}
