import { type HttpAuthorizer } from '@gatehouse/surface';
import { compactVerify, decodeProtectedHeader, errors } from 'jose';
import { messageOf } from '../errors';
import { forbidden, invalidToken, noToken } from './errors';
import { type HttpExchange } from './exchange';
import { type HttpGuard } from './guard';
import { type IssuerKeys, IssuerUnavailableError } from './issuer-keys';
import { requestValue } from './values';

type Claims = Readonly<Record<string, unknown>>;

/** Why a token is refused: the text for the caller, and what else is known. */
class Refused extends Error {
  constructor(
    readonly description: string,
    reason = description,
  ) {
    super(reason);
  }
}

/**
 * A JWT authorizer: signature, issuer, audience, times, and for routes with scopes any one of them.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-jwt-authorizer.html
 */
export function jwtAuthorizer(authorizer: HttpAuthorizer, keys: IssuerKeys, describe: Describe) {
  return (scopes: readonly string[]): HttpGuard =>
    async (exchange) => {
      const token = tokenOf(authorizer, exchange);
      const claims = await verified(token, authorizer, keys).catch((error: unknown) => {
        if (error instanceof Refused) throw invalidToken(scopes, error.description, error.message);
        throw error;
      });
      const strings = claimStrings(claims);
      const granted = scopesOf(claims);
      exchange.caller = describe(strings);
      exchange.authorizer = { jwt: { claims: strings, scopes: scopes.length === 0 ? null : granted } };
      if (scopes.length > 0 && !scopes.some((scope) => granted.includes(scope))) {
        throw forbidden(`its token has ${granted.length === 0 ? 'no scope' : `the scopes ${granted.join(', ')}`}`);
      }
    };
}

/** Whose token it is. */
type Describe = (claims: Readonly<Record<string, string>>) => string;

function tokenOf({ identitySources }: HttpAuthorizer, exchange: HttpExchange): string {
  const [source = '$request.header.Authorization'] = identitySources;
  const value = requestValue(source, exchange)
    ?.trim()
    .replace(/^Bearer\s+/i, '');
  if (!value) throw noToken(`no token in ${source}`);
  return value;
}

async function verified(token: string, authorizer: HttpAuthorizer, keys: IssuerKeys): Promise<Claims> {
  if (token.split('.').length !== 3) throw new Refused('token contains an invalid number of segments');
  const issuer = authorizer.issuer ?? '';
  const claims = await signedClaims(token, issuer, keys);
  checkClaims(claims, authorizer);
  return claims;
}

/** RSA only: https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-jwt-authorizer.html */
const ALGORITHMS = ['RS256', 'RS384', 'RS512'];

async function signedClaims(token: string, issuer: string, keys: IssuerKeys): Promise<Claims> {
  try {
    const header = decodeProtectedHeader(token);
    if (!ALGORITHMS.includes(header.alg ?? '')) throw new Refused(`signing method ${header.alg} is invalid`);
    const key = await keys.keyFor(issuer, { ...header, alg: header.alg });
    const { payload } = await compactVerify(token, key, { algorithms: ALGORITHMS });
    return JSON.parse(new TextDecoder().decode(payload)) as Claims;
  } catch (error) {
    if (error instanceof Refused) throw error;
    if (error instanceof IssuerUnavailableError) throw new Refused(error.description, error.message);
    if (error instanceof errors.JWKSNoMatchingKey) throw new Refused('unable to find a key for the token');
    if (error instanceof errors.JWSSignatureVerificationFailed) throw new Refused('signature is invalid');
    throw new Refused('the token is malformed', messageOf(error));
  }
}

/** In the order that AWS documents. */
function checkClaims(claims: Claims, { audience, issuer }: HttpAuthorizer): void {
  if (claims['iss'] !== issuer) throw new Refused('issuer does not match', `its issuer is ${String(claims['iss'])}`);
  const meant = claims['aud'] === undefined ? [claims['client_id']] : [claims['aud']].flat();
  if (!meant.some((each) => audience.includes(String(each)))) {
    throw new Refused('the token does not have a valid audience', `it is for ${meant.join(', ')}`);
  }
  const now = Date.now() / 1000;
  const { exp, iat, nbf } = claims as Record<string, number | undefined>;
  if (typeof exp !== 'number' || exp <= now) throw new Refused('the token has expired');
  if (nbf !== undefined && nbf > now) throw new Refused('the token is not valid yet');
  if (iat !== undefined && iat > now) throw new Refused('the token was issued in the future');
}

function scopesOf({ scope, scp }: Claims): string[] {
  const value = scope ?? scp;
  const list = Array.isArray(value) ? value.map(String) : typeof value === 'string' ? value.split(' ') : [];
  return list.filter(Boolean);
}

/** As Go prints them: lists in brackets, without commas. */
function claimStrings(claims: Claims): Record<string, string> {
  const known = Object.entries(claims).filter(([, value]) => value !== null && value !== undefined);
  return Object.fromEntries(known.map(([name, value]) => [name, text(value)]));
}

function text(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(text).join(' ')}]`;
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
