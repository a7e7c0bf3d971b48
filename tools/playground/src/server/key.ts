const KEY = 'gatehouse.key';

/**
 * The key of the address that `npm start` printed, `http://localhost:3000/#<key>`. It leaves the address at once, so that it is
 * in no bookmark and no screenshot, and stays in this tab alone.
 */
export function takeKey(): string {
  const fragment = location.hash.slice(1);
  if (fragment !== '' && !fragment.startsWith('/')) {
    sessionStorage.setItem(KEY, fragment);
    history.replaceState(null, '', `${location.pathname}${location.search}`);
  }
  return sessionStorage.getItem(KEY) ?? '';
}
