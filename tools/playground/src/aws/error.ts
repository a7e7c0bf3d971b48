/** AWS refused an operation. */
export class AwsError extends Error {
  override readonly name = 'AwsError';
  constructor(
    /** `InitiateAuth` */
    readonly operation: string,
    /** `NotAuthorizedException` */
    readonly type: string,
    /** As AWS wrote it. */
    message: string,
  ) {
    super(message);
  }
}
