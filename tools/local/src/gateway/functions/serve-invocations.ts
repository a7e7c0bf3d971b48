import { type InvocationFailure, type ServeFunction } from '../../bridge';
import { FunctionError, NotDeployedError, NotPermittedError } from './function-error';
import { type Functions } from './functions';

/**
 * Calls functions for the emulator: the triggers of user pools, and whom the emulator lets invoke one.
 *
 * @param byHand has those that are not deployed
 */
export const serveInvocations =
  (functions: Pick<Functions, 'invoke'>, byHand?: Pick<Functions, 'invoke'>): ServeFunction =>
  async ({ event, functionArn, qualifier, service, sourceArn, milliseconds }) => {
    const arn = qualifier === undefined ? functionArn : `${functionArn}:${qualifier}`;
    const caller = service === undefined || sourceArn === undefined ? undefined : { service, sourceArn, milliseconds };
    try {
      const payload = await functions.invoke(arn, JSON.stringify(event), caller).catch((error: unknown) => {
        if (byHand === undefined || !(error instanceof NotDeployedError)) throw error;
        return byHand.invoke(arn, JSON.stringify(event), caller);
      });
      return { payload: JSON.parse(payload) as unknown };
    } catch (error) {
      return { error: failureOf(error) };
    }
  };

function failureOf(error: unknown): InvocationFailure {
  if (error instanceof FunctionError && error.failure !== undefined) return error.failure;
  const { message } = error as Error;
  const name = error instanceof NotPermittedError ? 'AccessDeniedException' : 'ResourceNotFoundException';
  return { kind: 'crashed', name, message };
}
