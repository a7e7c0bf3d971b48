import { timingSafeEqual } from 'node:crypto';
import { OAuthError } from '../errors';
import { type DoorRequest } from '../http';
import { clientOf, type DoorClient, type DoorPool } from '../pool';

/**
 * The client that calls: by `Authorization: Basic`, by `client_id` and `client_secret` in the form, or by `client_id` alone where it
 * has no secret.
 *
 * @throws OAuthError invalid_client
 */
export function authenticateClient(request: DoorRequest, form: URLSearchParams, pool: DoorPool): DoorClient {
  const given = readCredentials(request, form);
  const client = clientOf(pool, given.id);
  if (!client)
    throw new OAuthError('invalid_client', `user pool ${pool.id} has no client ${given.id || 'without a name'}`);
  const { id, secret } = client;
  if (secret === undefined ? given.secret !== undefined : !sameSecret(given.secret, secret)) {
    const why = secret === undefined ? 'has no secret, and one was sent' : 'has another secret, or none was sent';
    throw new OAuthError('invalid_client', `client ${id} ${why}`);
  }
  return client;
}

function readCredentials({ headers }: DoorRequest, form: URLSearchParams): { id: string; secret?: string } {
  const id = form.get('client_id');
  const [, basic] = /^Basic\s+(\S+)$/i.exec(headers.authorization ?? '') ?? [];
  if (basic === undefined) return { id: id ?? '', secret: form.get('client_secret') ?? undefined };
  const text = Buffer.from(basic, 'base64').toString('utf8');
  const colon = text.indexOf(':');
  const named = decode(text.slice(0, Math.max(colon, 0)));
  if (id !== null && id !== named) throw new OAuthError('invalid_client', `header and form name two clients`);
  return { id: named, secret: decode(text.slice(colon + 1)) };
}

/** RFC 6749, section 2.3.1: both parts are form-encoded first; ids and secrets of Cognito stay as they are. */
function decode(part: string): string {
  try {
    return decodeURIComponent(part.replaceAll('+', ' '));
  } catch {
    return part;
  }
}

function sameSecret(given: string | undefined, expected: string): boolean {
  const [left, right] = [Buffer.from(given ?? ''), Buffer.from(expected)];
  return left.length === right.length && timingSafeEqual(left, right);
}
