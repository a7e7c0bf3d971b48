import { type Surface, type Unknown } from '@gatehouse/surface';

/** What two environments never share, and what is therefore no difference in what they do. */
export interface Identity {
  readonly name: string;
  readonly account: string;
}

/**
 * A surface that can be compared with another environment's: its name and account read `<environment>` and `<account>`,
 * everything with an address is found by it, so that a part added in the middle moves nothing, and what only says that
 * something else has changed (a deployment's triggers) is left out.
 */
export function comparableSurface(surface: Surface<Unknown>, { name, account }: Identity): unknown {
  const nameAsWord = new RegExp(`(?<![A-Za-z0-9_])${name}(?![A-Za-z0-9_])`, 'g');
  return comparable(surface, (value) => value.replaceAll(account, '<account>').replace(nameAsWord, '<environment>'));
}

function comparable(value: unknown, anonymous: (text: string) => string): unknown {
  if (typeof value === 'string') return anonymous(value);
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) {
    const parts = value.map((part) => comparable(part, anonymous));
    return parts.length > 0 && parts.every(isLocated)
      ? Object.fromEntries(parts.map((part) => [placeOf(part), part]))
      : parts;
  }
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => key !== 'triggers')
      .map(([key, inner]) => [key, comparable(inner, anonymous)]),
  );
}

interface Located {
  readonly address: string;
  readonly path?: unknown;
  readonly method?: unknown;
}

const isLocated = (value: unknown): value is Located =>
  typeof value === 'object' && value !== null && 'address' in value && typeof value.address === 'string';

/** One OpenAPI body or CORS answer can stand for several routes, so the route counts as well. */
const placeOf = ({ address, path, method }: Located): string =>
  [address, method, path].filter((part) => typeof part === 'string').join(' ');
