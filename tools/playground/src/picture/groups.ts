import { type Principal, type Route } from '../contract';

/** Routes that the same principals may call for the same reason. */
export interface RouteGroup {
  /** `access token with reports/read, pool users` */
  readonly title: string;
  readonly principals: readonly string[];
  readonly routes: readonly Route[];
}

/** In the order of the principals; routes in their own order. Whose users they are is in the title where there are several. */
export function groupRoutes(principals: readonly Principal[], routes: readonly Route[]): RouteGroup[] {
  const groups = new Map<string, [Route, ...Route[]]>();
  for (const route of routes) {
    const key = JSON.stringify([route.who, route.by, route.principals]);
    const group = groups.get(key);
    if (group) group.push(route);
    else groups.set(key, [route]);
  }
  const several = new Set(routes.map(({ by }) => by).filter(Boolean)).size > 1;
  const order = new Map(principals.map(({ id }, index) => [id, index]));
  const rank = ({ principals: ids }: RouteGroup): number =>
    Math.min(principals.length, ...ids.map((id) => order.get(id) ?? principals.length));
  return [...groups.values()]
    .map((each): RouteGroup => {
      const { by, principals: ids, who } = each[0];
      const whose = by === undefined || !several ? who : `${who}, ${by}`;
      const title = ids.length === 0 ? `${whose} (no one here)` : whose;
      return { title, principals: ids, routes: each };
    })
    .sort((one, other) => rank(one) - rank(other));
}
