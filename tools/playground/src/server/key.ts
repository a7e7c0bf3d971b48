const KEY = 'gatehouse.key';

/**
 * The key of the address that `npm start` printed, `http://localhost:3000/#<key>`. It leaves the address at once, so that it is
 * in no bookmark and no screenshot, and stays in this tab alone.
 */
export function takeKey(): string {
  if (isKey(location.hash)) {
    sessionStorage.setItem(KEY, location.hash.slice(1));
    history.replaceState(null, '', `${location.pathname}${location.search}`);
  }
  return sessionStorage.getItem(KEY) ?? '';
}

/** Pages of the playground begin with a slash: `#/call`. */
export const isKey = (hash: string): boolean => hash.length > 1 && !hash.startsWith('#/');
