import { type DoorRequest } from './http';

/** Session of a person who signed in on the pages: one hour, whatever happens meanwhile. */
export const SESSION_COOKIE = 'cognito';
const SESSION_SECONDS = 3600;
/** Ports share the cookies of a host, so the sessions of several pools are in one cookie. */
const SESSIONS_KEPT = 8;

/** `name=value` pairs of the Cookie header; the first of a name counts. */
export function cookieOf({ headers }: Pick<DoorRequest, 'headers'>, name: string): string | undefined {
  const pairs = (headers.cookie ?? '').split(';').map((pair) => pair.trim());
  return pairs.find((pair) => pair.startsWith(`${name}=`))?.slice(name.length + 1);
}

/** Never readable by a script, never sent by another site but with a link. */
export const setCookie = (name: string, value: string, seconds: number): string =>
  `${name}=${value}; Path=/; Max-Age=${seconds}; HttpOnly; SameSite=Lax`;

/** Sessions that the browser has, of this pool and of others. */
export const sessionsOf = (request: Pick<DoorRequest, 'headers'>): string[] =>
  (cookieOf(request, SESSION_COOKIE) ?? '').split('.').filter((each) => /^[\w-]+$/.test(each));

export function withSession(request: Pick<DoorRequest, 'headers'>, session: string): string {
  const kept = [session, ...sessionsOf(request)].slice(0, SESSIONS_KEPT);
  return setCookie(SESSION_COOKIE, kept.join('.'), SESSION_SECONDS);
}

export function withoutSession(request: Pick<DoorRequest, 'headers'>, session: string | undefined): string {
  const kept = sessionsOf(request).filter((each) => each !== session);
  return setCookie(SESSION_COOKIE, kept.join('.'), kept.length > 0 ? SESSION_SECONDS : 0);
}
