import { configurationError, GatewayError, integrationFailure, integrationTimeout, messageOf } from '../errors';
import { type BackendAnswer } from './integration-response';
import { withTimeout } from './timeout';

/**
 * Waits for a backend, for so many milliseconds.
 *
 * @param title of the request, for the person who runs the gateway
 * @throws GatewayError 504 when it cannot be reached, or is late
 */
export function waitForBackend(
  title: string,
  milliseconds: number,
  send: (signal: AbortSignal) => Promise<BackendAnswer>,
): Promise<BackendAnswer> {
  const controller = new AbortController();
  const answer = send(controller.signal).catch((error: unknown) => {
    if (error instanceof GatewayError) throw error;
    throw (isOfTls(error) ? configurationError : integrationFailure)(`${title}: ${messageOf(error)}`);
  });
  return withTimeout(answer, milliseconds, () => integrationTimeout(milliseconds)).finally(() => controller.abort());
}

/** API Gateway takes a certificate that it cannot verify for a mistake of the configuration. */
const isOfTls = (error: unknown): boolean =>
  /^(CERT_|DEPTH_ZERO_|ERR_TLS_|SELF_SIGNED_|UNABLE_TO_)/.test(
    (error as NodeJS.ErrnoException | undefined)?.code ?? '',
  );
