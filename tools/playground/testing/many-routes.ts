import { type PlaygroundData, type Route } from '../src/contract';

/** The same data with an API of so many routes, and nothing else. */
export function withRoutes(data: PlaygroundData, count: number): PlaygroundData {
  const [api] = data.apis;
  if (api === undefined) throw new Error('The data has no API.');
  const routes = Array.from({ length: count }, (_, index): Route => {
    const route = api.routes[index % api.routes.length]!;
    const path = `/customers/{customer}/orders/${index}`;
    return { ...route, path, key: `${api.name} ${route.method} ${path}` };
  });
  return { ...data, revision: data.revision + count, apis: [{ ...api, routes }], notServed: [] };
}
