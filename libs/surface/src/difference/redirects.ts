/** Addresses that only testing may use: another program on the machine of the user may listen there. */
export const isLocal = (url: string): boolean => /^http:\/\/(localhost|127\.0\.0\.1|\[::1\])([:/?#]|$)/i.test(url);

/** Whether another party can read what is sent there, or choose where it goes. */
export const isInsecure = (url: string): boolean => url.includes('*') || (/^http:/i.test(url) && !isLocal(url));

/** `https://app.example.com`, or an address of an app as it is. */
export const hostOf = (url: unknown): string =>
  typeof url === 'string' ? (/^[a-z][a-z0-9+.-]*:\/\/[^/?#]*/i.exec(url)?.[0] ?? url) : '';

/** An address without what may be a secret in it: user, query and fragment. */
export function pageOf(address: string): string {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  return url ? `${url.protocol}//${url.host}${url.pathname === '/' ? '' : url.pathname}` : 'an address that is none';
}
