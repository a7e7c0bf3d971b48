import { type Surface } from '@gatehouse/surface';
import { isServed } from '../../gateway';
import { type Names } from './names';

/** Names of APIs with a preflight, or none at all, that keeps pages of an origin from their answers. */
export function closedTo({ apis, httpApis }: Surface, origin: string, names: Names): string[] {
  const http = httpApis.filter((api) => isServed(api) && !lets(api.cors?.origins ?? [], origin));
  const rest = apis.filter((api) => !api.cors.some(({ origins }) => lets(origins, origin)));
  return [...rest, ...http].map(names.api);
}

/** An HTTP API may let in every origin of a scheme: `http://*`. */
const lets = (origins: readonly string[], origin: string): boolean =>
  ['*', origin, origin.replace(/\/\/.*$/, '//*')].some((each) => origins.includes(each));
