import type { OfUserPool } from './of-user-pool';

interface Named<U> extends OfUserPool<U> {
  readonly name: string | U;
}

/** `aws_cognito_user_group`. */
export interface UserGroup<U = never> extends Named<U> {
  readonly description?: string | U;
  /** The lower one wins. */
  readonly precedence?: number | U;
  readonly roleArn?: string | U;
}

/** `aws_cognito_user`. */
export interface User<U = never> extends Named<U> {
  /** Whether Terraform knows it; the password itself is never read. */
  readonly hasPassword: boolean;
}
