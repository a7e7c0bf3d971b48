import { timingSafeEqual } from 'node:crypto';
import { expectedSignature } from './canonical';
import { headerOf, type HttpRequest, parametersOf } from './http-request';
import { type Signature } from './signature';

/** A presigned URL holds seven days at most. */
const MAX_EXPIRES_SECONDS = 7 * 24 * 60 * 60;

/** The credentials that the access key stands for. */
export interface Keys {
  readonly secretAccessKey: string;
  readonly sessionToken: string;
  /** ISO 8601 */
  readonly expiration: string;
}

/**
 * Why a signed request is not from the holder of the credentials.
 *
 * - `token`: the session token is missing or another one.
 * - `expiredToken`: the credentials are over.
 * - `expired`: the presigned URL is too old.
 * - `skewed`: the signature is too old, or from the future.
 * - `incomplete`: a date or a header that must be signed is missing.
 * - `payload`: the body is not the one that the client announced.
 * - `signature`: it is another one.
 */
export interface SignatureProblem {
  readonly kind: 'token' | 'expiredToken' | 'expired' | 'skewed' | 'incomplete' | 'payload' | 'signature';
  readonly message: string;
}

/**
 * Undefined when the signature is right.
 *
 * @param now in milliseconds
 * @param skewMinutes how much clocks may differ:
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-troubleshooting.html
 */
export function verifySignature(
  request: HttpRequest,
  signature: Signature,
  keys: Keys,
  now: number,
  skewMinutes = 15,
): SignatureProblem | undefined {
  if (signature.sessionToken !== keys.sessionToken) {
    return { kind: 'token', message: 'The security token included in the request is invalid.' };
  }
  if (now >= Date.parse(keys.expiration)) {
    return { kind: 'expiredToken', message: 'The security token included in the request is expired' };
  }
  return untimely(signature, now, skewMinutes) ?? unsigned(request, signature) ?? wrong(request, signature, keys);
}

function untimely(
  { day, expires, presigned, time }: Signature,
  now: number,
  skewMinutes: number,
): SignatureProblem | undefined {
  const skew = skewMinutes * 60;
  const [, ...parts] = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(time ?? '') ?? [];
  const [year, month, date, hour, minute, second] = parts.map(Number);
  if (year === undefined || month === undefined || !time?.startsWith(day)) {
    return {
      kind: 'incomplete',
      message: 'Date in Credential scope does not match YYYYMMDD from ISO-8601 version of date',
    };
  }
  const since = (now - Date.UTC(year, month - 1, date, hour, minute, second)) / 1000;
  if (presigned && !(expires !== undefined && expires > 0 && expires <= MAX_EXPIRES_SECONDS)) {
    return { kind: 'incomplete', message: 'X-Amz-Expires must be between 1 and 604800 seconds' };
  }
  if (since < -skew)
    return {
      kind: 'skewed',
      message: `Signature not yet current: ${time} is still later than ${iso(now + skew * 1000)}`,
    };
  if (presigned && since > (expires ?? 0)) return { kind: 'expired', message: 'Request has expired' };
  if (presigned || since <= skew) return undefined;
  return {
    kind: 'skewed',
    message: `Signature expired: ${time} is now earlier than ${iso(now - skew * 1000)} (${iso(now)} - ${skewMinutes} min.)`,
  };
}

/** `host` and every `x-amz-` header must be signed, or a copy of the request could carry others. */
function unsigned({ headers }: HttpRequest, { signedHeaders }: Signature): SignatureProblem | undefined {
  const sent = headers.map(([name]) => name.toLowerCase());
  const must = sent.filter((name) => name.startsWith('x-amz-') && name !== 'x-amz-content-sha256');
  const missing = ['host', ...must].find((name) => !signedHeaders.includes(name));
  if (missing === undefined) return undefined;
  return {
    kind: 'incomplete',
    message: `'${missing}' must be a 'SignedHeader' in the AWS Authorization.`,
  };
}

function wrong(request: HttpRequest, signature: Signature, { secretAccessKey }: Keys): SignatureProblem | undefined {
  const announced = announcedHash(request, signature);
  if (/^[0-9a-f]{64}$/.test(announced) && announced !== request.bodyHash) {
    return { kind: 'payload', message: "The provided 'x-amz-content-sha256' header does not match what was computed." };
  }
  const expected = expectedSignature(request, signature, announced, secretAccessKey);
  if (isSame(expected, signature.value)) return undefined;
  return {
    kind: 'signature',
    message:
      'The request signature we calculated does not match the signature you provided. Check your AWS Secret Access Key' +
      ' and signing method. Consult the service documentation for details.',
  };
}

/** Only S3 takes a body that is not signed, or signed piece by piece. */
function announcedHash(request: HttpRequest, { presigned, service }: Signature): string {
  if (service !== 's3') return request.bodyHash;
  const query = new Map(parametersOf(request.query)).get('X-Amz-Content-Sha256');
  return headerOf(request, 'x-amz-content-sha256') ?? query ?? (presigned ? 'UNSIGNED-PAYLOAD' : request.bodyHash);
}

function isSame(left: string, right: string): boolean {
  const [a, b] = [Buffer.from(left), Buffer.from(right)];
  return a.length === b.length && timingSafeEqual(a, b);
}

const iso = (milliseconds: number): string => new Date(milliseconds).toISOString().replace(/[-:]|\.\d{3}/g, '');
