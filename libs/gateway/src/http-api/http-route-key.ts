import { type IConstruct } from 'constructs';
import { type ParsedRoute, parseRoute, type RouteKey } from '../route/route-key';

/** A verb and a path, or `$default` for every request that no other route takes. */
export type HttpRouteKey = RouteKey | '$default';

/** @throws ConstructError for a key that is none of these, and for a path that API Gateway refuses. */
export function parseHttpRoute(
  api: IConstruct,
  key: HttpRouteKey,
): Omit<ParsedRoute, 'key'> & { readonly key: HttpRouteKey } {
  if (key !== '$default') return parseRoute(api, key);
  return { key, verb: 'ANY', path: '/{proxy+}', parts: [], parameters: [], pathName: 'default', name: 'default' };
}
