import { notedEndpoint } from './noted-endpoint.cjs';

const VARIABLE = 'GATEHOUSE_AWS_ENDPOINT';

/** Variables with which an emulated environment is synthesized for the emulator that `npm start` runs, unless a person named one. */
export function forOwnEmulator(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const noted = env[VARIABLE] ? undefined : notedEndpoint(process.cwd());
  return noted === undefined ? env : { ...env, [VARIABLE]: noted };
}
