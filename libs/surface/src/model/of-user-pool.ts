import type { Located } from './located';

/** Something that belongs to a user pool. */
export interface OfUserPool<U = never> extends Located {
  readonly userPoolId: string | U;
  /** Address of the pool, when it is part of the surface. */
  readonly userPool?: string;
  /** Name of its stack, when that is another one than that of the part. */
  readonly userPoolStack?: string;
}
