/** What went wrong, in one line. */
export const lineOf = (error: unknown): string => {
  if (error instanceof AwsError) return `${error.type}: ${error.message}`;
  return error instanceof Error ? error.message : String(error);
};

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
