import { type Surface } from '@gatehouse/surface';
import { type Names } from './names';

/** Names of REST APIs with a preflight, or none at all, that keeps pages of an origin from their answers. */
export function closedTo({ apis }: Surface, origin: string, names: Names): string[] {
  return apis.filter((api) => !api.cors.some(({ origins }) => lets(origins, origin))).map(names.api);
}

const lets = (origins: readonly string[], origin: string): boolean => origins.includes('*') || origins.includes(origin);
