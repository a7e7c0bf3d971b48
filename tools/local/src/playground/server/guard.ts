import { timingSafeEqual } from 'node:crypto';
import { type IncomingMessage } from 'node:http';
import { KEY_HEADER } from '@gatehouse/playground/contract';
import { Refusal } from './refusal';

/** Whom the server answers. */
export interface Owner {
  /** `http://127.0.0.1:8080` */
  readonly origin: string;
  /** In the printed address, and in each request to the API. */
  readonly key: string;
}

/**
 * Refuses another name of this machine: a site that points its own name here (DNS rebinding) is the same origin to a browser.
 *
 * @throws Refusal 421
 */
export function checkHost({ headers }: IncomingMessage, { origin }: Owner): void {
  const { host = '' } = headers;
  if (host === new URL(origin).host) return;
  throw new Refusal(421, `The playground is at ${origin}, and answers requests to that name alone.`);
}

/**
 * Refuses whatever is not the playground's own page: pages of other origins, and programs without the key.
 *
 * @throws Refusal 403
 */
export function checkCaller({ headers }: IncomingMessage, { key, origin }: Owner): void {
  const { origin: from, 'sec-fetch-site': site = 'same-origin' } = headers;
  if ((from !== undefined && from !== origin) || site !== 'same-origin') {
    throw new Refusal(403, 'Only the page of the playground may ask this, and no page of another origin.');
  }
  const given = headers[KEY_HEADER];
  if (typeof given === 'string' && isEqual(given, key)) return;
  throw new Refusal(403, 'The key of this start is missing or wrong. Open the address that `npm start` printed.');
}

/** @throws Refusal 405 */
export function checkMethod({ method = '' }: IncomingMessage, allowed: readonly string[]): void {
  if (allowed.includes(method)) return;
  const Allow = allowed.join(', ');
  throw new Refusal(405, `Expected ${Allow}.`, { Allow });
}

function isEqual(given: string, key: string): boolean {
  const [one, other] = [Buffer.from(given), Buffer.from(key)];
  return one.length === other.length && timingSafeEqual(one, other);
}
