/** Scheme, user, host, path, and the rest of a URL. */
const URL_PARTS = /^([a-z][a-z0-9+.-]*:(?:\/\/)?)(?:[^/?#]*@)?([^/?#]*)([^?#]*)([?#].*)?$/is;

/** A URL as it may be printed: without user, query and fragment, which may hold a secret. */
export function shownUrl(value: string): string {
  if (value === '*' || value.startsWith('arn:')) return value;
  const [, scheme = '', host = '', path = '', rest] = URL_PARTS.exec(value) ?? [];
  if (scheme === '') return NOT_SHOWN;
  return `${scheme}${host}${path}${rest === undefined ? '' : '?…'}`;
}

/** The same of an endpoint, whose path may be a secret, too: only the host. What is no URL is shown as it is. */
export function shownEndpoint(value: string): string {
  if (/^arn:|^[a-z-]+\/[\w-]+$/.test(value)) return value;
  const [, scheme = '', host = '', path = ''] = URL_PARTS.exec(value) ?? [];
  if (scheme === '') return NOT_SHOWN;
  return `${scheme}${host}${path === '' || path === '/' ? '' : '/…'}`;
}

export const NOT_SHOWN = '(not shown)';
