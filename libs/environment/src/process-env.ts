/** The only place in this package that reads `process.env`. */

export const ENDPOINT_VARIABLE = 'GATEHOUSE_AWS_ENDPOINT';

/** Where the emulator of this run listens; replaces the endpoint of an environment that has one. */
export function endpointOverride(): string | undefined {
  return process.env[ENDPOINT_VARIABLE] || undefined;
}
