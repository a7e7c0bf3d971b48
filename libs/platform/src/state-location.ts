/** Where the state of a stack is kept: in S3, encrypted with a key of ours, in one account. */
export interface StateLocation {
  readonly bucket: string;
  /** Key of the object, such as `dev/api.tfstate`. */
  readonly key: string;
  readonly region: string;
  /** Alias, id or ARN of the KMS key. */
  readonly kmsKey: string;
  /** The account that the bucket is in; any other is refused. */
  readonly account: string;
  /**
   * The emulator's address, such as `http://127.0.0.1:4599`.
   * @default - AWS
   */
  readonly endpoint?: string;
}
