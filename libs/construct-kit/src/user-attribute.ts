import { type IUserPool } from './user-pool';

/**
 * An attribute of the users of one pool: what lists of clients, mappings of providers and principal tags take.
 * `pool.attribute('email')` and `pool.attribute('tenant')` make it.
 */
export interface UserAttribute {
  /** As the API and the ID token name it: `email`, `given_name`, `custom:tenant`. */
  readonly attributeName: string;
  readonly userPool: IUserPool;
  /** Whether it may have another value later; assumed of custom attributes of a pool that is made elsewhere. */
  readonly mutable: boolean;
  /** Whether users may give it a value. Cognito alone says what is verified. */
  readonly writable: boolean;
}

/** An attribute that users may give a value. */
export interface WritableAttribute extends UserAttribute {
  readonly writable: true;
}
