import { type IConstruct } from 'constructs';

/** A Lambda function that APIs and triggers can call: one of libs/functions, or one that exists. */
export interface IFunction extends IConstruct {
  readonly functionName: string;
  readonly functionArn: string;
  /** What API Gateway calls. */
  readonly invokeArn: string;
  /** The alias or version that callers call. @default - the newest code */
  readonly qualifier?: string;
}
