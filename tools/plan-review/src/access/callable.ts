import { isUnknown, type Located, type Surface, type Unknown } from '@gatehouse/surface';
import type { AccessRow } from '../model/review';
import { httpCaller, restCaller, type Caller } from './caller';

/** Something that can be called from outside of the account. */
export interface Callable {
  /** What it is matched by: the same before and after. */
  readonly key: string;
  readonly route: string;
  readonly api: string;
  readonly kind: AccessRow['kind'];
  readonly caller: Caller;
  /** Answers preflights of browsers and nothing else. */
  readonly preflight: boolean;
  readonly publicReason?: string;
  readonly at: Located;
}

/** Every route and function URL of a surface. Routes are matched by API, verb and path, not by their Terraform address. */
export function callables(surface: Surface<Unknown>, apiKey: (api: Located) => string): Callable[] {
  return [
    ...surface.apis.flatMap((api) => {
      const name = nameOf(api.name, api.address);
      return api.routes.map((route): Callable => {
        const verb = words(route.method, route.address);
        const shown = `${verb} ${words(route.path, route.address)}`;
        return {
          key: `rest\n${apiKey(api)}\n${isUnknown(route.path) ? route.address : shown}`,
          route: shown,
          api: name,
          kind: 'rest',
          caller: restCaller(route, api, surface),
          preflight: verb === 'OPTIONS' && route.integration?.type === 'MOCK',
          ...(route.publicReason === undefined ? {} : { publicReason: route.publicReason }),
          at: route,
        };
      });
    }),
    ...surface.httpApis.flatMap((api) =>
      api.routes.map((route): Callable => {
        const shown = words(route.routeKey, route.address);
        return {
          key: `http\n${apiKey(api)}\n${shown}`,
          route: shown,
          api: nameOf(api.name, api.address),
          kind: api.protocol === 'WEBSOCKET' ? 'websocket' : 'http',
          caller: httpCaller(route, api, surface),
          preflight: false,
          at: route,
        };
      }),
    ),
    ...surface.functionUrls.map((url): Callable => {
      const name = words(url.functionName, url.function ?? url.address);
      return {
        key: `url\n${url.stack ?? ''}\n${url.address}`,
        route: `function URL of ${name}`,
        api: url.function ?? name,
        kind: 'function-url',
        caller:
          url.auth === 'NONE'
            ? { words: 'anyone', open: true, identity: 'none' }
            : url.auth === 'AWS_IAM'
              ? { words: 'AWS IAM', open: false, identity: 'iam' }
              : { words: 'known after apply', open: undefined, identity: '' },
        preflight: false,
        at: url,
      };
    }),
  ];
}

const nameOf = (name: string | Unknown, address: string): string => words(name, address);
const words = (value: string | Unknown, fallback: string): string => (isUnknown(value) ? fallback : value);
