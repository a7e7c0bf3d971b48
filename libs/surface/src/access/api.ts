import type { FunctionUrl, HttpApi, Located, RestApi, Surface, Unknown } from '../model';
import { locatedOf, nameOf } from '../model/located';
import { isUnknown } from '../model/value';
import { reachOf } from './reach';

interface Common extends Located {
  readonly name: string;
  /** Equal on both sides: by address, and by name where the address is new. */
  readonly key: string;
  /** Who reaches it without any guard, at the beginning of a sentence. */
  readonly anyone: string;
}

/** An API of either generation. */
export type Api = Common &
  (
    | { readonly kind: 'REST'; readonly api: RestApi<Unknown> }
    /** HTTP and WebSocket APIs. */
    | { readonly kind: 'HTTP'; readonly api: HttpApi<Unknown> }
  );

/** What callers reach: an API, or a function by its URL. */
export type Endpoint = Api | (Common & { readonly kind: 'FUNCTION_URL'; readonly api: FunctionUrl<Unknown> });

export type KeyOf = (api: Located) => string;

/** @param keyOf the key that both sides share */
export const apisOf = (
  { apis, httpApis }: Pick<Surface<Unknown>, 'apis' | 'httpApis'>,
  keyOf: KeyOf,
): readonly Api[] => [
  ...apis.map((api): Api => ({ ...common(api, api.name, keyOf), kind: 'REST', api, anyone: anyoneOf(api) })),
  ...httpApis.map((api): Api => ({ ...common(api, api.name, keyOf), kind: 'HTTP', api })),
];

export { isPrivate } from './reach';

export const endpointOf = (url: FunctionUrl<Unknown>, keyOf: KeyOf): Endpoint => ({
  ...common(url, isUnknown(url.functionName) ? url.function : url.functionName, keyOf),
  kind: 'FUNCTION_URL',
  api: url,
});

const common = (part: Located, name: unknown, keyOf: KeyOf): Common => ({
  ...locatedOf(part),
  name: nameOf({ name, address: part.address }),
  key: keyOf(part),
  anyone: 'Anyone on the internet',
});

const anyoneOf = (api: RestApi<Unknown>): string => `Anyone ${reachOf(api) ?? 'on the internet'}`;
