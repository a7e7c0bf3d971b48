import { createHash } from 'node:crypto';
import { type Caller, type CallerOf } from '../../emulator/caller';
import { EmulatorRefusal } from '../../emulator/internal';
import {
  headerOf,
  type HttpRequest,
  readSignature,
  type Signature,
  type SignatureProblem,
  verifySignature,
} from '../../sigv4';
import { authorizerFailure, GatewayError, messageOf, missingAuthenticationToken } from '../errors';
import { headerPairs } from '../headers';
import { incompleteSignature } from '../request/unmatched';
import { type IamExchange } from './exchange';

/** API Gateway's; other services take fifteen. */
const skewMinutes = 5;

/**
 * Who signed a request with AWS credentials.
 *
 * @throws GatewayError as API Gateway refuses a request without a signature, or with one that is not good
 */
export async function signerOf(exchange: IamExchange, callerOf: CallerOf): Promise<Caller> {
  const request = httpRequestOf(exchange);
  const signature = readSignature(request);
  if (signature === undefined) throw unsigned(request);
  checkScope(signature, exchange.served.deployment.api.executionArn.split(':')[3] as string);
  const caller = await callerOf(signature.accessKeyId).catch((error: unknown) => {
    if (error instanceof EmulatorRefusal) throw refusals.token(invalidToken, 'nobody has its access key');
    throw authorizerFailure(`the emulator does not say whose key signed: ${messageOf(error)}`);
  });
  const problem = verifySignature(request, signature, caller, Date.now(), skewMinutes);
  if (problem !== undefined) throw refusals[problem.kind](problem.message, problem.message);
  return caller;
}

const httpRequestOf = ({ fullPath, query, request }: IamExchange): HttpRequest => ({
  method: request.method,
  path: fullPath,
  query: query.raw,
  headers: [...headerPairs(request.rawHeaders)],
  bodyHash: createHash('sha256').update(request.body).digest('hex'),
});

/** Nothing that can be read as a signature. */
function unsigned(request: HttpRequest): GatewayError {
  const authorization = headerOf(request, 'authorization')?.trim();
  if (authorization) return incompleteSignature(authorization, 'its Authorization header is no AWS signature');
  return missingAuthenticationToken('it is not signed with AWS credentials');
}

function checkScope({ region, service }: Signature, apiRegion: string): void {
  const wrong = [
    ...(region === apiRegion ? [] : ['Credential should be scoped to a valid region. ']),
    ...(service === 'execute-api' ? [] : ["Credential should be scoped to correct service: 'execute-api'. "]),
  ].join('');
  const reason = `it is signed for ${service} in ${region}, not for execute-api in ${apiRegion}`;
  if (wrong !== '') throw refusals.signature(wrong, reason);
}

const invalidToken = 'The security token included in the request is invalid.';

const refused =
  (type: string, errorType: string) =>
  (text: string, reason: string): GatewayError =>
    new GatewayError(type, 403, errorType, text, reason);

const invalidSignature = refused('INVALID_SIGNATURE', 'InvalidSignatureException');

/** https://docs.aws.amazon.com/apigateway/latest/developerguide/supported-gateway-response-types.html */
const refusals: Record<SignatureProblem['kind'], ReturnType<typeof refused>> = {
  token: refused('INVALID_SIGNATURE', 'UnrecognizedClientException'),
  expiredToken: refused('EXPIRED_TOKEN', 'ExpiredTokenException'),
  incomplete: refused('INVALID_SIGNATURE', 'IncompleteSignatureException'),
  expired: invalidSignature,
  skewed: invalidSignature,
  payload: invalidSignature,
  signature: invalidSignature,
};
