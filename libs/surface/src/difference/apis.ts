import type { HttpApi, Located, RestApi, Surface, Unknown } from '../model';
import { isUnknown } from '../model/value';
import { nameOf } from './show';

interface Common extends Located {
  readonly name: string;
  /** Equal on both sides: by address, and by name where the address is new. */
  readonly key: string;
  /** Who reaches it without any guard, at the beginning of a sentence. */
  readonly anyone: string;
}

/** An API of either generation. */
export type AnyApi = Common &
  (
    | { readonly kind: 'REST'; readonly api: RestApi<Unknown> }
    | { readonly kind: 'HTTP'; readonly api: HttpApi<Unknown> }
  );

/** @param keyOf the key that both sides share */
export function apisOf(
  { apis, httpApis }: Surface<Unknown>,
  keyOf: (api: RestApi<Unknown> | HttpApi<Unknown>) => string,
): AnyApi[] {
  return [
    ...apis.map((api): AnyApi => ({ ...common(api, keyOf(api)), kind: 'REST', api, anyone: anyoneOf(api) })),
    ...httpApis.map((api): AnyApi => ({ ...common(api, keyOf(api)), kind: 'HTTP', api })),
  ];
}

const common = ({ name, ...api }: RestApi<Unknown> | HttpApi<Unknown>, key: string): Common => ({
  address: api.address,
  ...(api.stack === undefined ? {} : { stack: api.stack }),
  ...(api.constructPath === undefined ? {} : { constructPath: api.constructPath }),
  ...(api.source === undefined ? {} : { source: api.source }),
  name: nameOf(name, api),
  key,
  anyone: 'Anyone on the internet',
});

const anyoneOf = ({ endpointTypes }: RestApi<Unknown>): string =>
  !isUnknown(endpointTypes) && endpointTypes.includes('PRIVATE')
    ? 'Anyone in the private network'
    : 'Anyone on the internet';
