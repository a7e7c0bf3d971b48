/** An error of AWS that an internal operation answered, by its AWS name. */
export class EmulatorRefusal extends Error {
  constructor(
    /** `NotAuthorizedException` */
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

/** Asks the emulator itself for what no AWS API tells, e.g. credentials for a role. */
export type Internal = <T = Record<string, unknown>>(name: string, body?: object) => Promise<T>;

/**
 * @param secret of the bridge; the emulator answers nobody else
 */
export const internalOf =
  (url: string, secret: string): Internal =>
  async <T>(name: string, body: object = {}): Promise<T> => {
    const response = await fetch(`${url}/moto-api/gatehouse/${name}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-gatehouse-secret': secret },
      body: JSON.stringify(body),
    });
    const answer = (await response.json()) as { error?: { name: string; message: string } };
    if (response.ok) return answer as T;
    const { message, name: code } = answer.error ?? { name: 'InternalFailure', message: `status ${response.status}` };
    throw new EmulatorRefusal(code, message);
  };
