import { processEnv } from '../process-env';

/** Set by a person, it says which emulator is meant; for what a command starts, the command sets it. */
export const ENDPOINT_VARIABLE = 'GATEHOUSE_AWS_ENDPOINT';

/** The endpoint that everything in this process is for; nothing where each environment file says its own. */
export const chosenEndpoint = (): string | undefined => processEnv()[ENDPOINT_VARIABLE] || undefined;

/** Does something with one emulator, in this process and in those that it starts. */
export async function withEndpoint<T>(url: string, work: () => Promise<T>): Promise<T> {
  const env = processEnv();
  const before = env[ENDPOINT_VARIABLE];
  env[ENDPOINT_VARIABLE] = url;
  try {
    return await work();
  } finally {
    if (before === undefined) delete env[ENDPOINT_VARIABLE];
    else env[ENDPOINT_VARIABLE] = before;
  }
}
