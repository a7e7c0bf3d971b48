import { UserError } from '@gatehouse/cli-kit';

/**
 * Does something that AWS may refuse.
 *
 * @param where the pool and the role it is done as
 * @param then what to do about it
 * @throws UserError in the place of what AWS refused
 */
export async function tellRefusals<T>(where: string, then: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    if (!isOfAws(cause)) throw cause;
    throw new UserError(`${where}: AWS refused it (${cause.name}: ${cause.message}). ${then}`, { cause });
  }
}

/** Errors of services carry this field in every AWS SDK client. */
const isOfAws = (error: unknown): error is Error => error instanceof Error && '$fault' in error;
