import { realpathSync } from 'node:fs';
import { join } from 'node:path';
import { SetupError } from './errors';
import { ENDPOINT_VARIABLE, ownEmulator } from './own-emulator';

/**
 * Terraform's backend retries a refused connection for 18 seconds, and another checkout's emulator would be changed or compared
 * with: a person should hear at once.
 *
 * @param app folder of the app that is about to use it
 * @throws SetupError when nothing listens at the endpoint, or what listens is the emulator of another checkout
 */
export async function checkEmulator(endpoint: string, app: string): Promise<void> {
  const own = ownEmulator(app);
  const advice =
    own === undefined
      ? `start this checkout's with "npm start", and set ${ENDPOINT_VARIABLE} to the Cognito address that it prints`
      : `this checkout's answers at ${own}, so set ${ENDPOINT_VARIABLE}=${own} and run the command again`;
  const answer = await fetch(`${endpoint}/moto-api/gatehouse`).catch((cause: unknown) => {
    throw new SetupError(`The AWS emulator at ${endpoint} does not answer: ${advice}.`, { cause });
  });
  // Another kind of emulator does not know the question.
  const { checkout } = await answer.json().then(
    (status) => status as { checkout?: string | null },
    () => ({ checkout: undefined }),
  );
  if (!checkout || realPath(checkout) === realPath(join(app, '../..'))) return;
  throw new SetupError(`The AWS emulator at ${endpoint} is that of another checkout, ${checkout}: ${advice}.`);
}

function realPath(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}
