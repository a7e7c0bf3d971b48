import { createHash } from 'node:crypto';
import { type RestApi } from '@gatehouse/surface';
import { GatewayError, missingAuthenticationToken } from '../errors';
import { type GatewayRequest } from '../exchange';
import { header } from '../headers';

/**
 * What API Gateway answers where no method matches: never 404. With an Authorization header that is no AWS signature
 * it complains about that instead, which sends people looking in the wrong place; so must we.
 */
export function unmatched({ rawHeaders }: GatewayRequest, api: RestApi): GatewayError {
  const reason = `no method of ${api.address} matches`;
  const authorization = header(rawHeaders, 'authorization')?.trim();
  if (!authorization || isSignature(authorization)) return missingAuthenticationToken(reason);
  return incompleteSignature(authorization, reason);
}

/** What API Gateway says of an Authorization header that it cannot read as an AWS signature. */
export function incompleteSignature(authorization: string, reason: string): GatewayError {
  const credentials = authorization.slice(authorization.indexOf(' ') + 1);
  if (!authorization.includes(' ') || credentials.includes('=')) return incomplete(missingParts, reason);
  const hash = createHash('sha256').update(credentials).digest('base64');
  return incomplete(
    `Invalid key=value pair (missing equal-sign) in Authorization header (hashed with SHA-256 and encoded with Base64): '${hash}'.`,
    reason,
  );
}

/** Nothing is missing in it to complain about. */
const isSignature = (authorization: string): boolean =>
  ['Credential=', 'SignedHeaders=', 'Signature='].every((part) => authorization.includes(part));

const missingParts =
  "Authorization header requires 'Credential' parameter. Authorization header requires 'Signature' parameter. " +
  "Authorization header requires 'SignedHeaders' parameter. Authorization header requires existence of either a 'X-Amz-Date' or a 'Date' header.";

const incomplete = (text: string, reason: string): GatewayError =>
  new GatewayError('MISSING_AUTHENTICATION_TOKEN', 403, 'IncompleteSignatureException', text, reason);
