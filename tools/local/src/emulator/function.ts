import { type FunctionPermission, type LambdaFunction } from '@gatehouse/surface';

/** A Lambda function as the emulator has it. */
export interface EmulatorFunction {
  readonly lambda: Omit<LambdaFunction, 'address' | 'filename'>;
  /** As AWS tells it: Base64. */
  readonly codeSha256: string;
  /** The archive as Base64; absent for one who has that code. */
  readonly code?: string;
  readonly permissions: readonly Omit<FunctionPermission, 'address'>[];
}
