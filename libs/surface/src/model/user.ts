import type { Located } from './located';

interface OfUserPool<U> extends Located {
  readonly name: string | U;
  readonly userPoolId: string | U;
  /** Address of the pool, when it is part of the surface. */
  readonly userPool?: string;
}

/** `aws_cognito_user_group`. */
export interface UserGroup<U = never> extends OfUserPool<U> {
  readonly description?: string | U;
  /** The lower one wins. */
  readonly precedence?: number | U;
  readonly roleArn?: string | U;
}

/** `aws_cognito_user`. */
export interface User<U = never> extends OfUserPool<U> {
  /** Whether Terraform knows it; the password itself is never read. */
  readonly hasPassword: boolean;
}
