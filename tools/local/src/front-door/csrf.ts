import { randomBytes, timingSafeEqual } from 'node:crypto';
import { cookieOf, setCookie } from './cookies';
import { type DoorRequest } from './http';

const CSRF_COOKIE = 'XSRF-TOKEN';
/** A form is good for five minutes: then the browser has no cookie any more. */
const FORM_SECONDS = 300;

export interface Csrf {
  /** Goes into the form as `_csrf`. */
  readonly token: string;
  readonly cookie: string;
}

/** The browser's token, so that forms in two tabs both work, or a new one. */
export function csrfFor(request: DoorRequest): Csrf {
  const known = cookieOf(request, CSRF_COOKIE);
  const token = known && /^[\w-]{32,64}$/.test(known) ? known : randomBytes(24).toString('base64url');
  return { token, cookie: setCookie(CSRF_COOKIE, token, FORM_SECONDS) };
}

/** Whether a form was sent by a page of ours: by its token, and by what the browser says where it comes from. */
export function isOurForm(request: DoorRequest): boolean {
  const { headers, origin } = request;
  if (headers.origin !== undefined && headers.origin !== origin) return false;
  const site = headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin') return false;
  return same(request.form?.get('_csrf') ?? '', cookieOf(request, CSRF_COOKIE) ?? '');
}

function same(given: string, expected: string): boolean {
  const [left, right] = [Buffer.from(given), Buffer.from(expected)];
  return right.length > 0 && left.length === right.length && timingSafeEqual(left, right);
}
