import { accessDenied, evaluate } from '@gatehouse/policy';
import { type Caller } from '../../emulator/caller';
import { contextOfCaller, policiesOfCaller } from '../../emulator/caller-policies';
import { configurationError, notServedLocally } from '../errors';
import { type Exchange } from '../exchange';
import { ServiceNotCalledError } from '../services';
import { withStageVariables } from '../substitute';
import { type InvokeParts } from './call-function';
import { areTheCallers, signerOf } from './call-service';

/**
 * With credentials an integration invokes its function as any caller does: the policies of the role decide, not who is let in by
 * the function's own.
 *
 * @throws GatewayError 500 where they do not allow it, or there are none
 * @see https://docs.aws.amazon.com/apigateway/latest/api/API_PutIntegration.html#apigw-PutIntegration-request-credentials
 */
export async function checkInvoker(
  credentials: string,
  functionArn: string,
  exchange: Exchange,
  parts: InvokeParts,
): Promise<undefined> {
  const caller = areTheCallers(credentials) ? signerOf(exchange) : await callerOfRole(credentials, exchange, parts);
  const request = {
    principal: caller.principal,
    action: 'lambda:InvokeFunction',
    resource: functionArn,
    context: contextOfCaller(caller),
  };
  const decision = evaluate(request, policiesOfCaller(caller));
  if (decision.verdict !== 'allowed') throw configurationError(accessDenied(request, decision));
}

async function callerOfRole(
  credentials: string,
  exchange: Exchange,
  { callerOf, services }: InvokeParts,
): Promise<Caller> {
  if (!callerOf) throw notServedLocally('functions that are called with a role, without an emulator to ask');
  const { executionArn } = exchange.served.deployment.api;
  const keys = await services.credentials(withStageVariables(credentials, exchange), executionArn).catch((error) => {
    throw error instanceof ServiceNotCalledError ? configurationError(error.message) : error;
  });
  return callerOf(keys.accessKeyId);
}
