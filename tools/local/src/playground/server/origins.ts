import { type Surface } from '@gatehouse/surface';

/**
 * Where the page may be, the best first: origins on this machine that the APIs' CORS lists, from the last one of the list, since
 * servers of front ends take the first ones. Where the APIs list none: usual ports.
 */
export function originsFor({ apis }: Pick<Surface, 'apis'>): URL[] {
  const listed = apis.flatMap(({ cors }) => cors.flatMap(({ origins }) => origins));
  const local = [...new Set(listed)].filter((origin) => LOOPBACK.test(origin)).reverse();
  const usual = [8080, 5173, 4200, 3000].map((port) => `http://127.0.0.1:${port}`);
  return (local.length > 0 ? byName(local) : usual).map((origin) => new URL(origin));
}

/** With a port, which a user without rights can listen on. */
const LOOPBACK = /^http:\/\/(localhost|127\.0\.0\.1):\d{4,5}$/;

/** An address means one thing, and `localhost` another program on IPv6 too. */
const byName = (origins: readonly string[]): string[] => [
  ...origins.filter((origin) => !origin.includes('localhost')),
  ...origins.filter((origin) => origin.includes('localhost')),
];
