import { isRequestFailure } from './errors';

const ATTEMPTS = 3;

/** For a request that makes something: Octokit must not repeat it, `createOnce` does. */
export const unrepeated = { retries: 0 };

/**
 * Makes something that must be there once only. GitHub can answer 502 and have made it all the same, so before it is
 * tried again it is looked for.
 *
 * @param create sends the request, `unrepeated`
 * @returns what was found after an answer had gone wrong, else nothing
 */
export async function createOnce<T>(
  create: () => Promise<unknown>,
  find: () => Promise<T | undefined>,
): Promise<T | undefined> {
  for (let attempt = 1; ; attempt++) {
    try {
      await create();
      return undefined;
    } catch (error) {
      if (!isRequestFailure(error) || error.status < 500) throw error;
      const found = await find();
      if (found !== undefined) return found;
      if (attempt === ATTEMPTS) throw error;
    }
  }
}
