import type { HttpApi, HttpRoute, RestApi, RestRoute, Unknown } from '../model';
import { isUnknown } from '../model/value';

/** `POST /reports`, or the address where that is not known yet. */
export const routeName = ({ method, path, address }: RestRoute<Unknown>): string =>
  isUnknown(method) || isUnknown(path) ? address : `${method} ${path}`;

/** True: nobody on the internet reaches it, only networks that its owner let in. */
export const isPrivate = ({ endpointTypes }: RestApi<Unknown>): boolean =>
  !isUnknown(endpointTypes) && endpointTypes.length > 0 && endpointTypes.every((type) => type === 'PRIVATE');

/** Routes of REST APIs that no authorizer and no IAM guards. */
export const unguardedRoutes = (
  apis: readonly RestApi<Unknown>[],
): readonly { readonly api: RestApi<Unknown>; readonly route: RestRoute<Unknown> }[] =>
  apis.flatMap((api) =>
    api.routes
      .filter(({ auth }) => !isUnknown(auth) && auth.kind === 'none')
      .map((route) => ({ api, route })),
  );

/** The same of HTTP and WebSocket APIs, with the route keys that are known. */
export const unguardedHttpRoutes = (
  apis: readonly HttpApi<Unknown>[],
): readonly {
  readonly api: HttpApi<Unknown>;
  readonly route: HttpRoute<Unknown>;
  readonly routeKey: string;
}[] =>
  apis.flatMap((api) =>
    api.routes.flatMap((route) => {
      const { auth, routeKey } = route;
      return isUnknown(auth) || auth.kind !== 'none' || isUnknown(routeKey) ? [] : [{ api, route, routeKey }];
    }),
  );
