import { SetupError } from './errors';

/**
 * Terraform's backend retries a refused connection for 18 seconds; a person should hear at once.
 *
 * @throws SetupError when nothing listens at the endpoint
 */
export async function checkEmulator(endpoint: string): Promise<void> {
  try {
    await fetch(endpoint, { method: 'HEAD' });
  } catch (cause) {
    throw new SetupError(
      `The AWS emulator at ${endpoint} does not answer: start it with "npm start", ` +
        `or synthesize again with the address of the one that runs (GATEHOUSE_AWS_ENDPOINT).`,
      { cause },
    );
  }
}
