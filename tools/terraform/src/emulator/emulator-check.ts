import { SetupError } from '../errors';
import { chosenEndpoint, ENDPOINT_VARIABLE } from './endpoint-variable';
import { isOf, ownEmulator } from './own-emulator';
import { whoAnswers } from './who-answers';

/**
 * Terraform's backend retries a refused connection for 18 seconds, and another checkout's emulator would be changed or compared
 * with: a person should hear at once.
 *
 * @param root of the checkout that is about to use it
 * @throws SetupError when no emulator answers at the endpoint, or that of another checkout, unless a person named it
 */
export async function checkEmulator(endpoint: string, root: string): Promise<void> {
  const answering = await whoAnswers(endpoint);
  if (answering.kind === 'nothing') throw await refusal(`The AWS emulator at ${endpoint} does not answer`, root);
  if (answering.kind === 'other') {
    throw await refusal(`${endpoint}: expected an AWS emulator, found ${answering.name}`, root);
  }
  if (answering.kind === 'emulator' || !answering.checkout || isOf(answering, root)) return;
  if (endpoint === chosenEndpoint()) return;
  throw await refusal(`The AWS emulator at ${endpoint} is that of another checkout, ${answering.checkout}`, root);
}

async function refusal(problem: string, root: string): Promise<SetupError> {
  const own = await ownEmulator(root);
  const advice =
    own === undefined
      ? `start this checkout's with "npm start", or set ${ENDPOINT_VARIABLE} to the address of the emulator that is meant`
      : `this checkout's answers at ${own.url}, so set ${ENDPOINT_VARIABLE}=${own.url} and run the command again`;
  return new SetupError(`${problem}: ${advice}.`);
}
