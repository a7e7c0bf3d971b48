import { type Integration } from '@gatehouse/surface';
import { type Caller } from '../../emulator/caller';
import { configurationError, integrationFailure } from '../errors';
import { type Exchange } from '../exchange';
import { type ServiceAnswer, ServiceNotCalledError, type ServiceRequest, type Services } from '../services';
import { withStageVariables } from '../substitute';

/** In place of a role: the credentials that signed the request itself. */
const THE_CALLERS = /^arn:[\w-]+:iam::\*:user\/\*$/;

/**
 * Calls a service with the credentials of an integration.
 *
 * @throws GatewayError 500 where there are none: the role does not trust API Gateway, or the request is not signed
 */
export async function callService(
  request: ServiceRequest,
  { credentials = '' }: Integration,
  exchange: Exchange,
  services: Services,
  signal: AbortSignal,
): Promise<ServiceAnswer> {
  try {
    if (areTheCallers(credentials)) return await services.callWith(request, signerOf(exchange), signal);
    return await services.call(request, withStageVariables(credentials, exchange), sourceArnOf(exchange), signal);
  } catch (error) {
    if (!(error instanceof ServiceNotCalledError)) throw error;
    throw (error.why === 'role' ? configurationError : integrationFailure)(error.message);
  }
}

export const areTheCallers = (credentials: string): boolean => THE_CALLERS.test(credentials);

/** Who signed the request. @throws GatewayError 500 where its method does not ask for that */
export function signerOf({ signer }: Exchange): Caller {
  if (signer) return signer;
  throw configurationError('the credentials of the caller are needed, and the method does not use AWS_IAM');
}

const sourceArnOf = ({ path, request, served }: Exchange): string =>
  `${served.deployment.api.executionArn}/${served.stage.name}/${request.method}${path}`;
